import type { Catalogue } from '../messages/catalogue.ts';
import type { Words } from '../messages/words.ts';
import { forPeople, told } from './rounding.ts';

/** How values are written in the sentences of one language. */
export function wordsOf({ decimalSign, monthNames, and, or, nation }: Catalogue): Words {
  return {
    number: (value, decimals = 0) => {
      const text = forPeople(value, decimals, decimalSign);
      return decimals === 0 ? text : text.replace(/[.,]?0+$/, '');
    },
    signed: (value, limit) => {
      const size = Math.abs(value);
      const text = limit === undefined ? forPeople(size, 0, decimalSign) : told(limit, size, 0, decimalSign)[1];
      return withSign(text, value);
    },
    percent: (share) => `${forPeople(share * 100, share < 0.0995 ? 1 : 0, decimalSign)}\u00A0%`,
    signedPercent: (share, limit) => {
      const size = Math.abs(share * 100);
      const decimals = size < 9.95 ? 1 : 0;
      const text =
        limit === undefined
          ? forPeople(size, decimals, decimalSign)
          : told(limit * 100, size, decimals, decimalSign)[1];
      return `${withSign(text, share)}\u00A0%`;
    },
    pair: (from, to, decimals) => told(from, to, decimals, decimalSign),
    month: (iso) => `${monthNames[Number(iso.slice(5)) - 1]} ${iso.slice(0, 4)}`,
    list: (items) => joined(items, and),
    choice: (items) => joined(items, or),
    region: (region) => region ?? nation,
  };
}

/** With a plus, too; what is 0 as it is shown has neither. */
function withSign(size: string, value: number): string {
  if (!/[1-9]/.test(size)) return size;
  return `${value < 0 ? '\u2212' : '+'}${size}`;
}

/** More items than this nobody reads. */
const MOST_ITEMS = 30;

function joined(items: readonly string[], last: string): string {
  if (items.length > MOST_ITEMS) return `${items.slice(0, MOST_ITEMS).join(', ')} … (${items.length})`;
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}
