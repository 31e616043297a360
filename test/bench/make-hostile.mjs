// Small data folders with one thing in them that is larger than anything sound.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES = {
  'forecasts.csv': 'published,programme,period,decisions_per_month\n2022-10-28,JOB,2023-01,1000\n',
  'statistics.csv': 'month,programme,decisions,new_decisions\n2022-01,JOB,1000,100\n',
  'schablons.csv':
    'programme,valid_from,measure,step,value,source\nJOB,2022-01,collaboration_share,,0.2,x\nJOB,2022-01,base_hours,assess,3,x\nJOB,2022-01,collaboration_hours,talk,2,x\n',
};

/** Writes the folders below `scratch`, and gives their paths. */
export function makeHostile(scratch) {
  const folder = (name, changed) => {
    const path = join(scratch, name);
    mkdirSync(path, { recursive: true });
    for (const [file, content] of Object.entries({ ...FILES, ...changed })) writeFileSync(join(path, file), content);
    return path;
  };
  const row = '2022-01,JOB,1000,100\n';
  return {
    sound: folder('sound', {}),
    longCell: folder('long-cell', {
      'schablons.csv': FILES['schablons.csv'].replace('3,x', `3,"${'å'.repeat(524_280)}"`),
    }),
    runaway: folder('runaway', {
      'statistics.csv': `${FILES['statistics.csv']}2022-02,"JOB,1000,100\n${row.repeat(20_000_000 / row.length)}`,
    }),
    spaces: folder('spaces', {
      'statistics.csv': FILES['statistics.csv'].replace('1000,', `1${' '.repeat(50_000)}000,`),
    }),
  };
}
