import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { note } from '../../src/domain/note.ts';
import { en } from '../../src/messages/en.ts';
import { sv } from '../../src/messages/sv.ts';
import { NO_PAINT } from '../../src/render/paint.ts';
import { PROBLEM_FORMS, renderProblems } from '../../src/render/problems.ts';
import { FORMATS, type Format, render } from '../../src/render/render.ts';
import { inCell, inRow, withoutLine } from '../render/placed.ts';
import { changedRow, comparison, estimate, explanation, replay, row, trace } from '../render/reports.ts';
import { actsIn, hostile, isFormula } from './hostile.ts';
import { PATIENCE, RUNS } from './runs.ts';

const catalogue = fc.constantFrom(en, sv);
const width = fc.constantFrom(40, 80, 140);

/** Reports whose every text comes from data. */
const anyReport = fc.tuple(hostile, hostile, hostile).chain(([programme, region, name]) => {
  const from = {
    table: 'statistics',
    path: name,
    line: 3,
    why: { code: 'schablon', regional: true, validFrom: '2022-01', source: name },
  } as const;
  const found = note('columns-ignored', { file: name, columns: [region, programme] });
  return fc.constantFrom(
    estimate([row({ programme, region }), row({ programme: name, region: null })], { notes: [found] }),
    explanation(trace(name, 1, { inputs: [trace(region, 2, { from })], operation: 'sum' }), {
      request: { month: '2023-01', programme, region, asOf: null, scenario: name },
    }),
    comparison([changedRow({ programme, region }), changedRow({ programme: name, region: null })]),
    replay([changedRow({ programme, region })], { request: { saved: name, asOf: null } }),
  );
});

function cellsOf(output: string, format: Format): string[] {
  const text = output.replace(/^\uFEFF/, '');
  return (parse(text, { delimiter: format === 'csv' ? ',' : ';', record_delimiter: '\r\n' }) as string[][]).flat();
}

describe('any text', () => {
  test.each(Object.keys(FORMATS) as Format[])(
    'X01 X02 X03 X10 in a result as %s does nothing',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(anyReport, catalogue, width, async (report, language, columns) => {
          const page = { catalogue: language, width: columns, paint: NO_PAINT, problems: [], dataFlag: '' };
          const output = await render(report, format, page);
          const isCsv = format === 'csv' || format === 'csv-sv';
          expect(actsIn(isCsv ? output.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n') : output)).toEqual([]);
          if (isCsv) expect(cellsOf(output, format).filter((cell) => isFormula(cell) && !isNumber(cell))).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  const anyProblem = fc.tuple(hostile, hostile, hostile).chain(([file, value, rest]) =>
    fc.constantFrom(
      inCell('number-syntax', {}, `${rest.replaceAll(/[«»]/g, '')}«${value.replaceAll(/[«»]/g, '')}»`, {
        file,
        column: rest,
      }),
      inRow('row-blank', {}, value),
      withoutLine('code-unknown', { kind: 'region', near: [rest], from: file }, { file, line: 2, column: rest, value }),
      withoutLine('key-variant', { other: value, otherPath: file, otherLine: 3 }, { file: null }),
    ),
  );

  test.each(PROBLEM_FORMS)(
    'X01 X02 X10 in problems as %s does nothing',
    async (form) => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyProblem, { maxLength: 3 }), catalogue, width, async (found, language, columns) => {
          const page = { catalogue: language, width: columns, paint: NO_PAINT, title: 'Title.', anchor: 'a.csv' };
          const output = await renderProblems(found, form, page);
          expect(actsIn(output, form === 'github' ? /^::(?:error|warning)(?: |::)/ : undefined)).toEqual([]);
          if (form === 'github') expect(output.split('\n').length).toBe(found.length + 1);
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );
});

function isNumber(cell: string): boolean {
  return /^-?\d+(?:[.,]\d+)?$/.test(cell);
}
