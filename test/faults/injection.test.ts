import { expect, test } from 'vitest';
import { brief, type Injection, inject, OPERATORS } from './injection.ts';

/** How many faults are planted; more where the script of that name runs. */
const COUNT = Number(process.env['COUNT'] ?? (process.env['npm_lifecycle_event'] === 'inject' ? 10_000 : 1000));

test(`of ${COUNT} planted faults none is accepted, and the first problem is where it was planted`, async () => {
  const injections: Injection[] = [];
  for (let number = 0; number < COUNT; number += 1) {
    injections.push(await inject(OPERATORS[number % OPERATORS.length] as (typeof OPERATORS)[number], 1000 * number));
  }
  const lines = OPERATORS.map((operator) => {
    const own = injections.filter((each) => each.operator === operator);
    const count = (isSo: (each: Injection) => boolean): string => String(own.filter(isSo).length).padStart(5);
    const counts = [count(() => true), count(({ isSeen }) => isSeen), count(({ isPlaced }) => isPlaced)];
    return `${counts.join('')}${count(({ isNamed }) => isNamed)}  ${operator.fault} ${operator.name}`;
  });
  const astray = injections.filter(({ isSeen, isPlaced, isNamed }) => !(isSeen && isPlaced && isNamed));
  if (COUNT > 1000 || astray.length > 0) {
    console.log(['sown  seen place named', ...lines].join('\n'));
    console.log(astray.slice(0, 40).map(shown).join('\n'));
  }
  expect(injections.filter(({ isSeen }) => !isSeen).map(shown)).toEqual([]);
  expect(injections.filter(({ isPlaced }) => isPlaced).length / COUNT).toBeGreaterThanOrEqual(0.99);
  expect(injections.filter(({ isNamed }) => isNamed).length / COUNT).toBeGreaterThanOrEqual(0.99);
}, 600_000);

test('there are many kinds of faults, each named once', () => {
  const names = OPERATORS.map(({ fault, name }) => `${fault} ${name}`);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(40);
});

function shown({ operator, seed, expected, found }: Injection): string {
  const { codes, file, line, columnNumber, value } = expected;
  return `${operator.fault} ${operator.name} (seed ${seed})\n  expected ${brief(codes.join('|'), file, line, columnNumber, value)}\n  found    ${found}`;
}
