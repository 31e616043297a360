#!/usr/bin/env node
// The runs of a plan as single commands, one after the other: one-by-one.mjs FOLDER DATA TOOL...
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENDINGS, FIRST, LAST, REGIONS } from './batch-size.mjs';

const months = (first, last) => {
  const number = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const name = (at) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  return Array.from({ length: number(last) - number(first) + 1 }, (_, i) => name(number(first) + i));
};

const [folder, data, command, ...args] = process.argv.slice(2);
for (const month of months(FIRST, LAST)) {
  mkdirSync(join(folder, month), { recursive: true });
  for (const region of REGIONS) {
    const outs = ENDINGS.flatMap((ending) => ['--out', join(folder, month, `${region}.${ending}`)]);
    const all = [...args, 'estimate', '--data', data, '--month', month, '--region', region, ...outs];
    const { status, stderr } = spawnSync(command, all, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }
}
