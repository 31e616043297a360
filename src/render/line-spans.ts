/** `3, 5–8`: the lines in their order, those that follow each other as one part; of more parts than `most` the first. */
export function lineSpans(lines: readonly number[], most = Number.POSITIVE_INFINITY): string {
  const sorted = [...lines].sort((left, right) => left - right);
  const runs: [number, number][] = [];
  for (const line of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && line <= last[1] + 1) last[1] = line;
    else runs.push([line, line]);
  }
  const shown = runs.slice(0, most).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return shown.join(', ') + (runs.length > most ? ' …' : '');
}
