import { isoMonth } from '../domain/month.ts';
import type { Region } from '../domain/tables.ts';
import type { Count } from './count.ts';
import type { Situation } from './situation.ts';

/** The new decisions of a cell as a share of its decisions (*andel nya beslut*), in the reference month. */
export interface NewShare {
  readonly count: Count;
  readonly share: number;
}

/** The region's own share, else the programme's national share, with a note. */
export function newShareOf(
  region: Region,
  { programme, month, reference, nation, findings }: Situation,
): NewShare | null {
  const own = region === null ? nation : reference.regions.get(region);
  if (own !== undefined && own.decisions > 0) return { count: own, share: own.newDecisions / own.decisions };
  const referenceMonth = isoMonth(reference.month);
  if (nation.decisions === 0) {
    findings.refuse('no-new-share', { programme, region, referenceMonth });
    return null;
  }
  if (region !== null) {
    findings.remark('national-new-share', { programme, region, month: isoMonth(month), referenceMonth });
  }
  return { count: nation, share: nation.newDecisions / nation.decisions };
}
