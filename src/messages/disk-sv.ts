import { systemReason } from '../domain/system-error.ts';
import type { DiskFailureTexts, SystemTexts } from './disk-texts.ts';

const AGAIN = 'och kör kommandot igen';

const SYSTEM: SystemTexts = {
  full: { why: 'disken är full', mend: `Frigör utrymme på disken, eller välj en annan disk, ${AGAIN}.` },
  quota: { why: 'din del av disken är slut', mend: `Ta bort det du inte behöver, eller be om mer utrymme, ${AGAIN}.` },
  'too-large': {
    why: 'så stora filer är inte tillåtna här',
    mend: `Beräkna färre månader eller regioner åt gången, eller välj en annan disk, ${AGAIN}.`,
  },
  'read-only': { why: 'disken kan bara läsas', mend: `Välj en annan plats, ${AGAIN}.` },
  forbidden: {
    why: 'behörighet saknas',
    mend: 'Kontrollera behörigheten till filen och mappen, och stäng filen om den är öppen i Excel.',
  },
  held: {
    why: 'ett annat program har filen öppen',
    mend: `Stäng filen i Excel, eller i det program som har den öppen, ${AGAIN}.`,
  },
  'name-too-long': { why: 'namnet är längre än disken tillåter', mend: 'Välj ett kortare namn.' },
  missing: { why: 'mappen finns inte', mend: 'Skapa mappen, eller kontrollera stavningen.' },
  'file-in-way': { why: 'en fil står där en mapp skulle vara', mend: 'Välj ett annat namn.' },
  circle: { why: 'länkarna leder i en cirkel', mend: 'Ange själva filen.' },
  'too-many-open': { why: 'för många filer är öppna', mend: `Stäng andra program ${AGAIN}.` },
  unreachable: { why: 'disken eller enheten går inte att nå', mend: `Kontrollera disken eller nätverket ${AGAIN}.` },
  faulty: {
    why: 'disken rapporterar ett fel',
    mend: 'Prova en annan disk; den här, eller vägen dit, kan vara trasig.',
  },
  other: { why: 'systemet säger nej', mend: 'Kontrollera disken och behörigheten till filen och mappen.' },
};

export const diskFailuresSv: DiskFailureTexts = {
  'folder-not-made': ({ path, reason }) => {
    const cause = systemReason(reason);
    const { why, mend } = SYSTEM[cause];
    const hint =
      cause === 'forbidden' ? 'Kontrollera behörigheten till mappen ovanför, eller välj en annan plats.' : mend;
    return { message: `mappen ${path} kunde inte skapas: ${why} (${reason})`, hint };
  },
  'file-unreadable': ({ path, reason }) => {
    const { why, mend } = SYSTEM[systemReason(reason)];
    return { message: `${path} kunde inte läsas: ${why} (${reason})`, hint: mend };
  },
  'file-changed': ({ path }) => ({
    message: `${path} ändrades medan filen lästes`,
    hint: 'Kör kommandot igen när programmet som skriver filen är klart.',
  }),
  'file-too-large': ({ path, limit }, words) => ({
    message: `${path === '-' ? 'standard in' : path} är större än de ${words.number(limit / 1e6)} MB som läses`,
    hint: 'Ta bort månader, program eller kolumner som beräkningen inte behöver, eller dela filen i flera och ange var och en med tabellens flagga.',
  }),
  'output-link-broken': ({ path }) => ({
    message: `${path} är en länk som inte leder till någon fil`,
    hint: 'Ta bort länken, eller välj ett annat namn med --out.',
  }),
  'stream-failed': ({ stream, reason }) => {
    const { why, mend } = SYSTEM[systemReason(reason)];
    return { message: `${stream} kunde inte skrivas: ${why} (${reason}), så resultatet är inte helt`, hint: mend };
  },
  'summary-unfit': ({ option, path, why, reason }) => ({
    message: `${option} ${path}: sammanfattningen kan inte sparas där: ${
      {
        input: 'det är en av filerna som planen läser',
        'no-folder': 'mappen finns inte',
        'not-a-file': 'det är en mapp eller en enhet',
        'link-broken': 'det är en länk som inte leder till någon fil',
        unwritable: `det gick inte att skriva: ${SYSTEM[systemReason(reason)].why} (${reason})`,
      }[why]
    }`,
    hint:
      option === '--out'
        ? 'Välj ett annat namn med --out; mappen ska finnas, eller vara en som ett jobb skriver i.'
        : 'Ge variabeln GITHUB_STEP_SUMMARY namnet på en annan fil, eller ta bort den ur miljön.',
  }),
  'write-failed': ({ path, reason, isHeld = false, replaced = [] }, words) => {
    const { why, mend } = SYSTEM[isHeld ? 'held' : systemReason(reason)];
    const rest =
      replaced.length === 0
        ? 'ingen fil har ändrats'
        : `${words.list(replaced)} hade redan ersatts och gick inte att återställa`;
    return { message: `${path} kunde inte sparas: ${why} (${reason}); ${rest}`, hint: mend };
  },
};
