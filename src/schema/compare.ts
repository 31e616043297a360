import * as z from 'zod/mini';
import type { CompareReport, CompareRequestRecord } from '../domain/compare-report.ts';
import {
  type ComparedRow,
  type Effects,
  type Figures,
  METHODS,
  SIDE_KINDS,
  type SideName,
} from '../domain/comparison.ts';
import type { DocumentOf } from '../domain/document.ts';
import { Failures, FormatVersion, Inputs, Notes, Warnings } from './frame.ts';
import { schemaOf } from './held.ts';
import { Day, described, Month, Name, Names, titled } from './values.ts';

const CompareRequestSchema = schemaOf<CompareRequestRecord>()(
  z.strictObject({
    month: described(Month, 'The month.'),
    of: described(z.nullable(z.enum(SIDE_KINDS)), 'What the month was asked to be; null leaves it to the statistics.'),
    with: described(z.nullable(z.string()), 'The other side; null where a scenario is compared.'),
    programme: described(Names, 'The programmes asked for; null for all.'),
    region: described(Names, 'The regions asked for; null for all.'),
    asOf: described(z.nullable(Day), 'What was published later was not seen; null without limit.'),
    scenario: described(z.nullable(z.string()), 'The file of the scenario.'),
    method: described(z.enum(METHODS), 'How the change is shared among the factors.'),
  }),
);

const SideSchema = schemaOf<SideName>()(
  z.strictObject({
    kind: described(z.enum(SIDE_KINDS), 'What happened, or what the model says.'),
    month: described(Month, 'The month.'),
    asOf: described(z.nullable(Day), 'What was published later was not seen; null without limit.'),
  }),
);

const figure = z.number();
const ratio = z.nullable(figure);

const FiguresSchema = schemaOf<Figures>()(
  z.strictObject({
    decisions: described(figure, 'D (decisions).'),
    newShare: described(ratio, 'n (share 0–1); null where there are no decisions.'),
    newDecisions: described(figure, 'N (decisions).'),
    collaborationShare: described(ratio, 's (share 0–1); null where there are no new decisions.'),
    collaborationCases: described(figure, 'K (cases).'),
    baseHoursPerCase: described(ratio, 'b (hours per new decision); null where there are none.'),
    collaborationHoursPerCase: described(ratio, 'c (hours per collaboration case); null where there are none.'),
    baseHours: described(figure, 'B, base hours (hours).'),
    collaborationHours: described(figure, 'C, collaboration hours (hours).'),
    totalHours: described(figure, 'T, handling hours (hours).'),
  }),
).register(z.globalRegistry, { id: 'Figures', description: 'Factors and hours of one side.' });

const Effect = z
  .strictObject({
    base: described(figure, 'What the factor did to the base hours (hours).'),
    collaboration: described(figure, 'What it did to the collaboration hours (hours).'),
    total: described(figure, 'Both together (hours).'),
  })
  .register(z.globalRegistry, { id: 'Effect', description: 'What one factor did to the hours.' });

/** What each of the five factors did; they add up to the change. */
export const EffectsSchema = schemaOf<Effects>()(
  z.strictObject({
    decisions: Effect,
    newShare: Effect,
    baseHoursPerCase: Effect,
    collaborationShare: Effect,
    collaborationHoursPerCase: Effect,
  }),
).register(z.globalRegistry, { id: 'Effects', description: 'What each factor did; together they are the change.' });

export const Change = z
  .strictObject({
    baseHours: described(figure, 'The change of the base hours (hours).'),
    collaborationHours: described(figure, 'The change of the collaboration hours (hours).'),
    totalHours: described(figure, 'The change of the handling hours (hours).'),
  })
  .register(z.globalRegistry, { id: 'Change', description: 'To less from.' });

export const ChangeShare = described(ratio, 'The change as a share of the hours before; null where there were none.');

/** A cell on both sides, or a total of cells. */
export const ComparedRowSchema = schemaOf<ComparedRow>()(
  z.strictObject({
    programme: described(Name, 'The programme; null over programmes.'),
    region: described(Name, 'The region; null is the nation, or over regions.'),
    from: FiguresSchema,
    to: FiguresSchema,
    change: Change,
    changeShare: ChangeShare,
    effects: EffectsSchema,
  }),
);

/** The JSON of `resurs compare`. */
export const CompareSchema = titled(
  schemaOf<DocumentOf<CompareReport>>()(
    z.strictObject({
      formatVersion: FormatVersion,
      kind: z.literal('compare'),
      request: described(CompareRequestSchema, 'What was asked for; null where nothing was said.'),
      inputs: Inputs,
      sides: described(
        z.strictObject({
          from: described(SideSchema, 'What it is held against.'),
          to: described(SideSchema, 'The month itself.'),
        }),
        'The two sides.',
      ),
      rows: described(z.array(ComparedRowSchema), 'One for each programme and region.'),
      totals: described(z.array(ComparedRowSchema), 'Per programme, per region and of all.'),
      failures: Failures,
      warnings: Warnings,
      notes: Notes,
    }),
  ),
  'resurs compare --format json',
  'What changed between two sides of a month, and which factor changed it, unrounded.',
);
