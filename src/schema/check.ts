import * as z from 'zod/mini';
import type { DocumentOf } from '../domain/document.ts';
import type {
  CheckReport,
  CheckRequest,
  Coverage,
  MonthSpan,
  SchablonInForce,
  UnderstoodFile,
} from '../domain/report.ts';
import { FormatVersion, Inputs, InputTable, Notes, Problems, Warnings } from './frame.ts';
import { schemaOf } from './held.ts';
import { Day, described, Month, Name, titled, Whole } from './values.ts';

const CheckRequestSchema = schemaOf<CheckRequest>()(
  z.strictObject({ month: described(z.nullable(Month), 'The month that is planned; null leaves it to the data.') }),
);

const UnderstoodSchema = schemaOf<UnderstoodFile>()(
  z.strictObject({
    table: described(InputTable, 'The table that the file is of.'),
    path: described(z.string(), 'The file as seen from the data folder; - is standard input.'),
    encoding: described(
      z.nullable(z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])),
      'The encoding; null, as the three below, where the file was not understood.',
    ),
    delimiter: described(z.nullable(z.enum([';', ',', '\t'])), 'What stands between the cells.'),
    decimal: described(z.nullable(z.enum([',', '.'])), 'The decimal sign; null where no cell shows it.'),
    headerLine: described(z.nullable(Whole), 'The physical line of the header, from 1.'),
    rows: described(Whole, 'Its rows, without the header (count).'),
  }),
);

const Span = schemaOf<MonthSpan>()(
  z.strictObject({
    from: described(Month, 'The first month.'),
    to: described(Month, 'The last month.'),
    gaps: described(z.array(Month), 'The months between that are missing.'),
  }),
).register(z.globalRegistry, { id: 'MonthSpan', description: 'Months from the first to the last.' });

const Codes = described(z.array(z.string()), 'Its codes, as the files have them.');

const CoverageSchema = schemaOf<Coverage>()(
  z.strictObject({
    statistics: described(z.nullable(Span), 'The months of the statistics.'),
    programmes: described(
      z.array(
        z.strictObject({
          programme: described(z.string(), 'The programme.'),
          codes: Codes,
          statistics: described(z.nullable(Span), 'Its months in the statistics.'),
          forecasts: described(z.nullable(Span), 'Its months in the forecasts.'),
          schablons: described(Whole, 'Its schablons (rows).'),
        }),
      ),
      'The programmes that any table has.',
    ),
    regions: described(
      z.array(z.strictObject({ region: described(z.string(), 'The region.'), codes: Codes })),
      'The regions.',
    ),
    vintages: described(
      z.array(
        z.strictObject({
          published: described(Day, 'When it was published.'),
          rows: described(Whole, 'Its rows (count).'),
          from: described(Month, 'The first month that it covers.'),
          to: described(Month, 'The last month that it covers.'),
        }),
      ),
      'The published forecasts (prognosomgångar).',
    ),
  }),
);

const SchablonSchema = schemaOf<SchablonInForce>()(
  z.strictObject({
    programme: described(z.string(), 'The programme.'),
    region: described(Name, 'The region; null is the nation.'),
    measure: described(z.enum(['collaboration_share', 'base_hours', 'collaboration_hours']), 'What it measures.'),
    step: described(z.nullable(z.string()), 'The work step (arbetsmoment); null for the share.'),
    value: described(z.number(), 'Hours per case, or a share 0–1.'),
    validFrom: described(Month, 'The first month that counts.'),
    validTo: described(z.nullable(Month), 'The last month that counts; null is open.'),
    ageMonths: described(z.int(), 'How long it has been in force (months).'),
    source: described(z.nullable(z.string()), 'Who estimated it, how and when.'),
    path: described(z.string(), 'The file as seen from the data folder.'),
    line: described(Whole, 'The physical line, from 1.'),
  }),
);

/** The JSON of `resurs check`. */
export const CheckSchema = titled(
  schemaOf<DocumentOf<CheckReport>>()(
    z.strictObject({
      formatVersion: FormatVersion,
      kind: z.literal('check'),
      request: described(CheckRequestSchema, 'What was asked for; null where nothing was said.'),
      inputs: Inputs,
      problems: described(Problems, 'Errors and warnings in the order of their places.'),
      understood: described(z.array(UnderstoodSchema), 'How each file was read.'),
      month: described(z.nullable(Month), 'The month that is planned; null where the input was refused.'),
      isEstimable: described(z.boolean(), 'Whether that month can be estimated.'),
      coverage: described(z.nullable(CoverageSchema), 'What the tables speak of; null where the input was refused.'),
      schablons: described(
        z.nullable(z.array(SchablonSchema)),
        'The schablons in force in that month; null where the input was refused.',
      ),
      warnings: Warnings,
      notes: Notes,
    }),
  ),
  'resurs check --format json',
  'Every problem of the tables, and how they were read.',
);
