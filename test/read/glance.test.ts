import { describe, expect, test } from 'vitest';
import { SCHABLONS, STATISTICS } from '../../src/read/columns.ts';
import { differentCells } from '../../src/read/glance.ts';
import { joined, utf16be, utf16le } from './encodings.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const TEXT = 'month;programme;region;decisions;new_decisions\n2022-01;JOB; Nord ;1;1\n2022-02;ETP;Syd;1;1\n';
const cellsOf = (bytes: Uint8Array, isWhole = true) =>
  differentCells(bytes, STATISTICS, ['programme', 'region'], isWhole);
const BOTH = [
  ['JOB', 'Nord'],
  ['ETP', 'Syd'],
];

describe('the different cells of a file', () => {
  test('are each row of them once, trimmed, in the order in which they come', async () => {
    expect(await cellsOf(bytesOf(`${TEXT}2022-03;JOB; Nord ;2;2\n2022-03;JOB\n`))).toEqual([...BOTH, ['JOB', '']]);
    expect(await cellsOf(bytesOf(`Titel\n\n${TEXT.replaceAll(';', '\t')}`))).toEqual(BOTH);
  });

  test('are blank where the file has no such column', async () => {
    expect(await cellsOf(bytesOf('month;programme;decisions;new_decisions\n2022-01;JOB;1;1\n'))).toEqual([['JOB', '']]);
  });

  test('go on behind a row that is none, and behind a quoted one', async () => {
    expect(await cellsOf(bytesOf(TEXT.replace('JOB; Nord', 'J"OB;Nord')))).toEqual([['ETP', 'Syd']]);
    expect(await cellsOf(bytesOf(TEXT.replace('JOB; Nord ', '"JOB";"Nord"')))).toEqual(BOTH);
  });

  test('are none where there is no such table, or no text', async () => {
    expect(await cellsOf(bytesOf('a;b\n1;2\n'))).toEqual([]);
    expect(await cellsOf(Uint8Array.of(0x81))).toEqual([]);
    expect(await differentCells(bytesOf(TEXT), SCHABLONS, ['step'], true)).toEqual([]);
  });

  test.each<[string, Uint8Array]>([
    ['UTF-8', bytesOf(`${TEXT}2022-03;Å`).slice(0, -1)],
    ['lines that end with CR', bytesOf(`${TEXT.replaceAll('\n', '\r')}2022-03;X;Y;1;1`)],
    ['UTF-16, little end first', utf16le(`${TEXT}2022-03;X;Y;1;1`)],
    ['UTF-16, big end first', utf16be(`${TEXT}2022-03;X;Y;1;1`)],
    ['bytes that begin as its mark does', joined([0xff], 'x\n')],
    ['bytes of which the second is as in its mark', joined([0x41, 0xfe], 'x\n')],
  ])('of the beginning of a file leave out its last line: %s', async (name, bytes) => {
    expect(await cellsOf(bytes, false)).toEqual(name.startsWith('bytes') ? [] : BOTH);
  });

  test('of a whole file have its last line, also without an end', async () => {
    expect(await cellsOf(bytesOf(TEXT.trimEnd()))).toEqual(BOTH);
    expect(await cellsOf(bytesOf(TEXT.trimEnd()), false)).toEqual([['JOB', 'Nord']]);
  });
});
