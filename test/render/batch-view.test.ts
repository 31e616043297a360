import { describe, expect, test } from 'vitest';
import type { BatchReport, JobRow } from '../../src/domain/batch-report.ts';
import { en } from '../../src/messages/en.ts';
import { sv } from '../../src/messages/sv.ts';
import { NO_PAINT } from '../../src/render/paint.ts';
import { type Format, render } from '../../src/render/render.ts';

function job(changes: Partial<JobRow> = {}): JobRow {
  return {
    name: 'hours (2023-01, Nord)',
    command: 'estimate',
    with: {},
    exitCode: 0,
    totalHours: 3628,
    change: null,
    changeShare: null,
    outputs: [{ path: 'results/2023-01/Nord.csv', format: 'csv' }],
    errors: [],
    warnings: [],
    notes: ['reference-year-older'],
    failures: [],
    failure: null,
    ...changes,
  };
}

const LONG = job({
  name: 'hours (2023-01, Stockholm Gotland)',
  outputs: [{ path: 'results/2023-01/Stockholm Gotland.csv', format: 'csv' }],
});
const CHANGE = job({
  name: 'change',
  command: 'compare',
  with: { 'max-increase': '15%', 'max-decrease': '500h' },
  totalHours: 40950,
  change: 4138,
  changeShare: 0.1124,
  notes: [],
  outputs: [
    { path: 'results/change.md', format: 'markdown' },
    { path: 'results/change.json', format: 'json' },
  ],
});

function reportOf(rows: readonly JobRow[], dryRun = false): BatchReport {
  return {
    formatVersion: 1,
    kind: 'batch',
    request: { plan: 'plan.yaml', month: null, data: null, strict: false, allowOutside: false, dryRun },
    inputs: [],
    exitCode: 0,
    rows,
    failures: [],
    problems: [],
    warnings: [],
    notes: [],
  };
}

async function shown(report: BatchReport, width: number, catalogue = en, format: Format = 'table'): Promise<string> {
  return render(report, format, { catalogue, width, paint: NO_PAINT, problems: [], dataFlag: '' });
}

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('the summary of a batch', () => {
  test.each([60, 80, 140, 300])('in %i columns names every job and every file, whole', async (width) => {
    for (const catalogue of [en, sv]) {
      for (const dryRun of [false, true]) {
        for (const rows of [
          [job(), LONG],
          [job(), LONG, CHANGE],
          [job({ warnings: ['schablon-old'] }), CHANGE],
        ]) {
          const text = await shown(reportOf(rows, dryRun), width, catalogue);
          expect(widest(text)).toBeLessThanOrEqual(width);
          for (const { outputs } of rows) expect(text).toContain(outputs[0]?.path);
          if (width >= 140) for (const { name } of rows) expect(text).toContain(name);
          expect(text).toContain('hours (');
        }
      }
    }
  });

  test('counts the files in the table where their names do not fit, and names them below', async () => {
    const narrow = await shown(reportOf([LONG, CHANGE]), 80);
    expect(narrow).toMatch(/^hours \(2.*…?01, S.*…\S*d\) .* 1$/m);
    expect(narrow).toMatch(/^hours \(2023-01, Stockholm Gotland\) {2}results\/2023-01\/Stockholm Gotland\.csv$/m);
    expect(narrow).toMatch(/^change .* 2$/m);
    expect(narrow).toMatch(/^change +results\/change\.md, \.json$/m);
    const wide = await shown(reportOf([LONG, CHANGE]), 140);
    expect(wide).toMatch(/^hours \(2023-01, Stockholm Gotland\).* results\/2023-01\/Stockholm Gotland\.csv$/m);
    expect(wide.match(/change\.md/g)).toHaveLength(1);
  });

  test('shows a change in per cent and its limits, and warnings beside notes', async () => {
    const text = await shown(reportOf([job({ warnings: ['schablon-old', 'share-extreme'] }), CHANGE]), 140);
    expect(text).toMatch(/ \+4\u00A0138 +\+11\u00A0% +\+15\u00A0% /);
    expect(text).toMatch(/Nord\) +3\u00A0628 +2 +1 +0 /);
    const less = await shown(reportOf([{ ...CHANGE, change: -400, changeShare: -0.01 }]), 140);
    expect(less).toMatch(/ \u2212400 +\u22121.0\u00A0% +\u2212500\u00A0h /);
    expect(await shown(reportOf([job()]), 140)).not.toMatch(/Warn|Change|Limit/);
    const above = await shown(reportOf([{ ...CHANGE, changeShare: 0.150004, with: { 'max-increase': '15%' } }]), 140);
    expect(above).toContain('+15.0004\u00A0%');
  });

  test('of a name that does not fit keeps the job’s own, and both ends of each value that the matrix chose', async () => {
    const long = job({ name: `hours (2023-01, ${'Stockholm Gotland '.repeat(6).trim()})` });
    const text = await shown(reportOf([long, CHANGE]), 80);
    expect(text).toMatch(/^hours \(2.*1, S.*…\S*d\) /m);
    expect(widest(text)).toBeLessThanOrEqual(80);
    const own = await shown(reportOf([job({ name: 'x'.repeat(200) })]), 80);
    expect(own).toMatch(/^x{20,}… /m);
    expect(widest(own)).toBeLessThanOrEqual(80);
  });

  test('in Markdown folds the names of files that would make the table wide', async () => {
    const text = await shown(reportOf([LONG, CHANGE, job({ outputs: [] })]), 80, en, 'markdown');
    expect(text).toMatch(/^\| hours \(2023-01, Stockholm Gotland\) \|.*\| 1 \|$/m);
    expect(text).toMatch(/<summary>Files: 2 rows<\/summary>[\s\S]*\| change \| results\/change\.md, \.json \|/);
    expect(await shown(reportOf([CHANGE]), 80, en, 'markdown')).not.toContain('<details>');
  });
});
