import type { CompareReport } from '../domain/compare-report.ts';
import { isoDay } from '../domain/day.ts';
import { Failure } from '../domain/failure.ts';
import { isoMonth } from '../domain/month.ts';
import { inPlaceOrder } from '../domain/problem.ts';
import { comparedRows, isUnchanged } from '../model/compare.ts';
import { totalsOf } from '../model/compared-totals.ts';
import { Findings } from '../model/findings.ts';
import { breaches } from '../model/gates.ts';
import { type CompareRequest, compareRequest, type OtherSide } from './compare-request.ts';
import type { Context } from './context.ts';
import { type ModelInput, modelInput } from './model-input.ts';
import { judgement, type Outcome } from './outcome.ts';
import type { RawOptions } from './request.ts';
import { type SavedSide, savedSide } from './saved-side.ts';
import { needsEstimate, Sides } from './sides.ts';

/** `resurs compare`: what changed between two sides of a month, and which factor changed it. */
export async function runCompare(raw: RawOptions, context: Context): Promise<Outcome> {
  const asked = compareRequest(raw);
  const saved = asked.with.kind === 'saved' ? await savedSide(asked.with.file, asked.month, context) : null;
  // A saved estimate of some programmes or regions is held against the same of the other side.
  const request = saved === null ? asked : { ...asked, ...narrowedAs(saved, asked) };
  const input = await modelInput(request, context, {
    required: ['statistics'],
    forecasts: (known) => needsEstimate(request, known),
  });
  if (input.kind === 'judgement') return input;
  if (saved !== null) refuseBeyond(saved, input);
  const findings = new Findings();
  const sides = new Sides(request, input, saved, context.schablonMaxAgeYears, findings);
  const order = sides.order();
  const inputs = [...input.tables.inputs, ...(saved === null ? [] : [saved.input])];
  const refusal = () => judgement(null, [...findings.errors, ...input.warnings, ...findings.warnings], inputs);
  if (findings.errors.length > 0) return refusal();
  const rows = comparedRows(order, request.method, findings);
  const totals = totalsOf(rows);
  if (findings.errors.length > 0) return refusal();
  sides.remark(order);
  if (saved !== null) remarkSaved(saved, asked, findings);
  if (input.scenarioPath !== null && rows.every(isUnchanged)) {
    findings.remark('scenario-without-effect', { file: input.scenarioPath, month: isoMonth(request.month) });
  }
  const warnings = inPlaceOrder([...input.warnings, ...findings.warnings]);
  const total = totals.at(-1);
  const failures = total === undefined ? [] : breaches(total, request);
  const report: CompareReport = {
    formatVersion: 1,
    kind: 'compare',
    request: {
      month: isoMonth(request.month),
      of: request.of,
      with: request.scenario === null ? nameOfSide(request.with, saved) : null,
      programme: input.programmes,
      region: input.regions,
      asOf: request.asOf === null ? null : isoDay(request.asOf),
      scenario: input.scenarioPath,
      method: request.method,
    },
    inputs,
    sides: { from: order.from.name, to: order.to.name },
    rows,
    totals,
    failures,
    warnings,
    notes: [...input.notes, ...findings.notes],
    forPeople: { minChange: request.minChange, saved: request.with.kind === 'saved' ? request.with.file : null },
  };
  return judgement(report, warnings, inputs, { failures, found: input.found });
}

/** What a saved estimate was not asked for it does not have, and that is not 0. */
function refuseBeyond({ estimate, input }: SavedSide, { programmes, regions }: ModelInput): void {
  const { programme, region } = estimate.request;
  for (const [has, asked] of [
    [programme, programmes],
    [region, regions],
  ] as const) {
    const names = has === null ? [] : (asked ?? []).filter((name) => !has.includes(name));
    if (names.length > 0) throw new Failure('saved-narrower', { path: input.path, names, has: has ?? [] });
  }
}

/** Only what was asked for, else only what the saved estimate was asked for. */
function narrowedAs(saved: SavedSide, { programmes, regions }: CompareRequest) {
  return {
    programmes: programmes ?? saved.estimate.request.programme,
    regions: regions ?? saved.estimate.request.region,
    savedIn: {
      programmes: programmes === null ? saved.input.path : null,
      regions: regions === null ? saved.input.path : null,
    },
  };
}

function remarkSaved({ estimate, input }: SavedSide, asked: CompareRequest, findings: Findings): void {
  const { scenario } = estimate.request;
  if (scenario !== null) findings.remark('saved-with-scenario', { file: input.path, scenario });
  const programme = asked.programmes === null ? estimate.request.programme : null;
  const region = asked.regions === null ? estimate.request.region : null;
  if (programme !== null || region !== null) {
    findings.remark('narrowed-as-saved', { file: input.path, programme, region });
  }
}

/** The other side in the one way of writing it. */
function nameOfSide(other: OtherSide, saved: SavedSide | null): string {
  switch (other.kind) {
    case 'outcome':
      return `outcome:${isoMonth(other.month)}`;
    case 'estimate':
      return other.month === null ? 'estimate' : `estimate:${isoMonth(other.month)}`;
    case 'as-of':
      return `as-of:${isoDay(other.day)}`;
    case 'saved':
      return saved?.input.path ?? other.file;
    case 'last-year':
      return other.kind;
  }
}
