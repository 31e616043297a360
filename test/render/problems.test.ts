import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlacedProblem } from '../../src/domain/placed-problem.ts';
import { problem } from '../../src/domain/problem.ts';
import { en } from '../../src/messages/en.ts';
import { sv } from '../../src/messages/sv.ts';
import { NO_PAINT } from '../../src/render/paint.ts';
import { PROBLEM_FORMS, type ProblemForm, renderProblems } from '../../src/render/problems.ts';
import { anyCharacter } from '../domain/any-text.ts';
import { inCell } from './placed.ts';

const shown = (problems: readonly PlacedProblem[], form: ProblemForm, catalogue = en): Promise<string> =>
  renderProblems(problems, form, { catalogue, width: 80, paint: NO_PAINT, title: 'Title.' });

describe('each form of problems', () => {
  const placed = inCell('number-syntax', {}, 'x;«1200 st»;y');

  test('is what it says', async () => {
    expect(await shown([placed], 'text')).toMatch(/^Title\.\n\nerror: a\.csv, line 57, cell D57 decisions: /);
    expect(JSON.parse(await shown([placed], 'json')).kind).toBe('problems');
    expect(await shown([placed], 'github')).toMatch(/^::error file=data\/a\.csv,/);
    expect(JSON.parse(await shown([placed], 'sarif')).version).toBe('2.1.0');
  });

  test('is in the language chosen where people read it, in English where programs do', async () => {
    for (const form of PROBLEM_FORMS) {
      const isForPeople = form === 'text' || form === 'github';
      expect((await shown([placed], form, sv)) !== (await shown([placed], form, en)), form).toBe(isForPeople);
    }
  });
});

describe('whatever stands in the files', () => {
  const text = fc.string({
    unit: fc.oneof(anyCharacter, fc.constantFrom('\n', '\r', '\u001B', '::error::', '##[error]', '\n::', '%0A', ':')),
    maxLength: 30,
  });
  const anyProblem = fc
    .record({ file: text, column: text, before: text, value: text, after: text, other: text, path: text })
    .map(({ file, column, before, value, after, other, path }): PlacedProblem => {
      const facts = { other, otherPath: file, otherLine: 2 };
      const excerpt = { text: before + value + after, start: before.length, length: value.length, address: 'B3' };
      const place = { file, line: 3, column, columnNumber: 2, value };
      return { problem: problem('key-variant', facts, place), path: path === '' ? null : path, excerpt };
    });
  const anyProblems = fc.array(anyProblem, { maxLength: 4 });

  test.each(PROBLEM_FORMS)('no character of it acts in %s', async (form) => {
    await fc.assert(
      fc.asyncProperty(anyProblems, async (problems) => {
        const result = (await shown(problems, form)).replaceAll('\n', '');
        expect(result).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u);
        expect(result).not.toMatch(/##(?:\[|vso\[)/);
      }),
      { numRuns: 500 },
    );
  });

  test('no line of the text begins with it, and none is a command', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblems, async (problems) => {
        for (const line of (await shown(problems, 'text')).split('\n')) {
          expect(line).toMatch(/^(?:$|Title\.$|error:(?: |$)| {2})/);
          expect(line).not.toMatch(/::/);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('each line for GitHub is one problem, and begins and ends its properties itself', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblems, async (problems) => {
        const lines = (await shown(problems, 'github')).split('\n').slice(0, -1);
        expect(lines.length).toBe(problems.length);
        for (const line of lines) {
          expect(line).toMatch(
            /^::error (?:file=[^,:]*,line=3,col=\d+,endColumn=\d+,)?title=key-variant::(?:(?!::).)*$/su,
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  test('JSON and SARIF are sound', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblems, async (problems) => {
        expect(JSON.parse(await shown(problems, 'json')).problems.length).toBe(problems.length);
        expect(JSON.parse(await shown(problems, 'sarif')).runs[0].results.length).toBe(problems.length);
      }),
      { numRuns: 200 },
    );
  });

  test('no form shows the end of a personal number', async () => {
    const facts = { other: '811228-9874', otherPath: 'a.csv', otherLine: 2 };
    const secret = inCell('key-variant', facts, '8112289874;19811228-9874;«811228+9874»;198112289874');
    for (const form of PROBLEM_FORMS) {
      for (const path of ['a.csv', null]) {
        const result = await shown([{ ...secret, path }], form, sv);
        expect(result).toContain('811228-****');
        expect(result).not.toContain('9874');
      }
    }
  });
});
