import { expect, test } from 'vitest';
import { groupedBy } from '../../src/domain/grouping.ts';

test('groups and what is in them keep the order in which they were seen', () => {
  const groups = groupedBy(new Set([5, 2, 3, 4, 9]), (number) => (number % 2 === 0 ? 'even' : 'odd'));
  expect([...groups]).toEqual([
    ['odd', [5, 3, 9]],
    ['even', [2, 4]],
  ]);
});

test('of nothing there are no groups', () => {
  expect(groupedBy([], () => 'any').size).toBe(0);
});
