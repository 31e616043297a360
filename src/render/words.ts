import type { Catalogue, Words } from '../messages/catalogue.ts';
import { forPeople } from './rounding.ts';

/** How values are written in the sentences of one language. */
export function wordsOf({ decimalSign, monthNames, and, or, nation }: Catalogue): Words {
  return {
    number: (value, decimals = 0) => {
      const text = forPeople(value, decimals, decimalSign);
      return decimals === 0 ? text : text.replace(/[.,]?0+$/, '');
    },
    percent: (share) => `${forPeople(share * 100, share < 0.0995 ? 1 : 0, decimalSign)} %`,
    month: (iso) => `${monthNames[Number(iso.slice(5)) - 1]} ${iso.slice(0, 4)}`,
    list: (items) => joined(items, and),
    choice: (items) => joined(items, or),
    region: (region) => region ?? nation,
  };
}

/** More items than this nobody reads. */
const MOST_ITEMS = 30;

function joined(items: readonly string[], last: string): string {
  if (items.length > MOST_ITEMS) return `${items.slice(0, MOST_ITEMS).join(', ')} … (${items.length})`;
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}
