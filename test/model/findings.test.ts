import { expect, test } from 'vitest';
import { Findings } from '../../src/model/findings.ts';

test('what is found is told once, however often it is met, and apart where a fact differs', () => {
  const findings = new Findings();
  const job = { programme: 'JOB', month: '2023-01' };
  for (const facts of [job, { ...job }, { ...job, month: '2023-02' }]) {
    findings.refuse('no-reference-month', facts);
    findings.warn('only-nation-in-month', facts);
    findings.remark('codes-missing', { ...facts, codes: ['104'] });
  }
  const months = [job.month, '2023-02'];
  expect(findings.errors.map(({ facts }) => (facts as typeof job).month)).toEqual(months);
  expect(findings.warnings.map(({ facts }) => (facts as typeof job).month)).toEqual(months);
  expect(findings.notes.map(({ facts }) => (facts as typeof job).month)).toEqual(months);
  expect(findings.errors.map(({ severity }) => severity)).toEqual(['error', 'error']);
  expect(findings.warnings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
});
