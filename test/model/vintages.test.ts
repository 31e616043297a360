import { expect, test } from 'vitest';
import type { EstimateRow } from '../../src/domain/report.ts';
import { Findings } from '../../src/model/findings.ts';
import { nameVintages } from '../../src/model/vintages.ts';

const row = (programme: string, forecastPublished: string, decisions = 1): EstimateRow =>
  ({ programme, forecastPublished, decisions }) as EstimateRow;

function named(from: readonly EstimateRow[], to: readonly EstimateRow[]): unknown[] {
  const findings = new Findings();
  nameVintages(from, to, findings);
  return findings.notes.map(({ code, facts }) => [code, facts]);
}

const [JUNE, OCTOBER] = ['2022-06-30', '2022-10-28'];

test('programmes on both sides are named by the days of their forecasts, together where those are the same', () => {
  const from = [row('UGA', JUNE), row('JOB', JUNE), row('KUR', JUNE), row('ABC', OCTOBER)];
  const to = [row('UGA', OCTOBER), row('JOB', OCTOBER), row('ETP', OCTOBER), row('ABC', OCTOBER)];
  expect(named(from, to)).toEqual([
    ['forecast-vintages', { programmes: ['ABC'], from: OCTOBER, to: OCTOBER }],
    ['forecast-vintages', { programmes: ['JOB', 'UGA'], from: JUNE, to: OCTOBER }],
  ]);
});

test('a forecast that was changed under its own day is not named', () => {
  const from = [row('JOB', OCTOBER, 1), row('JOB', OCTOBER, 2), row('UGA', OCTOBER, 5), row('KUR', JUNE, 1)];
  const to = [row('JOB', OCTOBER, 1), row('JOB', OCTOBER, 3), row('UGA', OCTOBER, 5), row('KUR', OCTOBER, 2)];
  expect(named(from, to)).toEqual([
    ['forecast-vintages', { programmes: ['KUR'], from: JUNE, to: OCTOBER }],
    ['forecast-vintages', { programmes: ['UGA'], from: OCTOBER, to: OCTOBER }],
  ]);
});
