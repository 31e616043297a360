import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { sv } from '../../src/messages/sv.ts';
import { csv } from '../../src/render/csv.ts';
import { json } from '../../src/render/json.ts';
import { colourPaint, NO_PAINT } from '../../src/render/paint.ts';
import { FORMATS, type Format, render } from '../../src/render/render.ts';
import { estimate, explanation, row, trace } from './reports.ts';

const REPORTS = [
  ['estimate', estimate([row(), row({ region: 'Nord', totalHours: 1234.5 })])],
  ['explanation', explanation(trace('totalHours', 500))],
] as const;
const PLAIN = { catalogue: en, width: 80, paint: NO_PAINT, problems: [], dataFlag: '' };

describe.each(REPORTS)('an %s', (_, report) => {
  test('is in each format what that format makes of it', async () => {
    expect(await render(report, 'json', PLAIN)).toBe(await json(report));
    expect(await render(report, 'csv', PLAIN)).toBe(await csv(report, 'csv'));
    expect(await render(report, 'csv-sv', PLAIN)).toBe(await csv(report, 'csv-sv'));
    expect(await render(report, 'table', PLAIN)).toContain('500');
  });

  test.each(['json', 'csv', 'csv-sv'] as const)(
    'as %s does not change with language, width or colour',
    async (format) => {
      const other = { ...PLAIN, catalogue: sv, width: 20, paint: await colourPaint() };
      expect(await render(report, format, other)).toBe(await render(report, format, PLAIN));
    },
  );

  test('as a table changes with language and colour', async () => {
    const plain = await render(report, 'table', PLAIN);
    expect(await render(report, 'table', { ...PLAIN, catalogue: sv })).not.toBe(plain);
    const coloured = await render(report, 'table', { ...PLAIN, paint: await colourPaint() });
    expect(coloured).not.toBe(plain);
    expect(coloured.replaceAll(/\u001B\[\d+m/g, '')).toBe(plain);
  });

  test('is the same text each time, ends with one line end, and leaves the report as it was', async () => {
    const before = structuredClone(report);
    for (const format of Object.keys(FORMATS) as Format[]) {
      const text = await render(report, format, PLAIN);
      expect(await render(report, format, PLAIN)).toBe(text);
      expect(text).toMatch(/[^\n]\n$/);
    }
    expect(report).toEqual(before);
  });
});

test('every format has the endings of its files', () => {
  for (const endings of Object.values(FORMATS)) {
    expect(endings.length).toBeGreaterThan(0);
    for (const ending of endings) expect(ending).toMatch(/^\.[a-z]+$/);
  }
});
