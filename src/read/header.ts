import { nearest } from '../domain/nearness.ts';
import { NOWHERE, type Place, type Problem, problem } from '../domain/problem.ts';
import { isMojibake } from './characters.ts';
import { OTHER_WORDS, TABLES, type TableSpec } from './columns.ts';
import { COLUMN_LIMIT } from './limits.ts';
import { folded, trimmed } from './text.ts';

/** The columns of one file: for each of the table's columns its place in a record, −1 where the file lacks it. */
export interface Header<Key extends string> {
  readonly index: Readonly<Record<Key, number>>;
  /** As written, trimmed, a line break within a name as a space. */
  readonly names: readonly string[];
  /** The places of the columns that may not all be blank: those that are required, and those of which one is. */
  readonly required: ReadonlySet<number>;
  readonly ignored: readonly string[];
  /** Columns without a name, which must be blank all the way down. */
  readonly nameless: readonly number[];
}

const NAMES = new WeakMap<TableSpec, ReadonlyMap<string, string>>();

/** Each name that a column goes by, folded, to its key; made once a table, since rows are looked at for names too. */
export function namesOf(spec: TableSpec): ReadonlyMap<string, string> {
  const known = NAMES.get(spec);
  if (known !== undefined) return known;
  const names = new Map(
    Object.entries(spec.columns).flatMap(([key, { aliases }]) =>
      [key, ...aliases].map((name) => [folded(name), key] as const),
    ),
  );
  NAMES.set(spec, names);
  return names;
}

let namesOfAll: ReadonlySet<string> | null = null;

/** The names of the columns of all tables, folded; most runs never need them. */
export function columnNames(): ReadonlySet<string> {
  namesOfAll ??= new Set(TABLES.flatMap((spec) => [...namesOf(spec).keys()]));
  return namesOfAll;
}

/** The columns that the table cannot do without and that are not there; `a | b` is one of which any would do. */
export function missingColumns(spec: TableSpec, present: ReadonlySet<string>): string[] {
  const columns = Object.entries(spec.columns);
  const missing = columns.filter(([key, { need }]) => need === 'required' && !present.has(key)).map(([key]) => key);
  const oneOf = columns.filter(([, { need }]) => need === 'one-of').map(([key]) => key);
  if (oneOf.length > 0 && !oneOf.some((key) => present.has(key))) missing.push(oneOf.join(' | '));
  return missing;
}

/** A message that names more columns than this is not read. */
const MOST_NAMED = 30;

/** Matches the header's cells with the table's columns; what is wanting, given twice or nearly known is a problem. */
export function readHeader<Key extends string>(
  cells: readonly string[],
  spec: TableSpec<Key>,
  file: string,
  line: number,
): { header: Header<Key>; problems: Problem[] } {
  const known = namesOf(spec);
  const names = cells.map((cell) => trimmed(cell).replaceAll('\n', ' '));
  while (names.at(-1) === '') names.pop();
  const index: Record<string, number> = Object.fromEntries(Object.keys(spec.columns).map((key) => [key, -1]));
  const place = { ...NOWHERE, file, line };
  if (names.length > COLUMN_LIMIT) {
    const facts = { limit: COLUMN_LIMIT, found: names.length };
    const header = {
      index: index as Record<Key, number>,
      names: [],
      required: new Set<number>(),
      ignored: [],
      nameless: [],
    };
    return { header, problems: [problem('columns-too-many', facts, place)] };
  }
  const at = (number: number): Place => ({
    ...place,
    column: names[number] ?? '',
    columnNumber: number + 1,
    value: (cells[number] ?? '').replaceAll('\n', ' '),
  });
  const problems: Problem[] = [];
  const unknown: number[] = [];
  for (const [number, name] of names.entries()) {
    // A long name may be parted at the end of its line.
    const key = known.get(folded(name)) ?? known.get(folded((cells[number] ?? '').replaceAll(/-\s*\n\s*/g, '')));
    if (key === undefined) {
      if (name !== '') unknown.push(number);
      continue;
    }
    const earlier = index[key] ?? -1;
    if (earlier < 0) {
      index[key] = number;
      continue;
    }
    const facts = { first: names[earlier] ?? '', firstNumber: earlier + 1 };
    problems.push(problem('header-duplicate', facts, at(number)));
  }
  const ignored: string[] = [];
  const present = new Set(Object.keys(index).filter((key) => (index[key] ?? -1) >= 0));
  const isSwedish = names.some(
    (name) => known.has(folded(name)) && !(folded(name).replaceAll(' ', '_') in spec.columns),
  );
  const needOf = (key: string): string | undefined => (spec.columns as TableSpec['columns'])[key]?.need;
  const hasOneOf = [...present].some((key) => needOf(key) === 'one-of');
  /** Of the columns of which one is needed, one is there. */
  const isServed = (key: string): boolean => hasOneOf && needOf(key) === 'one-of';
  /** Columns that some unknown name probably means: that they are missing is said already. */
  const meant = new Set<string>();
  for (const number of unknown) {
    const name = names[number] ?? '';
    const probable = meantBy(name, spec, known, isSwedish).find(({ key }) => !present.has(key) && !isServed(key));
    if (isMojibake(name)) problems.push(problem('text-garbled', {}, at(number)));
    else if (probable === undefined) ignored.push(name);
    else {
      meant.add(probable.key);
      problems.push(problem('header-misspelt', { meant: probable.name }, at(number)));
    }
  }
  const missing = missingColumns(spec, new Set([...present, ...meant]));
  // Where names are garbled, those that are missing are no news.
  if (missing.length > 0 && !problems.some(({ code }) => code === 'text-garbled')) {
    const delimiter = otherDelimiter(names, spec);
    const isData = present.size === 0 && names.some((name) => /^["\d]*\d/.test(name));
    if (delimiter !== null) problems.push(problem('delimiter-unknown', { delimiter }, place));
    else if (isData) problems.push(problem('header-absent', { required: missing }, place));
    else problems.push(problem('header-missing', { missing, found: names.slice(0, MOST_NAMED) }, place));
  }
  const nameless = names.flatMap((name, number) => (name === '' ? [number] : []));
  const needed = Object.entries(spec.columns as TableSpec['columns']).filter(([, { need }]) => need !== 'optional');
  const required = new Set(needed.map(([key]) => index[key] ?? -1));
  return { header: { index: index as Record<Key, number>, names, required, ignored, nameless }, problems };
}

/** A delimiter that no table may have, under which all columns would be found. */
function otherDelimiter(names: readonly string[], spec: TableSpec): string | null {
  const [only = '', ...others] = names;
  if (others.length > 0) return null;
  const known = namesOf(spec);
  const separated = ['|', ':', '^', '~', '  ', ' '].find((delimiter) => {
    const present = new Set(only.split(delimiter).flatMap((name) => known.get(folded(name.replaceAll('"', ''))) ?? []));
    return missingColumns(spec, present).length === 0;
  });
  return separated ?? null;
}

/** A column that an unknown name probably means, by the name that it should have. */
interface Meant {
  readonly key: string;
  readonly name: string;
}

/** What a name may have been meant as: with a slip of the pen, «(antal)» or a footnote mark; another word for the same. */
function meantBy(name: string, spec: TableSpec, known: ReadonlyMap<string, string>, isSwedish: boolean): Meant[] {
  const bare = folded(name.replace(/ ?\((?:antal|st|number|count)\)$|[*¹²³]+$/iu, ''));
  const near = known.has(bare) ? [bare] : nearest(bare, known.keys());
  const slips = near.map((each) => ({ key: known.get(each) ?? '', name: each.replaceAll(' ', '_') }));
  const byWord = Object.entries(spec.columns)
    .filter(([key]) => OTHER_WORDS[key]?.includes(bare.replaceAll('.', '')))
    .map(([key, { aliases }]) => ({ key, name: isSwedish ? (aliases[0] ?? key) : key }));
  return [...byWord, ...slips];
}
