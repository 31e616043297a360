import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/language.ts';
import type { Catalogue } from '../../src/messages/catalogue.ts';
import { en } from '../../src/messages/en.ts';
import type { ProblemText } from '../../src/messages/problem-text.ts';
import { sv } from '../../src/messages/sv.ts';
import type { Words } from '../../src/messages/words.ts';
import { wordsOf } from '../../src/render/words.ts';
import { runResurs } from '../harness.ts';
import { change, comparisonTexts, driver } from './compare-samples.ts';
import { batchTexts } from './plan-samples.ts';
import { FAILURES, NOTES, PROBLEMS, REASONS } from './samples.ts';

const CATALOGUES = [en, sv] as const;

/**
 * One text as the catalogue has it. A `clause` follows a colon and has no full stop; a `sentence` ends with one; a `lead`
 * ends with a colon, since steps follow.
 */
interface Text {
  readonly name: string;
  readonly kind: 'clause' | 'sentence' | 'lead' | 'label';
  readonly text: string;
}

type Write<Result> = (facts: unknown, words: Words) => Result;

/** A table of writers and the samples of its facts belong together, which the types of two records cannot say. */
function written<Result>(writers: object, samples: Readonly<Record<string, readonly unknown[]>>, words: Words) {
  return Object.entries(writers).flatMap(([code, write]) => {
    const facts = samples[code] ?? [];
    return facts.map((each, at) => ({ name: `${code} ${at + 1}`, result: (write as Write<Result>)(each, words) }));
  });
}

function textsOf(catalogue: Catalogue): Text[] {
  const words = wordsOf(catalogue);
  const twofold = (writers: object, samples: Readonly<Record<string, readonly unknown[]>>): Text[] =>
    written<ProblemText>(writers, samples, words).flatMap(({ name, result: { message, hint, steps = [] } }) => [
      { name: `${name}, message`, kind: 'clause', text: message },
      { name: `${name}, hint`, kind: steps.length > 0 ? 'lead' : 'sentence', text: hint },
      ...steps.map((text, at): Text => ({ name: `${name}, step ${at + 1}`, kind: 'sentence', text })),
    ]);
  const comparison = comparisonTexts(catalogue, words);
  const batch = batchTexts(catalogue, words);
  const { help, estimate, explain, parts, problemsTitle, place, severity } = catalogue;
  const figures = { total: 5_525.4, base: 4_000, collaboration: 1_525.4, newDecisions: 1_250, cases: 300, words };
  const since = catalogue.compare.sinceLastYear({
    from: words.month('2022-01'),
    change: change({ driver: driver('decisions') }),
  });
  const row = { totalHours: 300, newDecisions: 100, baseHoursPerCase: 2, baseHours: 200 };
  const rest = { collaborationCases: 25, collaborationHoursPerCase: 4, collaborationHours: 100 };
  const headline = { programme: 'ETP', region: 'Syd', month: words.month('2023-01'), words };
  const labels: Record<string, string> = {
    nation: catalogue.nation,
    and: catalogue.and,
    or: catalogue.or,
    programmeTotal: estimate.programmeTotal,
    regionTotal: estimate.regionTotal,
    grandTotal: estimate.grandTotal,
    rangeTotal: estimate.rangeTotal,
    notesTitle: estimate.notesTitle,
    sameAsAbove: explain.sameAsAbove,
    'one line': explain.lines([3], '3'),
    'several lines': explain.lines([3, 5], '3, 5'),
    rows: explain.rows(12, '2022-01'),
    'place.line': place.line(12),
    'place.column': place.column('program', 2),
    'place.column without a name': place.column('', 2),
    'place.row': place.row('12'),
    more: problemsTitle.more(3, 0, 'a.csv'),
    'more, of no file': problemsTitle.more(3, 0, null),
    'more, of another kind': problemsTitle.more(3, 1, 'a.csv'),
    'more, of other kinds': problemsTitle.more(3, 2, null),
    'more of a kind': problemsTitle.sameKind(3, [5, 6, 9], '5–6, 9'),
    'more of a kind, one line': problemsTitle.sameKind(1, [5], '5'),
    'more of a kind, of no line': problemsTitle.sameKind(12, [], ''),
    same: problemsTitle.same(12, '5, 9–13 …'),
    'same, one line': problemsTitle.same(1, '5'),
    warnings: problemsTitle.warnings(2),
    'one warning': problemsTitle.warnings(1),
    'warnings, below them': problemsTitle.warningsInAll(2),
    'one warning, below it': problemsTitle.warningsInAll(1),
    breached: problemsTitle.breached(),
    'parts.table': parts.table,
    'parts.details': parts.details,
    'parts.problems': parts.problems,
    'parts.trace': parts.trace,
    ...Object.fromEntries(
      [1, 2, 12_345].flatMap((count) => [
        [`rows, ${count}`, parts.rows(count, words)],
        [`rows left out, ${count}`, parts.rowsLeftOut(count, words)],
        [`lines left out, ${count}`, parts.linesLeftOut(count, words)],
        [`entries left out, ${count}`, parts.entriesLeftOut(count, words)],
      ]),
    ),
    error: severity.error,
    warning: severity.warning,
    examples: help.examples,
    'example, next': catalogue.example.next,
    usage: help.usage,
    commands: help.commands,
    options: help.options,
    generalOptions: help.generalOptions,
  };
  const sentences: Record<string, string> = {
    headline: estimate.headline({ scope: null, period: words.month('2023-01'), sinceLastYear: '', ...figures }),
    'headline with last year': estimate.headline({
      scope: 'ETP, Syd',
      period: words.month('2023-01'),
      sinceLastYear: since,
      ...figures,
    }),
    explained: explain.headline({ ...headline, row: { ...row, ...rest } as never }),
    refused: problemsTitle.refused(3, 2),
    strict: problemsTitle.strict(3),
    'strict, one': problemsTitle.strict(1),
    'refused, one': problemsTitle.refused(1, 1),
    'refused, of no file': problemsTitle.refused(2, 0),
    'refused, one of no file': problemsTitle.refused(1, 0),
    wrote: catalogue.wrote(['a.json', 'b.csv'], words),
    'example written': catalogue.example.written('data', ['statistics.csv'], words),
    'example written here': catalogue.example.written('.', ['resurs.yaml', 'statistics.csv'], words),
    tagline: help.tagline,
    moreHelp: help.moreHelp,
    ...Object.fromEntries(estimate.remarks.map((remark, at) => [`remark ${at + 1}`, remark])),
  };
  const clauses: Record<string, string> = {
    ...Object.fromEntries(Object.entries(help.commandSummaries).map(([name, text]) => [`summary of ${name}`, text])),
    'option month of batch': help.batchMonth,
    ...Object.fromEntries(Object.entries(help.optionTexts).map(([name, text]) => [`option ${name}`, text])),
    ...Object.fromEntries(
      Object.entries(help.commandExamples).flatMap(([command, examples]) =>
        examples.map(([, meaning], at) => [`example ${at + 1} of ${command}`, meaning]),
      ),
    ),
    ...Object.fromEntries(Object.entries(catalogue.figures).map(([name, text]) => [`figure ${name}`, text])),
  };
  const as = (kind: Text['kind'], texts: Readonly<Record<string, string>>): Text[] =>
    Object.entries(texts).map(([name, text]) => ({ name, kind, text }));
  return [
    ...twofold(catalogue.problems, PROBLEMS),
    ...twofold(catalogue.failures, FAILURES),
    ...written<string>(catalogue.notes, NOTES, words).map(({ name, result }) => ({
      name: `note ${name}`,
      kind: 'sentence' as const,
      text: result,
    })),
    ...written<string>(catalogue.reasons, REASONS, words).map(({ name, result }) => ({
      name: `reason ${name}`,
      kind: 'clause' as const,
      text: result,
    })),
    ...as('label', { ...labels, ...comparison.labels, ...batch.labels }),
    ...as('sentence', { ...sentences, ...comparison.sentences, ...batch.sentences }),
    ...as('clause', clauses),
  ];
}

const [ENGLISH, SWEDISH] = CATALOGUES.map(textsOf) as [Text[], Text[]];

describe('the samples', () => {
  test('have facts for every code, and none for codes that are not', () => {
    for (const catalogue of CATALOGUES) {
      expect(Object.keys(PROBLEMS).sort()).toEqual(Object.keys(catalogue.problems).sort());
      expect(Object.keys(NOTES).sort()).toEqual(Object.keys(catalogue.notes).sort());
      expect(Object.keys(FAILURES).sort()).toEqual(Object.keys(catalogue.failures).sort());
      expect(Object.keys(REASONS).sort()).toEqual(Object.keys(catalogue.reasons).sort());
    }
  });
});

describe('codes', () => {
  test('are kebab-case', () => {
    const codes = [PROBLEMS, NOTES, FAILURES].flatMap((samples) => Object.keys(samples));
    expect(codes.filter((code) => !/^[a-z]+(?:-[a-z0-9]+)*$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

for (const [language, texts] of [
  ['English', ENGLISH],
  ['Swedish', SWEDISH],
] as const) {
  const namesWhere = (isFault: (text: Text) => boolean): string[] =>
    texts.filter(isFault).map(({ name, text }) => `${name}: ${text}`);

  describe(`every text in ${language}`, () => {
    test('says something', () => {
      expect(texts.length).toBeGreaterThan(250);
      expect(namesWhere(({ text }) => text.trim() === '')).toEqual([]);
    });

    test('has no trace of a value that was not there', () => {
      expect(namesWhere(({ text }) => /undefined|null|NaN|Infinity|\[object|=>|\$\{/.test(text))).toEqual([]);
    });

    test('has no loose space, no doubled word and no doubled mark', () => {
      expect(namesWhere(({ text }) => /^\s|\s$| {2}|\n|\s[,.;:?](?!\w)/.test(text))).toEqual([]);
      expect(namesWhere(({ text }) => /([,;:?!]|\.(?!\.))\1|\(\)|““|””/.test(text))).toEqual([]);
      expect(namesWhere(({ text }) => /(?<![\p{L}\d-])(\p{L}+) \1(?![\p{L}\d-])/u.test(text))).toEqual([]);
    });

    test('that is a sentence begins with a capital, a name or a number, and ends with a mark', () => {
      const sentences = texts.filter(({ kind }) => kind === 'sentence');
      expect(sentences.length).toBeGreaterThan(100);
      expect(sentences.filter(({ text }) => !/[.?]$/.test(text)).map(({ name }) => name)).toEqual([]);
      const begins = /^(?:\p{Lu}|\d|- |resurs |[a-z]+\.csv: |saved\.json )/u;
      expect(sentences.filter(({ text }) => !begins.test(text)).map(({ name, text }) => `${name}: ${text}`)).toEqual(
        [],
      );
    });

    test('that leads to steps begins with a capital and ends with a colon', () => {
      const leads = texts.filter(({ kind }) => kind === 'lead');
      expect(leads.length).toBeGreaterThan(0);
      expect(leads.filter(({ text }) => !/^\p{Lu}.*\w:$/u.test(text))).toEqual([]);
    });

    test('of compare and verify speaks of decisions, cases and hours, not of methods', () => {
      const jargon =
        /shapley|lmdi|decompos|dekompon|vintage|residual|delta\b|parameter|payload|null\b|boolean|replay|hash|checksum|drivare|divisia|baseline/i;
      const own = texts.filter(
        ({ name }) =>
          /^(?:compare|verify) (?!lmdi)/.test(name) || /^note |limit|input-|result-|outcome|one-side/.test(name),
      );
      expect(own.length).toBeGreaterThan(80);
      expect(own.filter(({ text }) => jargon.test(text)).map(({ name, text }) => `${name}: ${text}`)).toEqual([]);
    });

    test('that counts has one row or file in the singular', () => {
      expect(namesWhere(({ text }) => /(?<![\p{L}\d.,\u00A0-])1 (?:rows|files|rader|filer)\b/u.test(text))).toEqual([]);
    });

    test('that is a clause has no full stop, since it stands within a line', () => {
      expect(namesWhere(({ kind, text }) => kind === 'clause' && /[.!:;,]$/.test(text))).toEqual([]);
    });

    test('has brackets and quotation marks in pairs', () => {
      const count = (text: string, mark: string): number => text.split(mark).length - 1;
      const isOdd = ({ text }: Text): boolean =>
        count(text, '(') !== count(text, ')') ||
        count(text, '«') !== count(text, '»') ||
        count(text, '"') % 2 === 1 ||
        (language === 'Swedish' ? count(text, '”') % 2 === 1 : count(text, '“') !== count(text, '”'));
      expect(namesWhere(isOdd)).toEqual([]);
    });

    test('names the facts that it is given', () => {
      const shown = (name: string): string =>
        texts
          .filter((each) => each.name.startsWith(name))
          .map(({ text }) => text)
          .join(' ');
      expect(shown('key-variant 1')).toMatch(/Syd.*statistics\.csv.* 2/);
      expect(shown('range-order 1')).toMatch(language === 'Swedish' ? /0,333333.*0,5.* 2/ : /0\.333333.*0\.5.* 2/);
      expect(shown('forecast-regions-missing 2')).toContain(`Nord, Syd ${language === 'Swedish' ? 'och' : 'and'} Väst`);
      expect(shown('note cost-from-statistics')).toContain('7\u00A0750');
      expect(shown('note regions-part-of-nation')).toContain('40\u00A0%');
      expect(shown('no-base-hours 2')).toContain(language === 'Swedish' ? 'riket' : 'the nation');
      expect(shown('row-width 2')).toMatch(language === 'Swedish' ? /1 cell, .* 5$|1 cell, .* 5 / : /1 .* 5/);
      expect(shown('settings-invalid 2')).toMatch(
        /langage.*language\?.*2: bogus.*language.*csv.*3: csv.*standard.*sv.*se/,
      );
    });

    test('of compare and verify names the facts that it is given', () => {
      const isSwedish = language === 'Swedish';
      /** No-break spaces are spaces here. */
      const shown = (name: string): string =>
        texts
          .filter((each) => each.name.startsWith(name))
          .map(({ text }) => text.replaceAll('\u00A0', ' '))
          .join(' ');
      expect(shown('outcome-missing 3')).toMatch(/ETP \(Nord, Syd\), JOB (?:and|och) UGA.*2023-01.*2020-01.*2022-11/);
      expect(shown('outcome-missing 1')).not.toContain('2022');
      expect(shown('outcome-missing 2')).toMatch(/2022-10-31.*--as-of/);
      expect(shown('nothing-to-compare 1')).not.toContain('ETP');
      expect(shown('nothing-to-compare 2')).toMatch(/ETP (?:and|och) JOB/);
      const limits = isSwedish
        ? [
            /\+1 234 timmar \(\+13 %\).* 10 procent/,
            /\+500 timmar är.* 2,5 procent/,
            /−501 timmar \(−5,0 %\).* 500 timmar/,
          ]
        : [/\+1 234 hours \(\+13 %\).* 10 %/, /\+500 hours is.* 2\.5 %/, /−501 hours \(−5\.0 %\).* 500 hours/];
      for (const [at, limit] of limits.entries()) expect(shown(`change-above-limit ${at + 1}`)).toMatch(limit);
      expect(shown('change-above-limit 3')).toContain('--max-decrease');
      expect(shown('input-changed 2')).toMatch(/1 200.*1 201/);
      expect(shown('result-differs 1')).toMatch(isSwedish ? /\+250 timmar \(\+5,0 %\)/ : /\+250 hours \(\+5\.0 %\)/);
      expect(shown('programme-on-one-side 2')).toMatch(
        isSwedish ? /ETP.*januari 2023.*oktober 2022/ : /ETP.*January 2023.*October 2022/,
      );
      expect(shown('saved-other-month 2')).toMatch(/2023-01, 2023-02 (?:and|och) 2023-03/);
      expect(shown('note forecast-vintages 1')).toMatch(/ETP.*2022-06-30.*2022-10-28/);
      expect(shown('note narrowed-as-saved 2')).toMatch(/ETP, JOB (?:and|och) Syd.*saved\.json/);
      expect(shown('compare headline, of nothing')).toContain('2800');
      expect(shown('compare headline, by newShare, up')).toMatch(/2500.*2800.* 4 .* 5/);
      expect(shown('compare headline, also newShare')).toMatch(/\+400.* 4 .* 5 .*\+210/);
      expect(shown('compare headline, against baseHoursPerCase')).toContain('−100');
      expect(shown('compare programmes')).toMatch(/ETP \+300.*UGA −50/);
      expect(shown('verify different,')).toMatch(/saved\.json.* 4.*2500.*2800/);
    });

    test('of a breach tells a change from its limit, however near they are', () => {
      const shown = (name: string): string => texts.find((each) => each.name === name)?.text.replace(',', '.') ?? '';
      expect(shown('change-above-limit 4, message')).toMatch(/\(\+10\.004.%\).* 10\s/);
      expect(shown('change-above-limit 5, message')).toMatch(/\+500\.2.* 500\s/);
    });
  });
}

describe('the two languages', () => {
  test('have the same texts', () => {
    expect(SWEDISH.map(({ name }) => name)).toEqual(ENGLISH.map(({ name }) => name));
    expect(Object.keys(sv.figures)).toEqual(Object.keys(en.figures));
    expect(LANGUAGES).toEqual([en.language, sv.language]);
    expect([en.decimalSign, sv.decimalSign]).toEqual(['.', ',']);
  });

  test('differ in every message, hint, note, reason and sentence', () => {
    const same = ENGLISH.filter(({ text }, at) => text === SWEDISH[at]?.text).map(({ name }) => name);
    expect(same).toEqual([]);
  });

  test('have the same marks of a question or a statement', () => {
    const marks = ENGLISH.map(({ name, text }, at) => [name, text.at(-1), SWEDISH[at]?.text.at(-1)] as const);
    const differing = marks.filter(([, left, right]) => (left === '?') !== (right === '?'));
    expect(differing).toEqual([]);
  });

  test('name the same options, files and examples', () => {
    const named = (text: string): string[] =>
      [...text.matchAll(/(?<![\w-])--[a-z-]+|(?<=^|\s)-[a-z](?![\w-])|resurs\.yaml|U\+[0-9A-F]{4}/g)]
        .map(([word]) => word)
        .sort();
    for (const [at, { name, text }] of ENGLISH.entries()) {
      expect({ name, named: named(SWEDISH[at]?.text ?? '') }).toEqual({ name, named: named(text) });
    }
    // A file that the user names has a name in the user's language.
    const fileNames: Readonly<Record<string, string>> = { 'sparad.json': 'saved.json', 'tankom.csv': 'whatif.csv' };
    for (const command of ['resurs', 'init', 'estimate', 'explain', 'compare', 'verify', 'schema'] as const) {
      const examples = (catalogue: Catalogue) => catalogue.help.commandExamples[command].map(([example]) => example);
      const inEnglish = examples(sv).map((example) =>
        example.replace(/\b\w+\.\w+\b/, (name) => fileNames[name] ?? name),
      );
      expect(inEnglish).toEqual(examples(en));
    }
  });
});

describe('month names', () => {
  test('are twelve in each language, English ones with a capital, Swedish ones without', () => {
    for (const { monthNames } of CATALOGUES) expect(new Set(monthNames).size).toBe(12);
    for (const name of en.monthNames) expect(name).toMatch(/^[A-Z][a-z]+$/);
    for (const name of sv.monthNames) expect(name).toMatch(/^[a-z]+$/);
  });

  test('are those of the calendar, in its order', () => {
    for (const [at, [english, swedish]] of [
      ['January', 'januari'],
      ['February', 'februari'],
      ['March', 'mars'],
      ['April', 'april'],
      ['May', 'maj'],
      ['June', 'juni'],
      ['July', 'juli'],
      ['August', 'augusti'],
      ['September', 'september'],
      ['October', 'oktober'],
      ['November', 'november'],
      ['December', 'december'],
    ].entries()) {
      const iso = `2023-${String(at + 1).padStart(2, '0')}`;
      expect(wordsOf(en).month(iso)).toBe(`${english} 2023`);
      expect(wordsOf(sv).month(iso)).toBe(`${swedish} 2023`);
    }
  });
});

describe('Swedish', () => {
  test('never says handläggningstid, which is elapsed time', () => {
    expect(SWEDISH.filter(({ text }) => /handläggningstid/i.test(text))).toEqual([]);
    expect(SWEDISH.filter(({ text }) => /handläggningstim/i.test(text)).length).toBeGreaterThan(3);
  });

  test('has no English words left, commands and options aside', () => {
    const english =
      /(?<!\p{L})(?:the|of|and|or|hours|decisions|schablons|statistics|forecasts?|month|share)(?!\p{L})/iu;
    const names =
      /[\w-]+\.csv|--[\w-]+|as-of(?::[\d-]+)?|\([a-z_]+\)|resurs [a-z].*|[a-z]+(?:_[a-z]+)+|table, json, csv|\{[^}]*\}|[a-z]+: |gates och matrix/g;
    const left = SWEDISH.filter(({ text }) => english.test(text.replaceAll(names, '')));
    // An example or a fact of the sample may be English; the texts' own words are not.
    expect(left.map(({ name, text }) => `${name}: ${text}`)).toEqual([]);
  });

  test('writes «timme», «nytt beslut» and «samverkansärende» in the singular for one', () => {
    const headline = sv.estimate.headline({
      period: 'januari 2023',
      total: 1,
      base: 1,
      collaboration: 0.2,
      newDecisions: 1,
      cases: 1.4,
      scope: null,
      sinceLastYear: '',
      words: wordsOf(sv),
    });
    expect(headline).toBe(
      'Januari 2023: 1 handläggningstimme för 1 nytt beslut, varav 1 timme grundläggande ärendearbete och 0 timmar operativ individsamverkan i 1 samverkansärende.',
    );
  });

  test('begins the headline with a capital, names in lists with commas, and ends lists with och and eller', () => {
    const words = wordsOf(sv);
    expect([words.list(['a']), words.list(['a', 'b']), words.list(['a', 'b', 'c'])]).toEqual([
      'a',
      'a och b',
      'a, b och c',
    ]);
    expect(words.choice(['a', 'b', 'c'])).toBe('a, b eller c');
    expect(wordsOf(en).choice(['a', 'b', 'c'])).toBe('a, b or c');
  });
});

describe('the place of a cell', () => {
  test('has the same words in both languages, and no loose space where the column has no name', () => {
    for (const { place } of CATALOGUES) {
      expect([place.cell('B12', 'program'), place.cell('B12', '')]).toEqual(['cell B12 program', 'cell B12']);
    }
  });
});

describe('column labels', () => {
  for (const catalogue of CATALOGUES) {
    test(`in ${catalogue.language} keep the table narrow, and the lower line is never blank`, () => {
      const { compare, verify } = catalogue;
      const { factors, ...others } = compare.columns;
      // What happened to a file is said in words of its own.
      const { what, ...ofFiles } = verify.columns;
      const labels = [catalogue.columns, factors, others, ofFiles].flatMap((columns) => Object.values(columns));
      expect(labels.length).toBeGreaterThan(20);
      for (const [upper, lower] of labels) {
        expect(lower).not.toBe('');
        expect(Math.max(upper.length, lower.length)).toBeLessThanOrEqual(9);
      }
      expect(what).toEqual(['', '']);
    });
  }
});

describe('figures of a trace', () => {
  interface Node {
    readonly name: string;
    readonly from: { readonly table: string } | null;
    readonly inputs: readonly Node[];
  }
  const nodes = (node: Node): Node[] => [node, ...node.inputs.flatMap(nodes)];

  test('have a name in both languages, work steps aside, which are their own', async () => {
    const seen = new Set<string>();
    for (const asOf of ['2022-06-30', '2022-12-31']) {
      for (const programme of ['ETP', 'JOB', 'UGA']) {
        const args = ['explain', '--data', 'fixtures/example', '--month', '2023-02', '-p', programme, '-r', 'Syd'];
        const { exit, stdout } = await runResurs([...args, '--as-of', asOf, '-f', 'json']);
        expect(exit).toBe(0);
        for (const { name, from } of nodes(JSON.parse(stdout).trace)) {
          if (from?.table !== 'schablons' || name === 'collaborationShare') seen.add(name);
        }
      }
    }
    expect(seen.size).toBeGreaterThan(20);
    for (const { figures } of CATALOGUES) expect([...seen].filter((name) => figures[name] === undefined)).toEqual([]);
  });
});

describe('units', () => {
  test('are blank for counts and shares in both languages, and told for hours and money', () => {
    for (const { units } of CATALOGUES) {
      expect([units.decisions, units.cases, units.share]).toEqual(['', '', '']);
      for (const unit of ['hours', 'hours per case', 'SEK', 'SEK per decision', 'months'] as const) {
        expect(units[unit]).not.toBe('');
      }
    }
    expect(sv.units['hours per case']).not.toBe(en.units['hours per case']);
    expect(sv.units.SEK).toBe('kr');
  });
});
