import type { Files } from '../harness.ts';

/**
 * Two programmes, two regions, two months, with shares that binary fractions hold exactly. By hand, for 2023-01:
 * JOB Nord 800 · 0.125 = 100 new decisions, 100 · 2 + 25 · 4 = 300 hours; JOB Syd 25, 75 hours; UGA 100 and 50 hours.
 */
export const SMALL: Files = {
  'forecasts.csv': lines(
    'published,programme,period,decisions_per_month',
    '2022-06-30,JOB,2023-01,1500',
    '2022-10-28,JOB,2023-01,1200',
    '2022-10-28,JOB,2023-02,1200',
    '2022-06-30,UGA,2023-01,300',
    '2022-10-28,UGA,2023-02,300',
  ),
  'statistics.csv': lines(
    'month,programme,region,decisions,new_decisions',
    '2022-01,JOB,Nord,800,100',
    '2022-01,JOB,Syd,400,25',
    '2022-01,UGA,Nord,200,50',
    '2022-01,UGA,Syd,100,25',
    '2022-02,JOB,Nord,800,50',
    '2022-02,JOB,Syd,400,25',
    '2022-02,UGA,Nord,200,50',
    '2022-02,UGA,Syd,100,25',
  ),
  'schablons.csv': lines(
    'programme,region,valid_from,measure,step,value,source',
    'JOB,,2022-01,collaboration_share,,0.25,invented',
    'JOB,,2022-01,base_hours,assess,1.5,invented',
    'JOB,,2022-01,base_hours,decide,0.5,invented',
    'JOB,,2022-01,collaboration_hours,three-party talk,4,invented',
    'UGA,,2022-01,collaboration_share,,0.5,invented',
    'UGA,,2022-01,base_hours,assess,1,invented',
    'UGA,,2022-01,collaboration_hours,three-party talk,2,invented',
  ),
};

/** The total hours of January, of February, and of both. */
export const SMALL_HOURS = { january: 525, february: 375, both: 900 } as const;

export function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

/** The small folder with files replaced or added; null takes one away. */
export function smallWith(changes: Readonly<Record<string, string | Uint8Array | null>>): Files {
  const kept = Object.entries({ ...SMALL, ...changes }).filter(([, content]) => content !== null);
  return Object.fromEntries(kept) as Files;
}

/** A sound folder that draws one warning: a schablon without a source. */
export const WARNED: Files = smallWith({
  'schablons.csv': (SMALL['schablons.csv'] as string).replace('assess,1,invented', 'assess,1,'),
});

/** Two problems, in two files: a count that is blank, and a share above 1. */
export const REFUSED: Files = smallWith({
  'statistics.csv': (SMALL['statistics.csv'] as string).replace('Nord,800,100', 'Nord,,100'),
  'schablons.csv': (SMALL['schablons.csv'] as string).replace('share,,0.25', 'share,,25'),
});
