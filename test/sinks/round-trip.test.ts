import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { characterFault } from '../../src/read/characters.ts';
import { isMissingMark, isSpreadsheetError } from '../../src/read/number.ts';
import { trimmed } from '../../src/read/text.ts';
import type { Value } from '../../src/render/csv-text.ts';
import { csvText } from '../../src/render/csv-text.ts';
import { inertJson } from '../../src/render/inert-json.ts';
import { brief, readFiles } from '../read/reading.ts';
import { hostile } from './hostile.ts';
import { PATIENCE, RUNS } from './runs.ts';

const HEADER = ['programme', 'region', 'valid_from', 'measure', 'step', 'value', 'low', 'high', 'source'];

/** A name that the reader takes for one; a hard space in it is a space. */
const label = hostile
  .map((text) => text.replaceAll(/[\u00A0\u202F]/g, ' '))
  .filter((text) => text !== '' && text === trimmed(text) && characterFault(text) === null && !isMark(text));
/** Free text: it may have line breaks and tabs in it, and is read without the space around it. */
const source = hostile
  .map((text) =>
    trimmed(
      text.replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\uFEFF]/gu, (sign) => (/[\t\n]/.test(sign) ? sign : '')),
    ),
  )
  .filter((text) => !isMark(text));
const hours = fc.double({ min: 0, max: 1e6, noNaN: true });

function isMark(text: string): boolean {
  return isMissingMark(text) || isSpreadsheetError(text);
}

describe('what is written and read again', () => {
  test.each(['csv', 'csv-sv'] as const)(
    'X06 is the same table, as %s',
    async (style) => {
      const row = fc.record({ step: label, source, value: hours, isWide: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(row, async ({ step, source: told, value, isWide }) => {
          const range: Value[] = isWide ? [value / 2, value * 2] : [null, null];
          const cells = ['JOB', null, '2022-01', 'base_hours', step, value, ...range, told];
          const share = ['JOB', null, '2022-01', 'collaboration_share', null, 0.1 + 0.2, null, null, null];
          const text = await csvText(HEADER, [cells, share], style);
          const { tables, problems } = await readFiles({ 'schablons.csv': text });
          expect(problems.filter(({ severity }) => severity === 'error').map(brief)).toEqual([]);
          expect(tables.schablons.length).toBe(2);
          expect(tables.schablons[0]).toMatchObject({ step, value, low: range[0], high: range[1] });
          expect(tables.schablons[0]?.source ?? '').toBe(told);
          expect(tables.schablons[1]?.value).toBe(0.1 + 0.2);
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  test(
    'is the same value, as JSON',
    () => {
      const value = fc.dictionary(
        hostile,
        fc.oneof(hostile, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)),
      );
      fc.assert(
        fc.property(value, (written) => {
          expect(JSON.parse(inertJson(written))).toEqual(JSON.parse(JSON.stringify(written)));
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );
});
