import type { Problem } from '../domain/problem.ts';
import type { FileDialect, InputFile } from '../domain/tables.ts';
import { type ColumnForm, ColumnWatch } from './column-form.ts';
import type { TableSpec } from './columns.ts';
import type { Sign } from './decimal-sign.ts';
import { findDialect } from './dialect.ts';
import { readTableFile } from './file-records.ts';
import { namesOf } from './header.ts';
import { eachRecord } from './records.ts';
import { type Field, fieldOf, schemaOf, type TableSchema } from './table-schema.ts';
import { folded } from './text.ts';
import { type SourceFile, textFile } from './text-file.ts';

/** A file of a table, and with no error among its problems what its columns are. */
interface DescribedFile {
  readonly input: InputFile;
  readonly problems: readonly Problem[];
  readonly content: { readonly dialect: FileDialect; readonly schema: TableSchema } | null;
}

/**
 * Describes a file as it is: the columns of its header in their order, and each by what its cells are. What is written in
 * one of the ways that only we understand is text, and the description says so.
 */
export async function describedFile(source: SourceFile, spec: TableSpec): Promise<DescribedFile> {
  const file = await textFile(source);
  const names = file.text === null ? [] : await headerOf(file.text, spec);
  const known = namesOf(spec);
  const columns = names.map((name) => {
    // A long name may be parted at the end of its line.
    const key = known.get(folded(name)) ?? known.get(folded(name.replaceAll(/-\s*\n\s*/g, ''))) ?? null;
    return { name, key, watch: new ColumnWatch(key === null ? 'text' : (spec.columns[key]?.kind ?? 'text')) };
  });
  const { rows, dialect, problems } = await readTableFile(file, spec, (row) => {
    for (const [at, { watch }] of columns.entries()) watch.saw(row.raw(at), row.line);
  });
  const input = { ...source, rows, dialect };
  if (dialect === null || problems.some(({ severity }) => severity === 'error'))
    return { input, problems, content: null };
  const forms = columns.map(({ watch }) => watch.form);
  const settled = signOf(forms);
  const fields = columns.map(({ name, key }, at) => {
    const form = forms[at] as ColumnForm;
    // Where no cell shows its sign, the delimiter of those who write a comma tells what the next will have.
    const sign = form.sign ?? settled ?? (dialect.delimiter === ';' ? ',' : '.');
    const doubtful = form.doubt !== null && form.doubt.sign !== (form.sign ?? settled) ? form.doubt.line : null;
    const odd = form.oddLine ?? doubtful;
    return fieldAsWritten(spec, name, key, { odd, sign, group: form.group });
  });
  const schema = schemaOf(
    spec,
    fields,
    columns.map(({ key }) => key),
  );
  return { input, problems, content: { dialect, schema } };
}

/** The header's cells as they stand in the file, without blank ones at its end. */
async function headerOf(text: string, spec: TableSpec): Promise<readonly string[]> {
  const { header, delimiter, width } = findDialect(text, spec);
  let names: string[] = [];
  await eachRecord(text, header, delimiter, {
    width,
    record: (cells) => {
      names = [...cells];
      return false;
    },
    fault: () => false,
  });
  while (names.at(-1)?.trim() === '') names.pop();
  return names;
}

/** The decimal sign that most columns of the file show; null where none does. */
function signOf(forms: readonly ColumnForm[]): Sign | null {
  const count = (sign: Sign): number => forms.filter((form) => form.sign === sign).length;
  const [comma, point] = [count(','), count('.')];
  if (comma + point === 0) return null;
  return comma > point ? ',' : '.';
}

/** A column under the name that it has in the file, its type no better than its cells. */
function fieldAsWritten(
  spec: TableSpec,
  name: string,
  key: string | null,
  { odd, sign, group }: { readonly odd: number | null; readonly sign: Sign; readonly group: string | null },
): Field {
  if (key === null) return { name, type: 'string', description: 'Not read by resurs.' };
  const { title, type, description, constraints, ...field } = { ...fieldOf(spec, key), name };
  if (odd !== null) {
    const why = `Cells of this file, the first in line ${odd}, are written in a way that resurs understands and other programs may not: described as text.`;
    const required = constraints?.required === true ? { constraints: { required: true } as const } : {};
    return { ...field, title: title ?? name, type: 'string', description: `${description} ${why}`, ...required };
  }
  return {
    ...field,
    title: title ?? name,
    type,
    ...(type === 'number' && sign === ',' ? { decimalChar: sign } : {}),
    ...(type === 'number' && group !== null ? { groupChar: group } : {}),
    description,
    ...(constraints === undefined ? {} : { constraints }),
  };
}
