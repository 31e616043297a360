import * as z from 'zod/mini';
import { Failure, type SettingsFault } from '../domain/failure.ts';
import { nearest } from '../domain/nearness.ts';
import { decodeText } from './encoding.ts';
import { readYaml } from './yaml.ts';

const Path = z.string().check(z.minLength(1));
const Paths = z.union([Path, z.array(Path).check(z.minLength(1))]);

/** `resurs.yaml` as a person writes it (*inställningar*); all optional, nothing unknown. */
const SettingsFile = z.strictObject({
  language: z.optional(z.enum(['en', 'sv'])),
  csv: z.optional(z.enum(['standard', 'sv'])),
  hoursPerFte: z.optional(z.number().check(z.positive())),
  schablonMaxAgeYears: z.optional(z.number().check(z.positive())),
  data: z.optional(Path),
  forecasts: z.optional(Paths),
  statistics: z.optional(Paths),
  schablons: z.optional(Paths),
  programmes: z.optional(Paths),
  regions: z.optional(Paths),
  capacity: z.optional(Paths),
  agreements: z.optional(Paths),
});

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
      faults: [{ kind: 'syntax', key: `${said} at line ${line}`, near: [] }],
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
