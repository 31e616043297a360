// What the benchmark of batches runs: six regions and two years of the example, in three formats.
export const REGIONS = ['Nord', 'Mitt', 'Stockholm Gotland', 'Öst', 'Väst', 'Syd'];
export const [FIRST, LAST] = ['2023-01', '2024-12'];
export const ENDINGS = ['json', 'csv', 'txt'];
