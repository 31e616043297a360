import * as z from 'zod/mini';
import type {
  Hours,
  InputComparison,
  InputEffect,
  VerifiedTotal,
  VerifyReport,
  VerifyRequestRecord,
} from '../domain/compare-report.ts';
import type { ChangedRate } from '../domain/comparison.ts';
import type { DocumentOf } from '../domain/document.ts';
import { Change, ChangeShare, ComparedRowSchema, EffectsSchema } from './compare.ts';
import { Failures, FormatVersion, Inputs, InputTable, Notes, Sha256, Warnings } from './frame.ts';
import { schemaOf } from './held.ts';
import { Day, described, Month, Name, titled, Whole } from './values.ts';

const VerifyRequestSchema = schemaOf<VerifyRequestRecord>()(
  z.strictObject({
    saved: described(z.string(), 'The file of the saved estimate, as seen from the data folder.'),
    asOf: described(z.nullable(Day), 'As the saved estimate had it.'),
  }),
);

const Seal = z.strictObject({
  sha256: described(Sha256, 'The SHA-256 of its bytes, in hexadecimal.'),
  rows: described(Whole, 'Its rows, without the header (count).'),
});

const InputChange = schemaOf<InputComparison>()(
  z.strictObject({
    table: described(InputTable, 'The table that the file is of.'),
    path: described(z.string(), 'The file as seen from the data folder.'),
    change: described(z.enum(['none', 'altered', 'added', 'removed']), 'What became of it.'),
    from: described(z.nullable(Seal), 'As it was; null where it was not there.'),
    to: described(z.nullable(Seal), 'As it is now; null where it is gone.'),
  }),
);

const InputEffectSchema = schemaOf<InputEffect>()(
  z.strictObject({
    tables: described(z.array(InputTable), 'The tables whose files changed.'),
    totalHours: described(z.number(), 'What they did to all handling hours together (hours).'),
  }),
);

const RateSchema = schemaOf<ChangedRate>()(
  z.strictObject({
    programme: described(z.string(), 'The programme.'),
    measure: described(z.enum(['collaboration_share', 'base_hours', 'collaboration_hours']), 'What it measures.'),
    step: described(z.nullable(z.string()), 'The work step (arbetsmoment); null for the share.'),
    from: described(z.nullable(z.number()), 'Hours per case, or a share 0–1; null where it was not in force.'),
    to: described(z.nullable(z.number()), 'Hours per case, or a share 0–1; null where it is not in force.'),
    regions: described(z.array(Name), 'Where; null is the nation.'),
  }),
);

const HoursSchema = schemaOf<Hours>()(
  z.strictObject({
    newDecisions: described(z.number(), 'N, new decisions (decisions).'),
    collaborationCases: described(z.number(), 'K, collaboration cases (cases).'),
    baseHours: described(z.number(), 'B, base hours (hours).'),
    collaborationHours: described(z.number(), 'C, collaboration hours (hours).'),
    totalHours: described(z.number(), 'T, handling hours (hours).'),
  }),
).register(z.globalRegistry, { id: 'Hours', description: 'Cases and hours over the months.' });

const TotalSchema = schemaOf<VerifiedTotal>()(
  z.strictObject({
    programme: described(Name, 'The programme; null over programmes.'),
    region: described(Name, 'The region; null over regions.'),
    from: HoursSchema,
    to: HoursSchema,
    change: Change,
    changeShare: ChangeShare,
    effects: EffectsSchema,
  }),
);

/** The JSON of `resurs verify`. */
export const VerifySchema = titled(
  schemaOf<DocumentOf<VerifyReport>>()(
    z.strictObject({
      formatVersion: FormatVersion,
      kind: z.literal('verify'),
      request: described(VerifyRequestSchema, 'What was asked for; null where nothing was said.'),
      inputs: Inputs,
      isIdentical: described(z.boolean(), 'Whether inputs and result are the same to the last digit.'),
      differs: described(z.array(z.enum(['rows', 'steps', 'totals'])), 'What of the result is not the same.'),
      changes: described(z.array(InputChange), 'Each file as it was and as it is now.'),
      effects: described(z.array(InputEffectSchema), 'What the changed files did to the hours.'),
      rates: described(z.array(RateSchema), 'The schablons that are used differently.'),
      rows: described(
        z.array(z.strictObject({ month: described(Month, 'The month.'), ...ComparedRowSchema.shape })),
        'The cells that differ.',
      ),
      totals: described(z.array(TotalSchema), 'Per programme, per region and of all.'),
      failures: Failures,
      warnings: Warnings,
      notes: Notes,
    }),
  ),
  'resurs verify --format json',
  'A saved estimate computed anew, and what changed, unrounded.',
);
