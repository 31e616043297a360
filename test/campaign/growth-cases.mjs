// What the law of growth is held to. Each case makes its input of a size before the clock runs: `make(n)` gives what is
// timed. `most` is the largest size that the program takes; a case that is fast even there cannot be slow.
import { folder, monthsTo, regionName, statistics } from './growth-data.mjs';

/** The limits of `src/read/limits.ts`. */
const CELL = 1_000_000;
const COLUMNS = 900;
const PROBLEMS = 49_000;
/** So many names are compared with each other, which takes the square of their number; `resemblance.ts` says no more. */
const COMPARED = 500;
/** Beyond a country's regions by far. */
const NAMES = 40_000;

/** @param {Awaited<ReturnType<import('./growth-program.mjs').loadProgram>>} program */
export function casesOf(program) {
  return [...parsing(program), ...sinks(program)];
}

function parsing(program) {
  const read = async (files) => {
    const { context } = await surroundingsOf(program, files);
    return async () => program.readTables(await program.readFolder(context.folder, context.world));
  };
  const rows = (months, options = {}) => statistics({ months, regions: 20, ...options });
  const oneCell = (cell) => folder({ statistics: [...rows(2), `2022-02;JOB;${cell};1200;60`] });
  const number = (cell) => folder({ statistics: [...rows(2), `2022-02;JOB;${regionName(0)};${cell};60`] });
  const source = (cell) => folder({ forecasts: [`2022-10-24;JOB;;2023-01;3700;${cell}`] });
  const wide = (count, cell) => {
    const more = (text) => Array.from({ length: count }, (_, at) => text(at)).join(';');
    const [header, ...body] = ['month;programme;region;decisions;new_decisions', ...rows(30)];
    return folder({
      statistics: `${header};${more((at) => `extra ${at}`)}\n${body.map((row) => `${row};${more(cell)}\n`).join('')}`,
    });
  };
  const cases = {
    'rows, plain cells': [(n) => folder({ statistics: rows(n) }), 1300],
    'rows, quoted cells': [(n) => folder({ statistics: rows(n, { cell: (value) => `"${value}"` }) }), 1300],
    'rows, one quoted cell among many plain': [
      (n) =>
        folder({
          statistics: [...rows(n - 1), ...rows(n).slice(-1)].map((row, at) =>
            at % 200 ? row : row.replace('JOB', '"JOB"'),
          ),
        }),
      1300,
    ],
    'rows, CRLF and Windows-1252': [(n) => asWindows(folder({ statistics: rows(n) })), 1300],
    'rows, UTF-16': [(n) => asUtf16(folder({ statistics: rows(n) })), 1300],
    'rows, spaces around and in numbers': [
      (n) =>
        folder({
          statistics: rows(n, {
            cell: (value) => `  ${typeof value === 'number' ? `${value}`.replace(/(\d)(\d{3})$/, '$1 $2') : value} `,
          }),
        }),
      1300,
    ],
    'columns beyond those that are known': [(n) => wide(n, String), COLUMNS],
    'columns, blank': [(n) => wide(n, () => ''), COLUMNS],
    'regions, in the statistics': [(n) => folder({ statistics: rows(2, { regions: n }) }), NAMES],
    'regions, alike but for a number': [
      (n) => folder({ statistics: rows(2, { regions: n, nameOf: (at) => `Kontor ${at}` }) }),
      NAMES,
    ],
    'regions, in a table of codes': [
      (n) =>
        folder({
          regions: Array.from({ length: n }, (_, at) => `${1000 + at};${regionName(at)};${regionName(at)}stad`),
        }),
      NAMES,
    ],
    'steps of schablons': [
      (n) =>
        folder({ schablons: Array.from({ length: n }, (_, at) => `JOB;;2022-01;;base_hours;${regionName(at)};2.5;x`) }),
      20_000,
    ],
    'steps of schablons, alike': [
      (n) => folder({ schablons: Array.from({ length: n }, (_, at) => `JOB;;2022-01;;base_hours;möte ${at};2.5;x`) }),
      20_000,
    ],
    'schablons of regions': [
      (n) =>
        folder({
          statistics: rows(1, { regions: n }),
          schablons: Array.from({ length: n }, (_, at) => `JOB;${regionName(at)};2022-01;;base_hours;bedöma;2.5;x`),
        }),
      NAMES,
    ],
    'schablons, one revised over and over': [
      (n) =>
        folder({
          schablons: monthsTo(n).flatMap((month) =>
            ['JOB', 'ETP'].map((code) => `${code};;${month};;base_hours;bedöma;2.5;x`),
          ),
        }),
      380,
    ],
    'forecasts, many published': [
      (n) =>
        folder({
          forecasts: monthsTo(1).flatMap(() => Array.from({ length: n }, (_, at) => `${days(at)};JOB;;2023-01;3700;x`)),
        }),
      40_000,
    ],
    'rows with a fault each': [
      (n) =>
        folder({
          statistics: rows(400, { regions: 130 })
            .slice(0, n)
            .map((row) => row.replace(/\d+;\d+$/, 'x;5')),
        }),
      PROBLEMS,
    ],
    'rows twice': [
      (n) =>
        folder({
          statistics: rows(400, { regions: 65 })
            .slice(0, n)
            .flatMap((row) => [row, row]),
        }),
      PROBLEMS / 2,
    ],
    'rows, more new than all': [
      (n) =>
        folder({
          statistics: rows(400, { regions: 130 })
            .slice(0, n)
            .map((row) => row.replace(/\d+;\d+$/, '5;6')),
        }),
      PROBLEMS,
    ],
    'blank rows below': [
      (n) => folder({ statistics: `${folder({})['statistics.csv']}${';;;;\n'.repeat(n)}` }),
      4_000_000,
    ],
    'line ends below': [(n) => folder({ statistics: `${folder({})['statistics.csv']}${'\n'.repeat(n)}` }), 4_000_000],
    'a cell of letters': [(n) => source('å'.repeat(n)), CELL],
    'a cell of spaces': [(n) => source(`a${' '.repeat(n)}b`), CELL],
    'a cell of marks': [(n) => source(`a${'\u0301'.repeat(n)}`), CELL],
    'a cell of words': [(n) => source('ord '.repeat(n / 4)), CELL],
    'a quoted cell of quotation marks': [(n) => source(`"${'""'.repeat(n / 2)}"`), CELL],
    'a quoted cell of lines': [(n) => source(`"${'a\n'.repeat(n / 2)}"`), CELL],
    'a quotation mark that is not closed': [
      (n) => folder({ statistics: rows(n).map((row, at) => (at === 3 ? row.replace('JOB', '"JOB') : row)) }),
      1300,
    ],
    'a name of letters': [(n) => oneCell('å'.repeat(n)), CELL],
    'a name of spaces': [(n) => oneCell(`a${' '.repeat(n)}b`), CELL],
    'a name of marks': [(n) => oneCell(`a${'\u0301'.repeat(n)}`), CELL],
    'a name of marks under letters of two kinds': [(n) => oneCell(`a${'\u0301\u0323'.repeat(n / 2)}`), CELL],
    'a name of signs that stand for others': [(n) => oneCell('ﬁ'.repeat(n)), CELL],
    'a number of digits': [(n) => number('1'.repeat(n)), CELL],
    'a number of spaces': [(n) => number(`1${' '.repeat(n)}x`), CELL],
    'a number of groups': [(n) => number(`1${' 111'.repeat(n / 4)}x`), CELL],
    'a number of signs': [(n) => number(`1${'%'.repeat(n)}`), CELL],
    'a number of brackets': [(n) => number('('.repeat(n)), CELL],
    'a number of commas': [(n) => number(`1${',1'.repeat(n / 2)}`), CELL],
    'a month of hyphens': [(n) => folder({ statistics: [`${'-'.repeat(n)};JOB;Syd;1;1`] }), CELL],
    'a month of words': [(n) => folder({ statistics: [`${'januari '.repeat(n / 8)};JOB;Syd;1;1`] }), CELL],
    'a header of letters': [
      (n) =>
        folder({
          statistics: `month;programme;region;decisions;new_decisions;${'x'.repeat(n)}\n2022-01;JOB;Syd;1200;60;\n`,
        }),
      CELL,
    ],
    'a header of brackets': [
      (n) =>
        folder({
          statistics: `month;programme;region;decisions;new_decisions${'('.repeat(n)}\n2022-01;JOB;Syd;1200;60\n`,
        }),
      CELL,
    ],
    'a file of one line': [(n) => folder({ statistics: 'a;'.repeat(n / 2) }), 4 * CELL],
    'a file of letters': [(n) => folder({ statistics: 'å'.repeat(n) }), 4 * CELL],
    'settings, a list of files': [
      (n) => ({ ...folder({}), 'resurs.yaml': Buffer.from(`# ${'x'.repeat(n)}\nlanguage: sv\n`) }),
      CELL,
    ],
  };
  return Object.entries(cases).map(([title, [make, most]]) => ({
    title: `read: ${title}`,
    most,
    least: most === NAMES ? COMPARED + 1 : undefined,
    make: (n) => read(make(n)),
  }));
}

const FORMATS = ['table', 'markdown', 'json', 'csv', 'csv-sv'];
const FORMS = ['text', 'json', 'github', 'sarif'];
const JANUARY = { month: '2023-01' };

function sinks(program) {
  const { en, NO_PAINT } = program;
  const page = { catalogue: en, width: 80, paint: NO_PAINT, dataFlag: '' };
  const outcomeOf = async (command, options, files) => {
    const { context } = await surroundingsOf(program, files);
    const outcome = await program[command](options, context);
    if (outcome.report === null) {
      const [first] = outcome.problems;
      throw new Error(`${command} gave no report: ${JSON.stringify(first)}`);
    }
    return { ...outcome, placed: await program.placedProblems(outcome.problems, outcome.inputs, '/data') };
  };
  const manyRegions = (n) => folder({ statistics: statistics({ months: 14, regions: n }) });
  const longNames = (n) =>
    folder({
      statistics: statistics({
        months: 14,
        regions: 4,
        nameOf: (at) => regionName(at).repeat(Math.max(1, Math.floor(n / 8))),
      }),
    });
  const faulty = (n) => {
    const all = statistics({ months: 400, regions: 130 }).slice(0, n);
    return folder({ statistics: all.map((row, at) => row.replace(/\d+;\d+$/, FAULTS[at % FAULTS.length](at))) });
  };
  const oneFault = (n) => {
    const all = statistics({ months: 400, regions: 130 }).slice(0, n);
    return folder({ statistics: all.map((row) => row.replace(/\d+;\d+$/, 'x;5')) });
  };
  const longFault = (n) => folder({ statistics: [`2022-01;JOB;Syd;${'x1 '.repeat(n / 3)};5`] });
  const ofMarks = (n) => folder({ statistics: [`2022-01;JOB;Syd;x${'\u0301'.repeat(n)};5`] });
  const inputs = {
    'estimate of many rows': ['runEstimate', JANUARY, manyRegions, NAMES],
    'estimate of long names': ['runEstimate', JANUARY, longNames, CELL / 2],
    'compare of many rows': ['runCompare', { month: '2022-01' }, manyRegions, 10_000],
    'explain of a sum of many rows': [
      'runExplain',
      { ...JANUARY, programme: ['JOB'], region: [regionName(0)] },
      manyRegions,
      10_000,
    ],
    'explain of many steps': [
      'runExplain',
      { ...JANUARY, programme: ['JOB'], region: [regionName(0)] },
      (n) =>
        folder({
          schablons: [
            'JOB;;2022-01;;collaboration_share;;0.35;x',
            'JOB;;2022-01;;collaboration_hours;a;1;x',
            ...Array.from({ length: n }, (_, at) => `JOB;;2022-01;;base_hours;${regionName(at)};2.5;x`),
            ...['collaboration_share;', 'base_hours;a', 'collaboration_hours;a'].map(
              (measure) => `ETP;;2022-01;;${measure};0.5;x`,
            ),
          ],
        }),
      5_000,
    ],
    'check of many problems': ['runCheck', JANUARY, faulty, PROBLEMS],
    'check of a long cell': ['runCheck', JANUARY, longFault, CELL],
    'check of many regions': ['runCheck', JANUARY, manyRegions, 5_000],
  };
  const reports = Object.entries(inputs).flatMap(([title, [command, options, filesOf, most]]) =>
    FORMATS.map((format) => ({
      title: `${format}: ${title}`,
      most,
      make: async (n) => {
        const { report, placed } = await outcomeOf(command, options, filesOf(n));
        return () => program.render(report, format, { ...page, problems: placed });
      },
    })),
  );
  const problems = {
    'many problems of several kinds': [faulty, PROBLEMS],
    'many problems of one kind': [oneFault, PROBLEMS],
    'a long cell': [longFault, CELL],
    'a cell of marks': [ofMarks, CELL],
  };
  const forms = Object.entries(problems).flatMap(([title, [filesOf, most]]) =>
    FORMS.map((form) => ({
      title: `problems ${form}: ${title}`,
      most,
      make: async (n) => {
        const { placed } = await outcomeOf('runCheck', JANUARY, filesOf(n));
        return () => program.renderProblems(placed, form, { ...page, title: 'x' });
      },
    })),
  );
  const placing = Object.entries(problems).map(([title, [filesOf, most]]) => ({
    title: `lines of: ${title}`,
    most,
    make: async (n) => {
      const { problems: found, inputs: read } = await outcomeOf('runCheck', JANUARY, filesOf(n));
      return () => program.placedProblems(found, read, '/data');
    },
  }));
  return [...placing, ...forms, ...reports];
}

const FAULTS = [() => 'x;5', () => '5;6', () => '5,5;2', (at) => `-${at};1`, () => ';1', () => '1 2 3;1'];

function days(at) {
  const day = (at % 28) + 1;
  const month = (Math.floor(at / 28) % 12) + 1;
  const year = 1990 + (Math.floor(at / 336) % 100);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function asWindows(files) {
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, Buffer.from(String(bytes).replaceAll('\n', '\r\n'), 'latin1')]),
  );
}

function asUtf16(files) {
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, Buffer.from(`\uFEFF${bytes}`, 'utf16le')]),
  );
}

/** A data folder in memory, as a command sees it. */
async function surroundingsOf(program, files) {
  const outlet = { isTerminal: false, columns: 80, write: async () => undefined };
  const world = {
    env: {},
    cwd: '/data',
    stdout: outlet,
    stderr: outlet,
    milliseconds: () => 0,
    realPath: async (file) => file,
    listFolder: async () => Object.keys(files).sort(),
    readFile: async (file) => {
      const content = files[file.slice('/data/'.length)];
      if (content === undefined) throw Object.assign(new Error(file), { code: 'file-not-found' });
      return Uint8Array.from(content);
    },
  };
  const { context } = await program.surroundings({ tables: {}, isFolderNeeded: false }, world);
  return { context: { ...context, language: 'en', isForPeople: true } };
}
