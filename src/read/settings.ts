import * as z from 'zod/mini';
import { Failure, type SettingsFault } from '../domain/failure.ts';
import { nearest } from '../domain/nearness.ts';
import { described } from '../schema/values.ts';
import { decodeText } from './encoding.ts';
import { readYaml } from './yaml.ts';

const Path = z.string().check(z.minLength(1));
const Paths = z.union([Path, z.array(Path).check(z.minLength(1))]);

/** The files of a table, in place of the one that its name would find in the data folder. */
function filesOf(table: string) {
  return z.optional(described(Paths, `A file of ${table}, or several; as seen from the folder of resurs.yaml.`));
}

/** `resurs.yaml` as a person writes it (*inställningar*); all optional, nothing unknown. */
export const SettingsFile = z
  .strictObject({
    language: z.optional(described(z.enum(['en', 'sv']), 'The language of messages and tables.')),
    csv: z.optional(
      described(z.enum(['standard', 'sv']), 'What a .csv of --out is: RFC 4180, or a file for a Swedish Excel.'),
    ),
    hoursPerFte: z.optional(
      described(
        z.number().check(z.positive()),
        'Productive hours of a case worker in a month (hours per full-time equivalent).',
      ),
    ),
    schablonMaxAgeYears: z.optional(
      described(z.number().check(z.positive()), 'A schablon in force for longer gives a warning (years); otherwise 5.'),
    ),
    data: z.optional(described(Path, 'The data folder, as seen from the folder of resurs.yaml.')),
    forecasts: filesOf('forecasts'),
    statistics: filesOf('statistics'),
    schablons: filesOf('schablons'),
    programmes: filesOf('programme codes'),
    regions: filesOf('region codes'),
    capacity: filesOf('capacity'),
    agreements: filesOf('agreements'),
  })
  .check(z.meta({ title: 'resurs.yaml', description: 'The settings of resurs; all optional.' }));

export type Settings = z.infer<typeof SettingsFile>;

/** Reads the settings; every unknown key and unfit value is named at once in a {@link Failure}. */
export async function parseSettings(bytes: Uint8Array, path: string): Promise<Settings> {
  const decoded = await decodeText(bytes);
  // An empty file says nothing.
  if ('fault' in decoded && decoded.fault.code === 'file-empty') return {};
  if ('fault' in decoded)
    throw new Failure('settings-invalid', { path, faults: [{ kind: 'encoding', key: '', near: [] }] });
  const yaml = await readYaml(decoded.text, 'value');
  if ('fault' in yaml) {
    const { said, line } = yaml.fault;
    throw new Failure('settings-invalid', {
      path,
      faults: [{ kind: 'syntax', key: said, line, near: [] }],
    });
  }
  // A file that holds nothing but comments says nothing.
  const result = SettingsFile.safeParse(yaml.value ?? {});
  if (result.success) return result.data;
  throw new Failure('settings-invalid', { path, faults: result.error.issues.flatMap(faultsOf) });
}

function faultsOf(issue: z.core.$ZodIssue): SettingsFault[] {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(SettingsFile.shape);
    return issue.keys.map((key) => ({ kind: 'unknown', key, near: nearest(key, known) }));
  }
  if (issue.path.length === 0) return [{ kind: 'shape', key: '', near: [] }];
  return [{ kind: 'value', key: issue.path.join('.'), near: [] }];
}
