import { byCodeUnit } from '../domain/order.ts';
import type { Problem } from '../domain/problem.ts';
import type { FileDialect, InputFile, TableName } from '../domain/tables.ts';
import { MEANINGS } from './column-meanings.ts';
import { describedFile } from './described-file.ts';
import type { TableSources } from './folder.ts';
import { specOf, type TableSchema } from './table-schema.ts';

/** What a package is called. */
interface PackageName {
  /** For programs: lower case, digits, points and hyphens. */
  readonly name: string;
  readonly title: string;
}

/** A file of a table as Frictionless Tabular Data Resource has it. */
interface Resource extends PackageName {
  readonly profile: 'tabular-data-resource';
  readonly path: string;
  readonly format: 'csv';
  readonly mediatype: 'text/csv';
  readonly encoding: FileDialect['encoding'];
  readonly dialect: { readonly delimiter: string; readonly doubleQuote: true; readonly headerRows?: readonly number[] };
  readonly schema: TableSchema;
}

/** A data folder as Frictionless Data Package has it (https://specs.frictionlessdata.io/tabular-data-package/). */
interface DataPackage extends PackageName {
  readonly profile: 'tabular-data-package';
  readonly resources: readonly Resource[];
}

/** A data package, or with errors among the problems one that lacks what could not be read. */
interface PackageReading {
  readonly document: DataPackage;
  readonly problems: readonly Problem[];
  readonly inputs: readonly InputFile[];
}

/** Describes the files of tables, in the order of their names. */
export async function dataPackageOf({ sources, problems }: TableSources, called: PackageName): Promise<PackageReading> {
  const found: Problem[] = [...problems];
  const inputs: InputFile[] = [];
  const resources: Resource[] = [];
  for (const source of [...sources].sort((left, right) => byCodeUnit(left.path, right.path))) {
    const table = source.table as TableName;
    const file = await describedFile(source, specOf(table));
    inputs.push(file.input);
    for (const each of file.problems) found.push(each);
    if (file.content === null) continue;
    const { dialect, schema } = file.content;
    const number = resources.filter(({ name }) => name === table || name.startsWith(`${table}-`)).length + 1;
    resources.push({
      profile: 'tabular-data-resource',
      name: number === 1 ? table : `${table}-${number}`,
      title: MEANINGS[table].title,
      path: source.path,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: dialect.encoding,
      // Where titles stand above the header: version 1 of the specification has no word for it, and allows others.
      dialect: {
        delimiter: dialect.delimiter,
        doubleQuote: true,
        ...(dialect.headerLine > 1 ? { headerRows: [dialect.headerLine] } : {}),
      },
      schema,
    });
  }
  return { document: { profile: 'tabular-data-package', ...called, resources }, problems: found, inputs };
}
