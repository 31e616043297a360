import type { Catalogue } from '../messages/catalogue.ts';

/** What sets a result apart from an ordinary one, so that nobody takes it for that. */
export function qualifiers(
  { asOf, scenario }: { readonly asOf: string | null; readonly scenario: string | null },
  { estimate }: Catalogue,
): string[] {
  return [
    ...(scenario === null ? [] : [estimate.withScenario(scenario)]),
    ...(asOf === null ? [] : [estimate.knownAsOf(asOf)]),
  ];
}
