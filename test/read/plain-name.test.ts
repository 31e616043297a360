import { expect, test } from 'vitest';
import { joinedWords, numbersOf, plainWords } from '../../src/read/plain-name.ts';

test.each([
  ['Öst', ['ost']],
  ['01 Öst-Väst/Håbo', ['01', 'ost', 'vast', 'habo']],
  ['  Stockholm och\u00A0Gotland. ', ['stockholm', 'och', 'gotland']],
  ['IDÉ1', ['ide1']],
  ['-', []],
])('the plain words of %j are %j', (name, words) => expect(plainWords(name)).toEqual(words));

test.each([
  [['stock', 'holm'], 'stockholm'],
  [['01', 'nord'], '01nord'],
  [['1', '11'], '1 11'],
  [['11', '1'], '11 1'],
  [[], ''],
])('%j is %j joined', (words, joined) => expect(joinedWords(words)).toBe(joined));

test.each([
  ['möte 1', '1'],
  ['2 av 10', '2 10'],
  ['möte', ''],
])('the numbers of %j are %j', (name, numbers) => expect(numbersOf(name)).toBe(numbers));
