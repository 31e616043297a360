import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { ROOT } from '../harness.ts';
import { SECTIONS } from './catalogue.ts';
import { faultsTable, witnesses } from './table.ts';

const FILE = path.join(ROOT, 'docs/faults.md');
const faults = SECTIONS.flatMap((section) => section.faults);

describe('the table of faults', () => {
  test('has a test for each, or a reason', () => {
    const found = witnesses();
    expect(faults.filter(({ id, reason }) => reason === undefined && !found.has(id)).map(({ id }) => id)).toEqual([]);
    expect(faults.filter(({ id, reason }) => reason !== undefined && found.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('has each once, in its order', () => {
    const ids = faults.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { faults: ofSection } of SECTIONS) {
      const own = ofSection.map(({ id }) => id);
      expect(own).toEqual([...own].sort());
    }
  });

  test('names codes that exist', () => {
    const codes = faults.flatMap(({ outcome }) => [...outcome.matchAll(/`([a-z0-9]+(?:-[a-z0-9]+)+)`/g)]);
    expect(codes.length).toBeGreaterThan(60);
    for (const [, code] of codes) expect(Object.keys(en.problems)).toContain(code);
  });

  test('is docs/faults.md', () => {
    if (process.env['UPDATE'] === '1') writeFileSync(FILE, faultsTable());
    expect(readFileSync(FILE, 'utf8')).toBe(faultsTable());
  });
});
