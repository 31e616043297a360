import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import { en } from '../../src/messages/en.ts';
import type { ProblemText } from '../../src/messages/problem-text.ts';
import { sv } from '../../src/messages/sv.ts';
import { MEASURE_WORDS, NATION_NAMES, PRIORITY_WORDS, TABLES } from '../../src/read/columns.ts';
import { wordsOf } from '../../src/render/words.ts';
import { FAILURES, PROBLEMS } from './samples.ts';

const COLUMNS = TABLES.flatMap(({ table, columns }) =>
  Object.entries(columns).map(([key, { aliases, need }]) => ({
    table,
    key,
    aliases: aliases as readonly string[],
    need,
  })),
);

/** What the Swedish message says is missing where a column is. */
function shownAsMissing(...keys: string[]): string {
  const { message } = sv.problems['header-missing']({ missing: [keys.join(' | ')], found: [] }, wordsOf(sv));
  return message.replace(/^kolumnen (.+) saknas$|^.* saknas: /, '$1');
}

describe('columns that a message names are columns that the reader knows', () => {
  for (const { table, key, aliases, need } of COLUMNS.filter((column) => column.need !== 'optional')) {
    test(`${table}: ${key}, which is ${need}, has its Swedish name in Swedish`, () => {
      const shown = shownAsMissing(key);
      expect([key, ...aliases]).toContain(shown);
      // Of a period the aliases are narrower; its English name is Swedish as well. So is that of a region.
      const isSwedishItself = key === 'period' || key === 'region';
      expect(shown).toBe(isSwedishItself ? key : aliases[0]);
    });
  }

  test('of several columns one is enough, and all are named', () => {
    const oneOf = COLUMNS.filter(({ need }) => need === 'one-of');
    expect(oneOf.length).toBe(5);
    expect(shownAsMissing(...oneOf.map(({ key }) => key))).toBe(
      'någon av beslut_per_månad, deltagare_per_månad, beslut, utgift, utgift_tkr, utgift_mkr eller utgift_mnkr',
    );
    const { hint } = sv.problems['quantity-count']({ filled: [], expected: oneOf.map(({ key }) => key) }, wordsOf(sv));
    for (const alias of oneOf.flatMap(({ aliases }) => aliases)) expect(hint).toContain(alias);
  });

  test('English names the columns by their English names', () => {
    for (const { key } of COLUMNS.filter(({ need }) => need === 'required')) {
      const { message } = en.problems['header-missing']({ missing: [key], found: [] }, wordsOf(en));
      expect(message).toBe(`the column ${key} is missing`);
    }
  });
});

describe('words that a hint tells to write are words that are understood', () => {
  const known = new Set([
    ...COLUMNS.flatMap(({ key, aliases }) => [key, ...aliases]),
    ...Object.values(MEASURE_WORDS).flat(),
    ...Object.values(PRIORITY_WORDS).flat(),
  ]);
  const fileNames = new Set(TABLES.flatMap((spec) => spec.fileNames));

  for (const language of LANGUAGES) {
    const catalogue = language === 'en' ? en : sv;
    const words = wordsOf(catalogue);
    const hints = [
      ...Object.entries(PROBLEMS).map(([code, samples]) => [code, samples, catalogue.problems] as const),
      ...Object.entries(FAILURES).map(([code, samples]) => [code, samples, catalogue.failures] as const),
    ].flatMap(([code, samples, writers]) =>
      samples.map((facts) => {
        const write = writers[code as keyof typeof writers] as (facts: object, words: unknown) => ProblemText;
        const { message, hint, steps = [] } = write(facts, words);
        return { code, text: [message, hint, ...steps].join(' ') };
      }),
    );

    test(`every name with an underscore, in ${language}`, () => {
      const names = hints.flatMap(({ code, text }) =>
        [...text.matchAll(/[a-zåäö]+(?:_[a-zåäö]+)+/g)].map(([name]) => ({ code, name })),
      );
      expect(names.length).toBeGreaterThan(5);
      expect(names.filter(({ name }) => !known.has(name))).toEqual([]);
    });

    test(`every table file, in ${language}`, () => {
      const ofSamples = new Set(['a.csv', 'nope.csv', 'pipe.csv', 'hours.csv']);
      const names = hints.flatMap(({ code, text }) =>
        [...text.matchAll(/[a-zåäö]+\.csv/g)].map(([name]) => ({ code, name })),
      );
      expect(names.length).toBeGreaterThan(5);
      expect(names.filter(({ name }) => !fileNames.has(name) && !ofSamples.has(name))).toEqual([]);
    });

    test(`the measures and the priorities, in ${language}`, () => {
      const measures = catalogue.problems['measure-unknown']({}, words).hint;
      for (const word of Object.values(MEASURE_WORDS).flat()) expect(measures).toContain(word);
      const priorities = catalogue.problems['priority-unknown']({}, words).hint;
      for (const word of Object.values(PRIORITY_WORDS).flat()) expect(priorities).toContain(word);
    });

    test(`the region of a national row, in ${language}`, () => {
      const { hint } = catalogue.problems['row-total']({}, words);
      expect(hint).toContain('Riket');
      expect(NATION_NAMES).toContain('riket');
    });

    test(`a schablon that is old is named by its measure, in ${language}`, () => {
      for (const [measure, [english, swedish]] of Object.entries(MEASURE_WORDS)) {
        const facts = {
          ...PROBLEMS['schablon-old'][0],
          step: null,
          measure: measure as keyof typeof MEASURE_WORDS,
        };
        const { message } = catalogue.problems['schablon-old'](facts, words);
        expect(message).toContain(language === 'sv' ? swedish : english);
      }
    });
  }

  test('the words of single columns in Swedish hints', () => {
    const words = wordsOf(sv);
    expect(sv.problems['validity-order']({ validFrom: '2023-01' }, words).hint).toContain('giltig_till');
    expect(sv.problems['schablon-without-source']({ programme: 'ETP', count: 2 }, words).hint).toContain(
      'kolumnen källa',
    );
    expect(sv.problems['no-cost-per-decision']({ programme: 'ETP', period: '2023' }, words).hint).toContain(
      'kostnad_per_beslut',
    );
    for (const name of ['giltig_till', 'källa', 'kostnad_per_beslut', 'låg', 'hög']) expect([...known]).toContain(name);
  });
});
