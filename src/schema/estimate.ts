import * as z from 'zod/mini';
import type { DocumentOf } from '../domain/document.ts';
import type { EstimateReport, EstimateRequest, EstimateRow, StepRow, TotalRow } from '../domain/report.ts';
import { FormatVersion, Inputs, Notes, Warnings } from './frame.ts';
import { schemaOf } from './held.ts';
import { Day, described, Figure, Month, Name, Names, Text, titled } from './values.ts';

export const EstimateRequestSchema = schemaOf<EstimateRequest>()(
  z.strictObject({
    month: described(z.nullable(Month), 'The month; null for a range.'),
    from: described(z.nullable(Month), 'The first month of a range.'),
    to: described(z.nullable(Month), 'The last month of a range.'),
    programme: described(Names, 'The programmes asked for; null for all.'),
    region: described(Names, 'The regions asked for; null for all.'),
    asOf: described(z.nullable(Day), 'What was published later was not seen; null without limit.'),
    scenario: described(z.nullable(z.string()), 'The file of the scenario.'),
  }),
);

/** One estimated cell (*program, region, månad*). */
export const EstimateRowSchema = schemaOf<EstimateRow>()(
  z.strictObject({
    month: described(Month, 'The month of the new decisions, whose hours are all booked in it.'),
    programme: described(Text, 'The programme (program).'),
    region: described(Name, 'The region; null is the nation.'),
    decisions: described(Figure, 'D, customers with a decision in force, new and continuing (beslut; decisions).'),
    newShare: described(Figure, 'n, the share of new decisions (andel nya beslut; share 0–1).'),
    newDecisions: described(Figure, 'N = D · n, new decisions (nya beslut; decisions).'),
    collaborationShare: described(Figure, 's, the share of collaboration cases (samverkansandel; share 0–1).'),
    collaborationCases: described(Figure, 'K = N · s, collaboration cases (samverkansärenden; cases).'),
    baseHoursPerCase: described(Figure, 'b, base hours of a new decision (hours per new decision).'),
    collaborationHoursPerCase: described(
      Figure,
      'c, hours of a collaboration case on top of b (hours per collaboration case).',
    ),
    baseHours: described(Figure, 'B = N · b, base hours (grundtimmar; hours).'),
    collaborationHours: described(Figure, 'C = K · c, collaboration hours (samverkanstimmar; hours).'),
    totalHours: described(Figure, 'T = B + C, handling hours (handläggningstimmar; hours).'),
    forecastPublished: described(Day, 'When the forecast that counts was published.'),
    referenceMonth: described(Month, 'The earlier month that gives the new share and the split over regions.'),
  }),
);

/** The hours of one work step (*arbetsmoment*) in one cell. */
export const StepRowSchema = schemaOf<StepRow>()(
  z.strictObject({
    month: described(Month, 'The month.'),
    programme: described(Text, 'The programme (program).'),
    region: described(Name, 'The region; null is the nation.'),
    measure: described(
      z.enum(['base_hours', 'collaboration_hours']),
      'Whether every new decision takes the step, or a collaboration case.',
    ),
    step: described(Text, 'The work step (arbetsmoment).'),
    priority: described(z.enum(['must', 'can']), 'Bound by law or instruction, or by assessed need.'),
    hoursPerCase: described(Figure, 'The schablon in force (hours per case).'),
    cases: described(Figure, 'New decisions or collaboration cases (cases).'),
    hours: described(Figure, 'Their product (hours).'),
  }),
);

/** A sum of rows. */
export const TotalRowSchema = schemaOf<TotalRow>()(
  z.strictObject({
    month: described(z.nullable(Month), 'The month; null over the months of a range.'),
    programme: described(Name, 'The programme; null over programmes.'),
    region: described(Name, 'The region; null over regions.'),
    decisions: described(z.nullable(Figure), 'D (decisions); null over months, where the same ones recur.'),
    newDecisions: described(Figure, 'N, new decisions (decisions).'),
    collaborationCases: described(Figure, 'K, collaboration cases (cases).'),
    baseHours: described(Figure, 'B, base hours (hours).'),
    collaborationHours: described(Figure, 'C, collaboration hours (hours).'),
    totalHours: described(Figure, 'T, handling hours (hours).'),
  }),
);

/** The JSON of `resurs estimate`. */
export const EstimateSchema = titled(
  schemaOf<DocumentOf<EstimateReport>>()(
    z.strictObject({
      formatVersion: FormatVersion,
      kind: z.literal('estimate'),
      request: described(EstimateRequestSchema, 'What was asked for; null where nothing was said.'),
      inputs: Inputs,
      rows: described(z.array(EstimateRowSchema), 'One for each month, programme and region.'),
      steps: described(z.array(StepRowSchema), 'The hours of each work step in each row.'),
      totals: described(z.array(TotalRowSchema), 'Per programme, per region and of all, in each month and in all.'),
      warnings: Warnings,
      notes: Notes,
    }),
  ),
  'resurs estimate --format json',
  'Handling hours per month, programme and region, unrounded.',
);
