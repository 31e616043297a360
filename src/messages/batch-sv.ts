import type { BatchTexts, InnerTexts, JobCounts, PlanProblemTexts } from './batch-texts.ts';
import type { Words } from './words.ts';

const EXPECTED = {
  plan: ['här skulle en plan stå, med version, data och jobs', 'Börja med version: 1 och jobs:, som i docs/ci.md.'],
  version: ['här skulle version: 1 stå', 'Skriv version: 1 på första raden.'],
  file: [
    'här skulle ett namn på en fil eller mapp stå',
    'Skriv det inom citattecken om det har tecken som YAML använder.',
  ],
  jobs: [
    'här skulle en lista med jobb stå, vart och ett med name och command',
    'Börja varje jobb med - name: under jobs:.',
  ],
  name: ['här skulle ett namn stå', 'Ge jobbet ett eget namn, till exempel timmar.'],
  command: ['här skulle estimate eller compare stå', 'Det är de kommandon som en plan kan köra.'],
  options: ['här skulle flaggor stå, var och en med ett värde', 'Skriv dem som month: 2023-01 under with:.'],
  matrix: [
    'här skulle flaggor stå, var och en med en lista av värden',
    'Skriv region: [Nord, Syd], eller month: {from: 2023-01, to: 2023-12}.',
  ],
  gates: ['här skulle en gräns stå', 'Skriv max-increase: 10% eller max-decrease: 500h.'],
  months: [
    'här skulle två månader stå, den tidigare först',
    'Skriv month: {from: 2023-01, to: 2023-12}; andra flaggor har en lista av värden.',
  ],
  value: ['här skulle ett värde stå', 'Skriv det efter kolonet, till exempel month: 2023-01.'],
  'one-value': ['här skulle ett enda värde stå', 'Skriv listan i matrix: för att få ett jobb för varje värde.'],
  'yes-or-no': ['här skulle true eller false stå', 'Skriv true, eller ta bort raden.'],
  list: [
    'här skulle en lista av värden stå',
    'Sätt klamrar runt: [Nord, Syd]; en månad kan vara {from: 2023-01, to: 2023-12}.',
  ],
  distinct: ['ett värde står två gånger i listan', 'Ha med varje värde en gång.'],
  'list-filled': ['listan är tom', 'Skriv värden i den, eller ta bort raden.'],
  'value-filled': ['ett värde i listan är tomt', 'Skriv värdet, eller ta bort dess komma eller rad.'],
  slashes: ['mappar skiljs åt med /', 'Skriv / i stället för \\, också i Windows.'],
} as const;

const SYNTAX = {
  tab: ['här står en tabb där det ska vara blanksteg', 'Gör indrag med blanksteg, två för varje nivå.'],
  indent: [
    'indraget på den här raden och på raderna omkring passar inte ihop',
    'Nycklar i samma del börjar i samma kolumn; ett jobbs nycklar står under namnet, inte under bindestrecket.',
  ],
  colon: [
    'ett kolon saknas på den här raden eller raden ovanför',
    'Skriv nyckel, kolon och blanksteg, som i command: estimate.',
  ],
  'after-value': [
    'något står kvar efter värdets slut',
    'Ett värde som börjar med { eller [ slutar där den stängs: sätt hela värdet inom "…", som "{month}.csv".',
  ],
  'key-twice': ['samma nyckel står två gånger', 'Behåll en av dem.'],
  escape: [
    'ett omvänt snedstreck betyder något annat mellan de här citattecknen',
    'Skriv / mellan mappar, också i Windows.',
  ],
  unclosed: ['en parentes eller ett citattecken saknar sitt slut', 'Avsluta på samma rad, eller sätt värdet inom "…".'],
  alias: ['här står ett alias i YAML, som en plan inte behöver', 'Skriv ut värdet.'],
  tag: [
    'ett ord som börjar med ! är en tagg i YAML, som en plan inte behöver',
    'Ta bort det, eller sätt värdet inom "…".',
  ],
  'plain-key': [
    'en nyckel saknas, eller är inte ett vanligt ord',
    'Skriv ord, kolon och blanksteg, som i month: 2023-01.',
  ],
  documents: ['filen har två dokument, åtskilda med ---', 'Gör en plan av vart och ett.'],
} as const;

function keyHint(key: string, known: readonly string[], isOfJob: boolean, words: Words): string {
  if (isOfJob) return 'Den hör till jobbet: flytta den åt vänster, under name.';
  if (/^\d/.test(key)) return 'Komma skiljer värden åt här: skriv punkt i stället, eller sätt värdet inom "…".';
  if (key.includes(':')) return 'Skriv ett blanksteg efter kolonet.';
  return known.length === 0 ? 'Ta bort den.' : `Här går det att skriva ${words.list(known)}.`;
}

/** Words of the command line, where there is none: limits stand apart, and options are keys. */
function inPlan(text: string): string {
  return text
    .replaceAll(/--(max-(?:in|de)crease)(?! \S+:)/g, '$1 under gates')
    .replaceAll(/--([a-z][a-z-]*)(?= )/g, '$1:')
    .replaceAll(/--(?=[a-z])/g, '');
}

export function planProblemsSv(inner: InnerTexts): PlanProblemTexts {
  return {
    'plan-too-long': ({ limit }) => ({
      message: `planen är större än ${limit}`,
      hint: 'Använd matrix: för körningar som bara skiljer sig i en flagga, eller gör flera planer.',
    }),
    'plan-syntax': ({ kind, said }) => {
      if (kind !== 'other') return { message: SYNTAX[kind][0], hint: SYNTAX[kind][1] };
      const hint = 'Se efter indrag, kolon och citattecken på raden och raderna omkring.';
      return { message: `planen är inte giltig YAML (${said})`, hint };
    },
    'plan-quote': ({ character }) => ({
      message: `${character} är ett citattecken för löpande text, och skulle bli en del av värdet`,
      hint: 'Sätt "…" runt värdet i stället, eller inget.',
    }),
    'plan-month-missing': ({ job }) => ({
      message: `jobbet ${job} anger ingen månad`,
      hint: 'Ange den med --month 2023-01, eller skriv month: under with: eller matrix:.',
    }),
    'plan-gates-unfit': ({ command }) => ({
      message: `${command} har inga gränser`,
      hint: 'Gränser hör till jobb med command: compare.',
    }),
    'plan-key-unknown': ({ key, near, known, isOfJob }, words) => ({
      message: `${key} är okänt här${near.length === 0 ? '' : ` (${words.choice(near)}?)`}`,
      hint: keyHint(key, known, isOfJob, words),
    }),
    'plan-value': ({ key, expected }) => {
      const [message, hint] = EXPECTED[expected];
      return { message: key === '' || key === 'version' ? message : `${key}: ${message}`, hint };
    },
    'plan-name-twice': ({ name, otherLine }) => ({
      message: `jobbnamnet ${name} används redan${otherLine === null ? '' : `, på rad ${otherLine}`}`,
      hint: 'Ge varje jobb ett eget namn.',
    }),
    'plan-option-twice': ({ key }) => ({
      message: `${key} står två gånger: i två av with, gates och matrix`,
      hint: 'Behåll en av dem.',
    }),
    'plan-job-unfit': ({ job, failure }, words) => {
      const { message, hint } = inner.failure(failure, words);
      return { message: `jobbet ${job}: ${inPlan(message)}`, hint: inPlan(hint) };
    },
    'plan-placeholder-unknown': ({ name, near, known }, words) => ({
      message: `{${name}} är ingen av jobbets flaggor${near.length === 0 ? '' : ` ({${near.join('} eller {')}}?)`}`,
      hint: `Skriv någon av ${words.choice(known.map((each) => `{${each}}`))}.`,
    }),
    'plan-jobs-too-many': ({ count, limit }, words) => ({
      message: `planen har ${words.number(count)} jobb, fler än ${words.number(limit)}`,
      hint: 'Gör flera planer, eller låt en beräkning gälla flera månader med from: och to:.',
    }),
    'plan-output-twice': ({ path, job, otherJob }) => ({
      message:
        job === otherJob
          ? `jobbet ${job} skulle skriva ${path} två gånger`
          : `${path} skulle skrivas av två jobb, ${otherJob} och ${job}`,
      hint: 'Ta med det som skiljer jobben åt i namnet, till exempel {month} eller {region}.',
    }),
    'plan-output-is-summary': ({ path, job }) => ({
      message: `jobbet ${job} skulle skriva ${path}, dit sammanfattningen ska`,
      hint: 'Välj ett annat namn för en av dem.',
    }),
    'plan-output-below-file': ({ path, job }) => ({
      message: `jobbet ${job} skulle skriva ${path}, men en del av sökvägen är en fil i planen`,
      hint: 'En fil kan inte också vara en mapp: välj ett annat namn.',
    }),
    'plan-output-outside': ({ path, job }) => ({
      message: `jobbet ${job} skulle skriva ${path}, som inte ligger i planens mapp`,
      hint: 'Välj ett namn i planens mapp, eller tillåt det med --allow-outside.',
    }),
    'plan-output-is-input': ({ path, job }) => ({
      message: `jobbet ${job} skulle skriva ${path}, som är ett underlag eller heter som ett`,
      hint: 'Välj ett annat namn för resultatet.',
    }),
    'job-could-not-run': ({ job, others, failure }, words) => {
      const { message, hint, steps = [] } = inner.failure(failure, words);
      const who = others === 0 ? job : `${job} och ${others === 1 ? 'ett till' : `${words.number(others)} till`}`;
      return {
        message: `jobbet ${who} kunde inte köras: ${inPlan(message)}`,
        hint: inPlan(hint),
        steps: steps.map(inPlan),
      };
    },
    'job-breached': ({ job, problem }, words) => {
      const { message, hint, steps = [] } = inner.problem(problem, words);
      return { message: `jobbet ${job}: ${message}`, hint: inPlan(hint), steps: steps.map(inPlan) };
    },
  };
}

/** «7 jobb: 6 utan anmärkning och 1 stoppat». */
function ended({ jobs, fine, breached, refused, couldNotRun }: JobCounts, words: Words): string {
  const counts = [
    [fine, 'utan anmärkning'],
    [breached, 'över en gräns'],
    [refused, refused === 1 ? 'stoppat av fel i underlaget' : 'stoppade av fel i underlaget'],
    [couldNotRun, 'som inte kunde köras'],
  ] as const;
  const parts = counts.filter(([count]) => count > 0).map(([count, text]) => `${words.number(count)} ${text}`);
  return `${jobs === 1 ? 'Ett jobb' : `${words.number(jobs)} jobb`}: ${words.list(parts)}`;
}

export const batchSv: BatchTexts = {
  headline: (counts, words) => {
    const { files } = counts;
    return `${ended(counts, words)}; ${files === 1 ? 'en fil skriven' : `${words.number(files)} filer skrivna`}.`;
  },
  dryRun: (counts, words) => {
    const { files } = counts;
    return `Inget har skrivits. ${ended(counts, words)}; ${files === 1 ? 'en fil' : `${words.number(files)} filer`} att skriva.`;
  },
  columns: {
    job: ['', 'Jobb'],
    hours: ['', 'Timmar'],
    change: ['', 'Ändring'],
    notes: ['', 'Noter'],
    exit: ['Retur-', 'kod'],
    files: ['', 'Filer'],
  },
  problems: 'Vad jobben fann i underlaget, varje sak en gång:',
  failures: 'Jobb som inte gick som de skulle:',
  strict: 'Jobb är stoppade eftersom strict inte släpper igenom någon varning:',
  legend: 'Returkoder: 0 utan anmärkning, 1 fel i underlaget, 2 kunde inte köras, 3 över en gräns.',
  remark: 'Resultaten är uppskattningar: varje ärende är unikt.',
  progress: (done, jobs) => `${done} av ${jobs} jobb`,
};
