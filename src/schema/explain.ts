import * as z from 'zod/mini';
import type { DocumentOf } from '../domain/document.ts';
import type { ExplainReport, ExplainRequest } from '../domain/report.ts';
import { TABLE_NAMES } from '../domain/tables.ts';
import { EstimateRowSchema } from './estimate.ts';
import { FormatVersion, Inputs, Notes, Warnings } from './frame.ts';
import { schemaOf } from './held.ts';
import { Day, described, Month, Name, Text, titled, Whole } from './values.ts';

const ExplainRequestSchema = schemaOf<ExplainRequest>()(
  z.strictObject({
    month: described(Month, 'The month.'),
    programme: described(Text, 'The programme.'),
    region: described(Name, 'The region; null is the nation.'),
    asOf: described(z.nullable(Day), 'What was published later was not seen; null without limit.'),
    scenario: described(z.nullable(z.string()), 'The file of the scenario.'),
  }),
);

const Unit = z.enum(['hours', 'decisions', 'cases', 'share', 'hours per case', 'SEK', 'SEK per decision', 'months']);

const Origin = z.strictObject({
  table: described(z.enum(TABLE_NAMES), 'The table.'),
  path: described(z.string(), 'The file as seen from the data folder.'),
  line: described(Whole, 'The physical line, from 1.'),
  why: described(z.string(), 'Why this row counts, in English.'),
});

const Trace = z.strictObject({
  name: described(z.string(), 'A name of the model, or a work step.'),
  value: described(z.number(), 'The figure, in its unit.'),
  unit: described(Unit, 'The unit of the figure.'),
  formula: described(z.nullable(z.string()), 'How it comes from its inputs; null for a leaf.'),
  get inputs() {
    return described(z.array(Trace), 'The figures that it comes from; none for a leaf.');
  },
  from: described(z.nullable(Origin), 'Where a leaf stands; null for one of the calendar.'),
});
Trace.register(z.globalRegistry, { id: 'Trace', description: 'A figure, and where it comes from.' });

/** The JSON of `resurs explain`. */
export const ExplainSchema = titled(
  schemaOf<DocumentOf<ExplainReport>>()(
    z.strictObject({
      formatVersion: FormatVersion,
      kind: z.literal('explain'),
      request: described(ExplainRequestSchema, 'What was asked for; null where nothing was said.'),
      inputs: Inputs,
      rows: described(z.array(EstimateRowSchema), 'The one row that is explained.'),
      trace: Trace,
      warnings: Warnings,
      notes: Notes,
    }),
  ),
  'resurs explain --format json',
  'One figure traced to the lines of the files, unrounded.',
);
