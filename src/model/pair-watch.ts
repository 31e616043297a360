import { isoMonth, monthFromIso } from '../domain/month.ts';
import { byCodeUnit } from '../domain/order.ts';
import type { Findings } from './findings.ts';
import type { Half, Halves } from './half.ts';
import { codesOnOneSide, shareOfNation } from './outcome.ts';

/** A part of the nation is said to be one; held against the whole of it, it would mislead. */
export function watchParts(halves: Halves, programme: string, findings: Findings): void {
  for (const [half, other] of [halves, [halves[1], halves[0]] as const]) {
    const share = half.cells.has(null) ? 1 : partOf(half, other, programme);
    if (share === 1) continue;
    const month = half.side.name.month;
    if (other.cells.has(null)) findings.warn('part-against-nation', { programme, month, share });
    else if (half.side.kind === 'outcome') findings.remark('regions-part-of-nation', { programme, month, share });
  }
}

/** The part of the nation that the regions of a side are, or those of the month that its estimate starts from. */
function partOf({ side }: Half, other: Half, programme: string): number {
  if (side.kind === 'outcome') return shareOfNation(side.known.history, programme, side.month);
  const month = monthFromIso(side.rows.find((row) => row.programme === programme)?.referenceMonth ?? '');
  return month === null || other.side.kind === 'estimate'
    ? 1
    : shareOfNation(other.side.known.history, programme, month);
}

/** Cells that are on one side only are said by name: there are no decisions of them on the other. */
export function nameAbsence(halves: Halves, programme: string, findings: Findings): void {
  for (const { side, presence } of halves) {
    if (presence?.kind !== 'absent') continue;
    const { why, since } = presence;
    findings.warn('programme-on-one-side', { programme, month: side.name.month, why, since: isoMonth(since) });
  }
  for (const [present, absent] of [halves, [halves[1], halves[0]] as const]) {
    if (absent.presence?.kind === 'absent' || absent.cells.has(null) || present.cells.has(null)) continue;
    const only = [...present.cells.keys()].filter((region) => !absent.cells.has(region));
    const [on, notOn] = [present.side, absent.side];
    if (only.length > 0 && on.kind === 'outcome' && notOn.kind === 'outcome') {
      const months = { month: notOn.name.month, otherMonth: on.name.month };
      findings.warn('regions-on-one-side', { programme, regions: only.sort(byCodeUnit) as string[], ...months });
    } else if (only.length > 0) {
      findings.remark('cells-on-one-side', {
        programme,
        regions: only.sort(byCodeUnit),
        on: on.name,
        notOn: notOn.name,
      });
    }
    if (!(on.kind === 'outcome' && notOn.kind === 'outcome')) continue;
    const codes = codesOnOneSide(on, notOn, programme);
    if (codes.length > 0) {
      findings.warn('codes-on-one-side', { programme, codes, month: notOn.name.month, otherMonth: on.name.month });
    }
  }
}
