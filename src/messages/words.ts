import type { Region } from '../domain/tables.ts';

/** How values are written inside sentences; the renderers bring it, since all rounding is theirs. */
export interface Words {
  /** With thousands apart and the language's decimal sign. */
  number(value: number, decimals?: number): string;
  /** With its sign, also a plus; 0 has none. With as many decimals as tell its size apart from a limit. */
  signed(value: number, limit?: number): string;
  /** A share 0–1 as per cent. */
  percent(share: number): string;
  /** A change as per cent, with its sign, and as many decimals as tell it apart from a limit. */
  signedPercent(share: number, limit?: number): string;
  /** Two numbers, with as many decimals more as tell them apart. */
  pair(from: number, to: number, decimals: number): readonly [string, string];
  /** `2023-01` as «January 2023». */
  month(iso: string): string;
  /** «a, b and c». */
  list(items: readonly string[]): string;
  /** «a, b or c». */
  choice(items: readonly string[]): string;
  /** A region's name, or the nation's. */
  region(region: Region): string;
}
