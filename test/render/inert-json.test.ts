import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inertJson, inertJsonOfMany } from '../../src/render/inert-json.ts';
import { anyCharacter } from '../domain/any-text.ts';

const ACTIVE = /[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]|::|##(?:\[|vso\[)/u;

describe('inert JSON', () => {
  test('of ordinary values is JSON with two spaces', () => {
    const value = { b: 'Öst – “7 %”: a:b #[', a: [1.5, null, true, []], c: {} };
    expect(inertJson(value)).toBe(`${JSON.stringify(value, null, 2)}\n`);
  });

  test('X16 is the same value, and nothing in it acts', () => {
    const text = fc.string({
      unit: fc.oneof(anyCharacter, fc.constantFrom('::', ':', '##[', '##vso[', '\u009B', '\n')),
    });
    const record = fc.dictionary(text, fc.oneof(text, fc.integer()));
    fc.assert(
      fc.property(record, (value) => {
        const json = inertJson(value);
        expect(JSON.parse(json)).toEqual(value);
        expect(json.replaceAll('\n', '')).not.toMatch(ACTIVE);
      }),
      { numRuns: 500 },
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('X07 is never %d', (value) => {
    expect(() => inertJson({ rows: [{ a: 1 }, { a: [value] }] })).toThrow(
      new RangeError(`not a finite number: ${value}`),
    );
    expect(() => inertJsonOfMany({ rows: [] }, [value], (a) => ({ a }))).toThrow(RangeError);
  });

  test('has 0 for −0', () => {
    expect(inertJson([-0])).toBe('[\n  0\n]\n');
  });

  test.each([0, 1, 999, 1000, 1001, 2500])('of %i records is as if written at once', (count) => {
    const records = Array.from({ length: count }, (_, at) => ({ at, text: 'x\n::', none: [], cells: [at, {}] }));
    const documentOf = (results: readonly object[]): object => ({ first: [], runs: [{ kind: 'x', results }] });
    expect(inertJsonOfMany(documentOf([]), records, (record) => record)).toBe(inertJson(documentOf(records)));
  });
});
