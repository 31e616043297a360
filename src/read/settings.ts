import * as z from 'zod/mini';
import { Failure, type SettingsFault } from '../domain/failure.ts';
import { nearest } from '../domain/nearness.ts';
import { described } from '../schema/values.ts';
import { decodeText } from './encoding.ts';
import { readYaml, type YamlPath, type YamlReading } from './yaml.ts';

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
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, yaml));
  throw new Failure('settings-invalid', { path, faults: faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) });
}

/** What a person who thinks in Swedish calls a key. */
const SWEDISH_KEYS: Readonly<Record<string, keyof Settings>> = {
  språk: 'language',
  timmarPerÅrsarbetskraft: 'hoursPerFte',
  underlag: 'data',
  datamapp: 'data',
  prognoser: 'forecasts',
  utgiftsprognoser: 'forecasts',
  statistik: 'statistics',
  beslutsstatistik: 'statistics',
  schabloner: 'schablons',
  program: 'programmes',
  regioner: 'regions',
  kapacitet: 'capacity',
  överenskommelser: 'agreements',
};

/** A longer value helps nobody to find it. */
const LONGEST_VALUE = 40;

function faultsOf(issue: z.core.$ZodIssue, { value, lineOf }: SoundYaml): SettingsFault[] {
  const placed = (fault: SettingsFault, path: YamlPath): SettingsFault => {
    const line = lineOf(path);
    return line === null ? fault : { ...fault, line };
  };
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(SettingsFile.shape);
    return issue.keys.map((key) => {
      const meant = nearest(key, [...known, ...Object.keys(SWEDISH_KEYS)]).map((each) => SWEDISH_KEYS[each] ?? each);
      const near = [...new Set(meant)];
      return placed({ kind: 'unknown', key, near, ...(near.length === 0 ? { allowed: known } : {}) }, [key]);
    });
  }
  const [key] = issue.path;
  if (key === undefined) return [{ kind: 'shape', key: '', near: [] }];
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const allowed = allowedIn(String(key), issue);
  const written = path.reduce<unknown>((part, step) => (part as Record<string, unknown> | null)?.[step], value);
  const isPlain = typeof written === 'string' || typeof written === 'number' || typeof written === 'boolean';
  const shown = isPlain && written !== '' ? { value: String(written).slice(0, LONGEST_VALUE) } : {};
  return [placed({ kind: 'value', key: path.join('.'), near: [], ...shown, allowed }, path)];
}

type SoundYaml = Exclude<YamlReading, { readonly fault: unknown }>;

/** What the value of a key may be. */
function allowedIn(key: string, issue: z.core.$ZodIssue): NonNullable<SettingsFault['allowed']> {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (key === 'hoursPerFte' || key === 'schablonMaxAgeYears') return 'number';
  return key === 'data' ? 'folder' : 'files';
}
