import { exactSum } from '../domain/exact-sum.ts';
import { isoMonth } from '../domain/month.ts';
import { byCodeUnit } from '../domain/order.ts';
import type { ChosenForecast } from './forecast-choice.ts';
import { watchNeighbours } from './neighbour-watch.ts';
import type { Situation } from './situation.ts';

/** The deviation of a whole from the sum of its parts that is worth a word. */
export const CONTROL_TOLERANCE = 0.005;

/** Whether the reference month can be what it is taken for: wholes and parts, codes that are missing, figures unlike others. */
export function watchStatistics({
  programme,
  reference,
  nation,
  history,
  findings,
}: Pick<Situation, 'programme' | 'reference' | 'nation' | 'history' | 'findings'>): void {
  const month = isoMonth(reference.month);
  const missing = history.missingCodes(programme, reference.month);
  if (missing.length > 0) findings.remark('codes-missing', { programme, month, codes: missing });
  if (
    reference.nationalRow !== null &&
    reference.regions.size === 0 &&
    history.regionsInYear(programme, reference.month).size > 0
  ) {
    findings.warn('only-nation-in-month', { programme, month });
  }
  const excessShare =
    exactSum([...reference.regions.values()].map(({ decisions }) => decisions)) / nation.decisions - 1;
  if (excessShare > CONTROL_TOLERANCE && Number.isFinite(excessShare)) {
    findings.warn('regions-exceed-nation', { programme, month, excessShare });
  }
  const { programmeCodes, programmeCode, regionCodes, regionCode } = history.statistics;
  const codesOf = (rows: readonly number[]): string[] =>
    rows.map((row) => programmeCodes[programmeCode[row] as number]?.code ?? programme);
  const regional = [...reference.regions.values()].flatMap(({ rows }) => rows);
  const ofNation = reference.nationalRow === null ? [] : codesOf(reference.nationalRow.rows);
  const lacking = distinct(codesOf(regional)).filter((code) => !ofNation.includes(code));
  if (ofNation.length > 0 && lacking.length > 0 && !ofNation.includes(programme)) {
    findings.warn('nation-lacks-codes', { programme, month, codes: lacking });
  }
  watchNeighbours(programme, reference, history, findings);
  const warnOfWhole = (whole: string, codes: readonly string[]): void => {
    const parts = wholeBesideParts(whole, codes);
    if (parts.length > 0) findings.warn('whole-beside-its-parts', { programme, month, whole, parts });
  };
  warnOfWhole(programme, codesOf(regional.length > 0 ? regional : (reference.nationalRow?.rows ?? [])));
  for (const [region, { rows }] of reference.regions) {
    warnOfWhole(
      region,
      rows.map((row) => regionCodes[regionCode[row] as number]?.code ?? region),
    );
  }
}

/** Whether the forecast rows that count can be added up: a region beside its codes, a code that has none. */
export function watchForecasts({ programme, month, findings }: Situation, chosen: readonly ChosenForecast[]): void {
  for (const { regional } of chosen) {
    for (const whole of distinct(regional.flatMap(({ region }) => region ?? []))) {
      const codes = regional.filter(({ region }) => region === whole).map(({ regionCode }) => regionCode ?? whole);
      const parts = wholeBesideParts(whole, codes);
      if (parts.length > 0)
        findings.warn('whole-beside-its-parts', { programme, month: isoMonth(month), whole, parts });
    }
  }
}

/** The codes that stand beside the very name that they are codes of; then both would be added up. */
function wholeBesideParts(whole: string, codes: readonly string[]): string[] {
  return codes.includes(whole) ? distinct(codes.filter((code) => code !== whole)) : [];
}

function distinct(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort(byCodeUnit);
}
