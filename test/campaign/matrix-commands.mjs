// The commands that every cell of the matrix runs, in this order: some read what others have written.

/** The formats that no language may reach, and those for people, which are asked for in one. */
const MACHINE = ['json', 'csv', 'csv-sv'];
const PEOPLE = ['table', 'markdown'];

const HALF_YEAR = ['--from', '2023-01', '--to', '2023-06'];
const WHAT_IF = ['--month', '2023-01', '--scenario', 'case-scenario/what-if.csv'];

/** A table, a file that people write, and two results. */
const SCHEMAS = ['statistics', 'plan', 'estimate', 'batch'];

/** `{ name, args, isForMachines }`; what stands on either stream, the exit code and all files are held together. */
export const COMMANDS = [
  ...inAll('estimate', '--data', 'example', '--month', '2023-01'),
  ...inAll('explain', '--data', 'example', '--month', '2023-01', '--programme', 'JOB', '--region', 'Nord'),
  ...inAll('compare', '--data', 'example', '--month', '2022-11', '--with', 'estimate'),
  ...inAll('check', '--data', 'example', '--month', '2023-01'),
  machine('estimate', '--data', 'example', ...HALF_YEAR, '-o', 'range.json', '-o', 'range.csv', '--quiet'),
  people('estimate', '--data', 'example', ...HALF_YEAR, '-o', 'range.md', '-o', 'range.txt', '--format', 'table'),
  ...inAll('verify', 'range.json', '--data', 'example'),
  machine('estimate', '--data', 'exempel', '--month', '2023-01', '--format', 'csv-sv'),
  machine('compare', '--data', 'exempel', '--month', '2023-01', '--format', 'json'),
  people('check', '--data', 'exempel'),
  // What is written for people by a job has the language of the command.
  ...['example', 'exempel'].map((data) =>
    people(
      'batch',
      `${data}/plan.yaml`,
      '-o',
      `${data}-batch.json`,
      '-o',
      `${data}-batch.csv`,
      '-o',
      `${data}-batch.md`,
    ),
  ),
  machine('batch', 'example/plan.yaml', '--dry-run', '--format', 'json', '--problems', 'json'),
  machine('schema', 'datapackage', '--data', 'exempel', '-o', 'exempel/datapackage.json', '--quiet'),
  ...SCHEMAS.map((name) => machine('schema', name)),
  machine('compare', '--data', 'case-lmdi', '--month', '2023-01', '--method', 'lmdi', '--format', 'json'),
  machine('compare', '--data', 'case-scenario', ...WHAT_IF, '--format', 'json'),
  ...['case-codes', 'case-excel', 'names'].map((data) =>
    machine('estimate', '--data', data, '--month', '2023-01', '--format', 'json', '--problems', 'json'),
  ),
  ...['many-mistakes', 'two-encodings', 'foreign-letter', 'only-warnings', 'names', 'newer'].map((data) =>
    machine('check', '--data', data, '--month', '2023-01', '--format', 'json', '--problems', 'json'),
  ),
  ...['many-mistakes', 'only-warnings'].map((data) =>
    machine('check', '--data', data, '--format', 'csv', '--problems', 'sarif'),
  ),
  people('check', '--data', 'many-mistakes', '--problems', 'github'),
  people('check', '--data', 'many-mistakes', '--problems', 'text'),
  machine('completion', 'bash'),
  people('init', 'new'),
];

function inAll(...args) {
  return [
    ...MACHINE.map((format) => machine(...args, '--format', format, '--problems', 'json')),
    ...PEOPLE.map((format) => people(...args, '--format', format)),
  ];
}

function machine(...args) {
  return { name: args.join(' '), args, isForMachines: true };
}

function people(...args) {
  return { name: args.join(' '), args: [...args, '--lang', 'en'], isForMachines: false };
}
