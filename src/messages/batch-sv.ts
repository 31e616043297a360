import type { BatchTexts, InnerTexts, PlanProblemTexts } from './batch-texts.ts';

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
  'one-value': ['här skulle ett enda värde stå', 'Skriv listan i matrix: för att få ett jobb för varje värde.'],
  'yes-or-no': ['här skulle true eller false stå', 'Skriv true, eller ta bort raden.'],
} as const;

export function planProblemsSv(inner: InnerTexts): PlanProblemTexts {
  return {
    'plan-too-long': ({ limit }) => ({
      message: `planen är större än ${limit}`,
      hint: 'Använd matrix: för körningar som bara skiljer sig i en flagga, eller gör flera planer.',
    }),
    'plan-syntax': ({ said }) => ({
      message: `planen är inte giltig YAML (${said})`,
      hint: 'Se efter indrag, kolon och citattecken på raden och raden ovanför.',
    }),
    'plan-key-unknown': ({ key, near, known }, words) => ({
      message: `${key} är okänt här${near.length === 0 ? '' : ` (${words.choice(near)}?)`}`,
      hint: `Här går det att skriva ${words.list(known)}.`,
    }),
    'plan-value': ({ key, expected }) => {
      const [message, hint] = EXPECTED[expected];
      return { message: key === '' ? message : `${key}: ${message}`, hint };
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
      return { message: `jobbet ${job}: ${message}`, hint };
    },
    'plan-placeholder-unknown': ({ name, near, known }, words) => ({
      message: `{${name}} är ingen av jobbets flaggor${near.length === 0 ? '' : ` ({${near.join('} eller {')}}?)`}`,
      hint: `Här betyder något: ${words.list(known.map((each) => `{${each}}`))}.`,
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
    'plan-output-outside': ({ path, job }) => ({
      message: `jobbet ${job} skulle skriva ${path}, som inte ligger i planens mapp`,
      hint: 'Välj ett namn i planens mapp, eller tillåt det med --allow-outside.',
    }),
    'plan-output-is-input': ({ path, job }) => ({
      message: `jobbet ${job} skulle skriva ${path}, som planen läser`,
      hint: 'Välj ett annat namn för resultatet.',
    }),
    'job-could-not-run': ({ job, failure }, words) => {
      const { message, hint, steps = [] } = inner.failure(failure, words);
      return { message: `jobbet ${job} kunde inte köras: ${message}`, hint, steps };
    },
    'job-breached': ({ job, problem }, words) => {
      const { message, hint, steps = [] } = inner.problem(problem, words);
      return { message: `jobbet ${job}: ${message}`, hint, steps };
    },
  };
}

export const batchSv: BatchTexts = {
  headline: ({ jobs, fine, breached, refused, couldNotRun, files }, words) => {
    const counts = [
      [fine, 'utan anmärkning'],
      [breached, 'över en gräns'],
      [refused, 'stoppade av fel i underlaget'],
      [couldNotRun, 'som inte kunde köras'],
    ] as const;
    const ended = counts.filter(([count]) => count > 0).map(([count, text]) => `${words.number(count)} ${text}`);
    return `${jobs === 1 ? 'Ett jobb' : `${words.number(jobs)} jobb`}: ${words.list(ended)}; ${files === 1 ? 'en fil' : `${words.number(files)} filer`} skrivna.`;
  },
  dryRun: (jobs, files, words) =>
    `Inget har körts eller skrivits. Planen har ${jobs === 1 ? 'ett jobb' : `${words.number(jobs)} jobb`} och skulle skriva ${files === 1 ? 'en fil' : `${words.number(files)} filer`}.`,
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
  legend: 'Returkoder: 0 utan anmärkning, 1 fel i underlaget, 2 kunde inte köras, 3 över en gräns.',
  remark: 'Noter och varningar står i varje resultat. Resultaten är uppskattningar: varje ärende är unikt.',
  progress: (done, jobs) => `${done} av ${jobs} jobb`,
};
