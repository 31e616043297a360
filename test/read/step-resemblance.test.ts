import { describe, expect, test } from 'vitest';
import { LONGEST_NAME } from '../../src/read/limits.ts';
import { resemblingSteps } from '../../src/read/step-resemblance.ts';

describe('work steps that resemble each other', () => {
  test.each([
    ['bedöma', 'bedömma'],
    ['bedöma', 'bedma'],
    ['bedöma', 'bedoma'],
    ['bedöma', 'bädöma'],
    ['bedöma', 'bdeöma'],
    ['bedöma', 'bedömaa'],
    ['bedöma', 'xbedöma'],
    ['följa upp', 'följa  upp'],
    ['följa upp', 'föja upp'],
    ['möte, kund', 'möte kund'],
    ['del 1 bedöma', 'del 1 bedömma'],
    ['aaaa', 'aaaaa'],
  ])('are one slip apart: %s and %s', (one, other) => {
    expect(resemblingSteps([one, other])).toEqual([[one, other]]);
    expect(resemblingSteps([other, one])).toEqual([[other, one]]);
  });

  test.each([
    ['besluta', 'avsluta'],
    ['boka in', 'boka om'],
    ['del a', 'del b'],
    ['möte', 'möte b'],
    ['möte b', 'möte c'],
    ['steg 1', 'steg 2'],
    ['bedöma 1', 'bedömma 2'],
    ['1', '2'],
    ['-', '+'],
    ['abcdef', 'abxyef'],
    ['abcdef', 'abfdec'],
    ['abcdef', 'bcdefg'],
    ['abcdefgh', 'abdcefhg'],
    ['bedöma', 'bedömmma'],
    ['sam', 'som'],
    ['samråd a', 'samråd'],
    ['ab cdef', 'ab'],
  ])('are not where they are other words, or differ in a number: %s and %s', (one, other) => {
    expect(resemblingSteps([one, other])).toEqual([]);
    expect(resemblingSteps([other, one])).toEqual([]);
  });

  test('are told with the earlier one, each once', () => {
    expect(resemblingSteps(['bedöma', 'samråda', 'bedömma', 'samåda', 'bedöm'])).toEqual([
      ['bedöma', 'bedömma'],
      ['samråda', 'samåda'],
      ['bedöma', 'bedöm'],
    ]);
  });

  test('F28 are looked for among two thousand, of two hundred letters', () => {
    const others = (count: number): string[] => Array.from({ length: count }, (_, at) => `${at}`);
    expect(resemblingSteps([...others(1998), 'bedöma', 'bedömma'])).toHaveLength(1);
    expect(resemblingSteps([...others(1999), 'bedöma', 'bedömma'])).toEqual([]);
    const long = 'x'.repeat(LONGEST_NAME - 1);
    expect(resemblingSteps([`${long}y`, `${long}z`])).toHaveLength(1);
    expect(resemblingSteps([`${long}yy`, `${long}yz`])).toEqual([]);
  });
});
