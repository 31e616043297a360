import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from '../../src/domain/nearness.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'å', '𝔸'), maxLength: 8 });

test('F28 what is near takes no time for fifty thousand marks on one letter', () => {
  const start = performance.now();
  expect(nearest(`a${'\u0301\u0323'.repeat(25_000)}`, ['region'])).toEqual([]);
  expect(performance.now() - start).toBeLessThan(1000);
});

describe('the distance between two words', () => {
  test.each([
    ['', '', 0],
    ['abc', '', 3],
    ['', 'abc', 3],
    ['region', 'region', 0],
    ['regoin', 'region', 1],
    ['ergion', 'region', 1],
    ['er', 're', 1],
    ['regio', 'region', 1],
    ['regions', 'region', 1],
    ['redion', 'region', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['å', 'a', 1],
    ['𝔸', 'A', 1],
  ])('from %j to %j is %i', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
  });

  test('is 0 only between equals, the same both ways, and at most the longer word', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        const distance = editDistance(left, right);
        expect(distance === 0).toBe(left === right);
        expect(editDistance(right, left)).toBe(distance);
        expect(distance).toBeLessThanOrEqual(Math.max([...left].length, [...right].length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs([...left].length - [...right].length));
      }),
    );
  });

  test('grows by at most one with a letter', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom('a', 'z'), (left, right, letter) => {
        expect(Math.abs(editDistance(left + letter, right) - editDistance(left, right))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the nearest candidates', () => {
  const columns = ['decisions', 'new_decisions', 'published', 'region', 'programme', 'step', 'low'];

  test.each<[string, string[]]>([
    ['desicions', ['decisions']],
    ['programe', ['programme']],
    ['regoin', ['region']],
    ['Region', ['region']],
    ['steg', ['step']],
    ['lo', []],
    ['colour', []],
    ['publ', []],
    ['', []],
  ])('to %j are %j', (written, near) => {
    expect(nearest(written, columns)).toEqual(near);
  });

  test('allow no slip in words of three letters, one up to six, and two from seven on', () => {
    expect(nearest('JOC', ['JOB'])).toEqual([]);
    expect(nearest('job', ['JOB'])).toEqual(['JOB']);
    expect(nearest('Sydd', ['Syd'])).toEqual(['Syd']);
    expect(nearest('abcdxx', ['abcdef'])).toEqual([]);
    expect(nearest('abcdex', ['abcdef'])).toEqual(['abcdef']);
    expect(nearest('abcdexx', ['abcdefg'])).toEqual(['abcdefg']);
    expect(nearest('abcdxxx', ['abcdefg'])).toEqual([]);
  });

  test('come nearest first, then by code unit, at most three, each once', () => {
    expect(nearest('aaaaaaa', ['aaaaabb', 'aaaaaac', 'aaaaaab', 'aaaaaac', 'aaaaabc', 'aaaaacc'])).toEqual([
      'aaaaaab',
      'aaaaaac',
      'aaaaabb',
    ]);
  });

  test('are found without regard to case and to how å is composed', () => {
    expect(nearest('o\u0308rebro', ['\u00D6REBRO'])).toEqual(['\u00D6REBRO']);
  });

  test('take __proto__ and constructor for words like any other', () => {
    expect(nearest('__proto_', ['__proto__', 'constructor'])).toEqual(['__proto__']);
    expect(nearest('constructer', new Set(['__proto__', 'constructor']))).toEqual(['constructor']);
  });

  test('of a word are the word itself where it is among them', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), word, (others, written) => {
        expect(
          nearest(written, [...others, written])[0]
            ?.normalize('NFC')
            .toLowerCase(),
        ).toBe(written.normalize('NFC').toLowerCase());
      }),
    );
  });
});
