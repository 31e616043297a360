import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../harness.ts';
import { SECTIONS } from './catalogue.ts';

/** The file, from the project's folder, and the title of a test that names a fault. */
export interface Witness {
  readonly file: string;
  readonly title: string;
}

/** A title, or a word of one, that begins with the ids of faults: `S08 S09 a quotation mark …`. */
const TITLE = /(['"`])((?:[A-Z]\d{2}[ ,]+)+(?:(?!\1|\n).)+)\1/g;

/** The tests that name each fault at the beginning of their title. */
export function witnesses(): ReadonlyMap<string, readonly Witness[]> {
  const found = new Map<string, Witness[]>();
  const files = readdirSync(path.join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/${file.split(path.sep).join('/')}`)
    .sort();
  for (const file of files) {
    for (const [, , title = ''] of readFileSync(path.join(ROOT, file), 'utf8').matchAll(TITLE)) {
      const ids = /^(?:[A-Z]\d{2}[ ,]+)+/.exec(title)?.[0].match(/[A-Z]\d{2}/g) ?? [];
      for (const id of new Set(ids)) found.set(id, [...(found.get(id) ?? []), { file, title }]);
    }
  }
  return found;
}

/** docs/faults.md: every fault, what happens, and the tests that show it. */
export function faultsTable(): string {
  const found = witnesses();
  const sections = SECTIONS.map(({ title, faults }) => {
    const rows = faults.map(({ id, fault, outcome, reason }) => {
      const tests = found.get(id) ?? [];
      const files = [...new Set(tests.map(({ file }) => file))].map((file) => {
        const count = tests.filter((test) => test.file === file).length;
        return `${file.replace(/^test\//, '').replace(/\.test\.ts$/, '')} (${count})`;
      });
      return `| ${id} | ${fault} | ${outcome} | ${reason ?? files.join(', ')} |`;
    });
    return [`## ${title}`, '', '| id | fault | what happens | tests |', '|---|---|---|---|', ...rows].join('\n');
  });
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `# Faults, and what happens

A file is understood exactly or refused, and an output is whole or absent: none of these gives a wrong number or loses a
file in silence, and no text from data does more than show itself. The last column names the test files, below \`test/\`, and how many of their titles begin with the fault's id; where there is no test it says why. The
table is made from the tests (\`npm run faults\`), and a test holds it to them. What was measured at random, beyond these
cases, stands in [campaigns.md](campaigns.md).`;
