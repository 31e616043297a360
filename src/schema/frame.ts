import * as z from 'zod/mini';
import type { NoteRecord, ProblemRecord, SealedInput } from '../domain/document.ts';
import { TABLE_NAMES } from '../domain/tables.ts';
import { schemaOf } from './held.ts';
import { described, Whole } from './values.ts';

/** Which table a file is of. */
export const InputTable = z.enum([...TABLE_NAMES, 'scenario', 'saved', 'plan']);

/** The SHA-256 of a file's bytes. */
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const SealedInputSchema = schemaOf<SealedInput>()(
  z.strictObject({
    table: described(InputTable, 'The table that the file is of, a scenario, a saved result, or a plan.'),
    path: described(z.string(), 'The file as seen from the data folder; - is standard input.'),
    sha256: described(Sha256, 'The SHA-256 of its bytes, in hexadecimal.'),
    rows: described(Whole, 'Its rows, without the header (count).'),
  }),
);

const Code = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));
const Place = z.nullable(z.string());

export const ProblemSchema = schemaOf<ProblemRecord>()(
  z.strictObject({
    code: described(Code, 'What kind of problem; stable.'),
    severity: described(z.enum(['error', 'warning']), 'An error refuses the input, a warning does not.'),
    file: described(Place, 'The file; null where the problem is of no single one.'),
    line: described(z.nullable(Whole), 'The physical line where the row starts, from 1.'),
    column: described(Place, 'The header of the column as written.'),
    columnNumber: described(z.nullable(Whole), 'The column, from 1.'),
    value: described(Place, 'The cell as written, personal numbers masked.'),
    message: described(z.string(), 'What was expected, in English.'),
    hint: described(z.string(), 'How to mend it, in English.'),
  }),
);

const NoteSchema = schemaOf<NoteRecord>()(
  z.looseObject({
    code: described(Code, 'What kind of note; stable.'),
    message: described(z.string(), 'The note as a sentence, in English; what it is about stands under further keys.'),
  }),
);

export const Problems = z.array(ProblemSchema);

/** What every document begins with. */
export const FormatVersion = described(z.literal(1), 'The version of the format.');
export const Inputs = described(z.array(SealedInputSchema), 'The files that were read, in their order.');

/** What every document ends with. */
export const Warnings = described(Problems, 'What may be wrong with the input.');
export const Notes = described(z.array(NoteSchema), 'Facts about a sound result, such as a fallback.');
export const Failures = described(Problems, 'What ran, and was not as it should be: exit code 3.');
