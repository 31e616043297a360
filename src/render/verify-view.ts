import type { VerifiedTotal, VerifyReport } from '../domain/compare-report.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import type { Words } from '../messages/words.ts';
import { spokenChange } from './change-words.ts';
import { noteTexts } from './findings.ts';
import { totalLines } from './grouped-rows.ts';
import type { Block, Column, TableBlock, View } from './view.ts';
import { wordsOf } from './words.ts';

/** So much of a SHA-256 tells two files apart for the eye. */
const SHORT_SEAL = 8;

/** A replay for people: identical, or which files changed and what that did to the hours. */
export function verifyView(report: VerifyReport, catalogue: Catalogue): View {
  const words = wordsOf(catalogue);
  const { verify } = catalogue;
  const isChanged = report.rows.length > 0 || report.rates.length > 0;
  const effects = report.effects.map(({ tables, totalHours }) =>
    verify.effect(
      tables.map((table) => verify.tables[table]),
      words.signed(totalHours),
      words,
    ),
  );
  const details: Block[] = isChanged
    ? [
        ...(effects.length === 0 ? [] : [{ kind: 'prose', lines: effects } as const]),
        ...(report.rates.length === 0 ? [] : [ratesBlock(report, catalogue, words)]),
        ...(report.rows.length === 0
          ? []
          : [
              totalsBlock(report, catalogue, words),
              { kind: 'prose', lines: [verify.cells(report.rows.length, words)] } as const,
            ]),
      ]
    : [];
  return {
    headline: headline(report, catalogue, words),
    qualifiers: [],
    blocks: [filesBlock(report, catalogue), ...details],
    notesTitle: catalogue.estimate.notesTitle,
    notes: noteTexts(report.notes, catalogue),
    remarks: catalogue.estimate.remarks,
  };
}

function headline(report: VerifyReport, { verify }: Catalogue, words: Words): string {
  const { changes, totals, forPeople } = report;
  const total = totals.at(-1) as VerifiedTotal;
  const { file, months } = forPeople;
  const [first, last] = months;
  const period = first === last ? words.month(first) : `${words.month(first)} – ${words.month(last)}`;
  const hours = words.number(total.to.totalHours);
  if (report.isIdentical) return verify.identical({ file, period, hours, files: changes.length });
  return verify.different({
    file,
    changed: changes.filter(({ change }) => change !== 'none').length,
    files: changes.length,
    fromHours: words.number(total.from.totalHours),
    toHours: hours,
    change: spokenChange(total, { isOverTime: false, isOneCell: false, words }),
    parts: report.differs,
    words,
  });
}

/** More schablons than this nobody reads. */
const MOST_RATES = 12;

function ratesBlock({ rates }: VerifyReport, { verify, compare }: Catalogue, words: Words): Block {
  const shown = rates.slice(0, MOST_RATES).map((rate) => `${compare.rate(rate, words)}.`);
  const more = rates.length - shown.length;
  return { kind: 'prose', lines: more === 0 ? shown : [...shown, verify.moreRates(more)] };
}

function column(label: Column['label'], align: Column['align']): Column {
  return { label, align };
}

function filesBlock({ changes }: VerifyReport, { verify }: Catalogue): TableBlock {
  const { columns } = verify;
  return {
    kind: 'table',
    title: verify.titles.files,
    columns: [
      { ...column(columns.file, 'left'), longest: 26 },
      column(columns.what, 'left'),
      column(columns.rowsBefore, 'right'),
      column(columns.rowsNow, 'right'),
      column(columns.sealBefore, 'left'),
      column(columns.sealNow, 'left'),
    ],
    rows: changes.map(({ path, change, from, to }) => ({
      cells: [
        path,
        verify.changes[change],
        from?.rows ?? '',
        to?.rows ?? '',
        from?.sha256.slice(0, SHORT_SEAL) ?? '',
        to?.sha256.slice(0, SHORT_SEAL) ?? '',
      ],
      weight: 'row',
      isApart: false,
    })),
  };
}

function totalsBlock({ totals }: VerifyReport, catalogue: Catalogue, words: Words): TableBlock {
  const { verify, compare } = catalogue;
  return {
    kind: 'table',
    title: verify.titles.totals,
    columns: [
      column(catalogue.columns.programme, 'left'),
      column(catalogue.columns.region, 'left'),
      column(verify.columns.before, 'right'),
      column(verify.columns.now, 'right'),
      column(compare.columns.change, 'right'),
      column(compare.columns.changeShare, 'right'),
    ],
    rows: totalLines(
      totals,
      ({ from, to, change, changeShare }) => [
        from.totalHours,
        to.totalHours,
        words.signed(change.totalHours),
        changeShare === null ? '' : words.signedPercent(changeShare),
      ],
      catalogue,
    ),
  };
}
