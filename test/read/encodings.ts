/** Unicode's windows-1252 table for 0x80–0x9F (CP1252.TXT); null where it has nothing. */
export const UPPER_HALF: readonly (readonly [byte: number, codePoint: number | null])[] = [
  [0x80, 0x20ac],
  [0x81, null],
  [0x82, 0x201a],
  [0x83, 0x0192],
  [0x84, 0x201e],
  [0x85, 0x2026],
  [0x86, 0x2020],
  [0x87, 0x2021],
  [0x88, 0x02c6],
  [0x89, 0x2030],
  [0x8a, 0x0160],
  [0x8b, 0x2039],
  [0x8c, 0x0152],
  [0x8d, null],
  [0x8e, 0x017d],
  [0x8f, null],
  [0x90, null],
  [0x91, 0x2018],
  [0x92, 0x2019],
  [0x93, 0x201c],
  [0x94, 0x201d],
  [0x95, 0x2022],
  [0x96, 0x2013],
  [0x97, 0x2014],
  [0x98, 0x02dc],
  [0x99, 0x2122],
  [0x9a, 0x0161],
  [0x9b, 0x203a],
  [0x9c, 0x0153],
  [0x9d, null],
  [0x9e, 0x017e],
  [0x9f, 0x0178],
];

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UTF-16 without a byte order mark. */
export function utf16(text: string, isLittle: boolean): Uint8Array {
  return Uint8Array.from(
    Array.from({ length: 2 * text.length }, (_, at) => {
      const unit = text.charCodeAt(at >> 1);
      return (at % 2 === 0) === isLittle ? unit & 0xff : unit >> 8;
    }),
  );
}

export const utf16le = (text: string): Uint8Array => joined([0xff, 0xfe], utf16(text, true));
export const utf16be = (text: string): Uint8Array => joined([0xfe, 0xff], utf16(text, false));

export function windows1252(text: string): Uint8Array {
  const upper = new Map(UPPER_HALF.map(([byte, codePoint]) => [codePoint, byte]));
  return Uint8Array.from(text, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const byte = upper.get(codePoint) ?? codePoint;
    if (byte > 0xff) throw new Error(`${character} is not in Windows-1252`);
    return byte;
  });
}

/** What a program sees that takes bytes for Windows-1252; a byte that means nothing there is a control. */
export function seenAsWindows1252(bytes: Uint8Array): string {
  const upper = new Map(UPPER_HALF);
  return Array.from(bytes, (byte) => String.fromCodePoint(upper.get(byte) ?? byte)).join('');
}

/** Bytes one after the other; a text is UTF-8. */
export function joined(...parts: readonly (string | Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? utf8(part) : part)]));
}
