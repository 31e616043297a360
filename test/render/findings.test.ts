import { describe, expect, test } from 'vitest';
import { note } from '../../src/domain/note.ts';
import { NOWHERE, problem } from '../../src/domain/problem.ts';
import { en } from '../../src/messages/en.ts';
import { sv } from '../../src/messages/sv.ts';
import { noteRecord, noteText, noteTexts, numbered, problemRecord, problemText } from '../../src/render/findings.ts';
import { reasonText } from '../../src/render/reasons.ts';
import { wordsOf } from '../../src/render/words.ts';

const ambiguous = problem(
  'number-ambiguous',
  { asThousands: '1 234', asDecimal: '1,234', isCount: false },
  { ...NOWHERE, file: 'a.csv', line: 2 },
);
const skipped = note('title-lines-skipped', { file: 'a.csv', lines: 2 });

describe('the words of findings', () => {
  test('come from the catalogue of the language, and hold what the finding is about', () => {
    for (const catalogue of [en, sv]) {
      const { message, hint } = problemText(ambiguous, catalogue);
      expect(message).toContain('1 234');
      expect(message).toContain('1,234');
      expect(hint.length).toBeGreaterThan(10);
      expect(noteText(skipped, catalogue)).toContain('a.csv');
    }
    expect(problemText(ambiguous, sv).message).not.toBe(problemText(ambiguous, en).message);
    expect(noteText(skipped, sv)).not.toBe(noteText(skipped, en));
  });

  test('of a note stand once', () => {
    const other = note('title-lines-skipped', { file: 'b.csv', lines: 2 });
    expect(noteTexts([skipped, other, skipped], en)).toEqual([noteText(skipped, en), noteText(other, en)]);
  });

  test('stand beside what the finding is about in a record', () => {
    const { message, hint } = problemText(ambiguous, en);
    expect(problemRecord(ambiguous, en)).toEqual({
      code: 'number-ambiguous',
      severity: 'error',
      file: 'a.csv',
      line: 2,
      column: null,
      columnNumber: null,
      value: null,
      message,
      hint,
    });
    expect(noteRecord(skipped, en)).toEqual({
      code: 'title-lines-skipped',
      message: noteText(skipped, en),
      file: 'a.csv',
      lines: 2,
    });
  });

  test('of a problem that takes steps to mend have them one by one, and in a record numbered in the hint', () => {
    const missing = problem('outcome-missing', {
      month: '2022-01',
      names: ['JOB 811228-9874'],
      programmes: ['JOB 811228-9874'],
      held: null,
      asOf: null,
    });
    for (const catalogue of [en, sv]) {
      const { message, hint, steps } = problemText(missing, catalogue);
      expect(steps).toHaveLength(3);
      expect(steps[0]).toContain('2022-01');
      expect(message).toContain('JOB 811228-****');
      expect(problemRecord(missing, catalogue).hint).toBe([hint, ...numbered(steps)].join(' '));
    }
    expect(problemText(ambiguous, en).steps).toEqual([]);
    expect(numbered(['a', 'b'])).toEqual(['1. a', '2. b']);
  });

  test('of a problem hold no personal number, in a record or alone', () => {
    const place = { ...NOWHERE, file: 'a.csv', column: '8112289874', columnNumber: 1, value: '19811228-9874' };
    const found = problem('key-variant', { other: '811228-9874', otherPath: 'a.csv', otherLine: 2 }, place);
    expect(problemRecord(found, en)).toMatchObject({ column: '811228****', value: '19811228-****' });
    for (const catalogue of [en, sv]) {
      expect(problemText(found, catalogue).message).toContain('811228-****');
      expect(JSON.stringify(problemRecord(found, catalogue))).not.toContain('9874');
    }
    const misspelt = problem('header-misspelt', { meant: '811228-9874' });
    expect(problemText(misspelt, en).hint).toContain('811228-****');
  });

  test('of a reason hold what it is about', () => {
    for (const catalogue of [en, sv]) {
      const words = wordsOf(catalogue);
      expect(
        reasonText({ code: 'forecast-national', published: '2022-10-24', period: '2023' }, catalogue, words),
      ).toMatch(/2023.*2022-10-24/);
      const schablon = { code: 'schablon', validFrom: '2022-01' } as const;
      const own = reasonText({ ...schablon, regional: true, source: 'enkät' }, catalogue, words);
      expect(own).toContain('2022-01');
      expect(own).toContain('enkät');
      expect(reasonText({ ...schablon, regional: false, source: null }, catalogue, words)).not.toBe(own);
      expect(reasonText({ code: 'statistics', month: '2022-01', latestOf: 3 }, catalogue, words)).toMatch(/2022-01.*3/);
      expect(reasonText({ code: 'statistics', month: '2022-01', latestOf: 1 }, catalogue, words)).not.toContain(
        '1 publ',
      );
    }
  });
});
