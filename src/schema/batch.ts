import * as z from 'zod/mini';
import type { BatchRequestRecord, JobOutput } from '../domain/batch-report.ts';
import type { BatchDocument, JobRecord } from '../domain/document.ts';
import { PLANNABLE } from '../domain/plan.ts';
import { FormatVersion, Inputs, Notes, ProblemSchema, Problems, Warnings } from './frame.ts';
import { schemaOf } from './held.ts';
import { described, Figure, titled } from './values.ts';

const Codes = z.array(z.string());
const OptionValue = z.union([z.string(), z.boolean(), z.array(z.union([z.string(), z.boolean()]))]);
const ExitCode = z.int().check(z.gte(0), z.lte(3));

const OutputSchema = schemaOf<JobOutput>()(
  z.strictObject({
    path: described(z.string(), 'The file as seen from the plan.'),
    format: described(z.string(), 'Its format, as --format names it.'),
  }),
);

const JobSchema = schemaOf<JobRecord>()(
  z.strictObject({
    name: described(z.string(), 'The name of the job, and what the matrix chose for it.'),
    command: described(z.enum(PLANNABLE), 'The command.'),
    with: described(z.record(z.string(), OptionValue), 'Its options by their long names.'),
    exitCode: described(ExitCode, 'As the single command would end.'),
    totalHours: described(z.nullable(Figure), 'Handling hours of all that it covers (hours); null without a result.'),
    change: described(z.nullable(z.number()), 'What they changed by (hours); null where it does not compare.'),
    changeShare: described(z.nullable(z.number()), 'The change as a share of the hours before (share).'),
    outputs: described(z.array(OutputSchema), 'What it wrote, or would write.'),
    errors: described(Codes, 'Codes of what refused it.'),
    warnings: described(Codes, 'Codes of its warnings.'),
    notes: described(Codes, 'Codes of its notes.'),
    failures: described(z.array(ProblemSchema), 'The limits that were breached.'),
    failure: described(
      z.nullable(
        z.strictObject({
          code: described(z.string(), 'What kind of failure; stable.'),
          message: described(z.string(), 'What was expected, in English.'),
          hint: described(z.string(), 'How to mend it, in English.'),
        }),
      ),
      'Why it could not run.',
    ),
  }),
);

const RequestSchema = schemaOf<BatchRequestRecord>()(
  z.strictObject({
    plan: described(z.string(), 'The plan.'),
    month: described(z.nullable(z.string()), 'The month of the jobs that name none.'),
    data: described(z.nullable(z.string()), 'The data folder of all jobs that name none.'),
    strict: described(z.boolean(), 'Whether warnings refuse.'),
    allowOutside: described(z.boolean(), 'Whether jobs may write outside the plan’s folder.'),
    dryRun: described(z.boolean(), 'Whether nothing was to be written.'),
  }),
);

/** The JSON of `resurs batch`. */
export const BatchSchema = titled(
  schemaOf<BatchDocument>()(
    z.strictObject({
      formatVersion: FormatVersion,
      kind: z.literal('batch'),
      request: described(RequestSchema, 'What was asked for.'),
      inputs: described(
        Inputs,
        'The plan and the files that were read, as seen from the plan; the rows of a plan are its jobs.',
      ),
      exitCode: described(ExitCode, 'That of the worst job: 2, 1, 3, 0.'),
      rows: described(z.array(JobSchema), 'One for each job, in the order of the plan.'),
      failures: described(Problems, 'The limits that were breached (exit code 3) and the jobs that could not run (2).'),
      problems: described(Problems, 'What the inputs of all jobs have, each thing once.'),
      warnings: Warnings,
      notes: Notes,
    }),
  ),
  'resurs batch --format json',
  'Many runs of one plan: what each wrote and how it ended.',
);
