import type { ProblemFacts } from '../domain/problem.ts';

/** The encodings that a file may have (*teckenkodning*); UTF-8 and UTF-16 lose their byte order mark. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

type TextFaultCode =
  | 'file-empty'
  | 'file-not-text'
  | 'encoding-unknown'
  | 'encoding-mixed'
  | 'encoding-foreign'
  | 'encoding-utf16-unmarked'
  | 'bom-inside'
  | 'nul-inside';

/** Why bytes are no text, and in which physical line; null where the file as a whole is something else. */
export type TextFault = {
  [Code in TextFaultCode]: { readonly code: Code; readonly facts: ProblemFacts[Code]; readonly line: number | null };
}[TextFaultCode];

export type Decoded = { readonly text: string; readonly encoding: Encoding } | { readonly fault: TextFault };

/**
 * Bytes to text, exactly or not at all: UTF-16 where a byte order mark says so, else strict UTF-8 (RFC 3629), else
 * Windows-1252. Every line end (CRLF, LF, CR) becomes a line feed, so that lines stay countable.
 */
export async function decodeText(bytes: Uint8Array): Promise<Decoded> {
  const decoded = await soundText(bytes);
  return 'fault' in decoded ? decoded : { ...decoded, text: withLineFeeds(decoded.text) };
}

/** The text of a table, as {@link decodeText}; what is a file of another program is named as what it is. */
export async function decode(bytes: Uint8Array): Promise<Decoded> {
  return otherProgram(bytes) ?? decodeText(bytes);
}

/**
 * The text of a table as {@link decode}, but where there is no quotation mark and every line end is CRLF they stay: to
 * copy a large text for that would take a tenth of the time to read it.
 */
export async function decodeForRecords(bytes: Uint8Array): Promise<Decoded> {
  const decoded = otherProgram(bytes) ?? (await soundText(bytes));
  if ('fault' in decoded) return decoded;
  const { text } = decoded;
  const isEven = !text.includes('"') && !LONE_RETURN.test(text);
  return isEven ? decoded : { ...decoded, text: withLineFeeds(text) };
}

function otherProgram(bytes: Uint8Array): Decoded | null {
  const kind = kindOf(bytes);
  return kind === null ? null : { fault: { code: 'file-not-text', facts: { kind }, line: null } };
}

/** Text without a character that shows that it is none, or of several files. */
async function soundText(bytes: Uint8Array): Promise<Decoded> {
  const decoded = await anyText(bytes);
  if ('fault' in decoded) return decoded;
  const { text } = decoded;
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const code = isMostlyNul(bytes) ? 'encoding-utf16-unmarked' : 'nul-inside';
    return { fault: { code, facts: {}, line: code === 'nul-inside' ? lineAt(text, nul) : null } };
  }
  const mark = text.indexOf('\uFEFF');
  if (mark >= 0) return { fault: { code: 'bom-inside', facts: {}, line: lineAt(text, mark) } };
  if (text.trim() === '') return { fault: { code: 'file-empty', facts: {}, line: null } };
  return decoded;
}

const LONE_RETURN = /\r(?!\n)/;

/** Where every carriage return has its line feed, to split and join takes a quarter of the time to replace each. */
function withLineFeeds(text: string): string {
  if (!text.includes('\r')) return text;
  return LONE_RETURN.test(text) ? text.replaceAll(/\r\n?/g, '\n') : text.split('\r\n').join('\n');
}

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** The bytes of UTF-8's mark, which may stand before all else. */
const BYTE_ORDER_MARK: ReadonlySet<number> = new Set([0xef, 0xbb, 0xbf]);

/** Files of other programs under the name of a CSV file, told by their first bytes. */
function kindOf(bytes: Uint8Array): ProblemFacts['file-not-text']['kind'] | null {
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'workbook';
  if (startsWith(bytes, 0x1f, 0x8b)) return 'archive';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  const at = bytes.findIndex((byte) => byte > 0x20 && !BYTE_ORDER_MARK.has(byte));
  const first = String.fromCharCode(bytes[at] ?? 0);
  if (first !== '<' && first !== '{' && first !== '[') return null;
  const start = String.fromCharCode(...bytes.subarray(at, at + 20));
  if (/^(?:\{\s*"|\[\s*[{[])/.test(start)) return 'json';
  return /^<(?:!doctype|html|table|\?xml)/i.test(start) ? 'web-page' : null;
}

async function anyText(bytes: Uint8Array): Promise<Decoded> {
  if (startsWith(bytes, 0xff, 0xfe)) return strict(bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return strict(bytes, 'utf-16be');
  const decoded = strict(bytes, 'utf-8');
  return 'fault' in decoded ? eightBits(bytes) : decoded;
}

function strict(bytes: Uint8Array, encoding: Exclude<Encoding, 'windows-1252'>): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return { fault: { code: 'encoding-unknown', facts: { byteOffset: 0 }, line: null } };
  }
}

/**
 * A UTF-8 character beyond ASCII, a byte a letter (RFC 3629, section 4); then what only a broken writer of UTF-8 makes,
 * overlong forms and surrogates.
 */
const UTF8 =
  '[\\xC2-\\xDF][\\x80-\\xBF]|\\xE0[\\xA0-\\xBF][\\x80-\\xBF]|[\\xE1-\\xEC\\xEE\\xEF][\\x80-\\xBF]{2}|\\xED[\\x80-\\x9F][\\x80-\\xBF]|\\xF0[\\x90-\\xBF][\\x80-\\xBF]{2}|[\\xF1-\\xF3][\\x80-\\xBF]{3}|\\xF4[\\x80-\\x8F][\\x80-\\xBF]{2}';
const NEARLY_UTF8 = new RegExp(`${UTF8}|[\\xC0\\xC1][\\x80-\\xBF]|\\xED[\\xA0-\\xBF][\\x80-\\xBF]`);
/** Each match of one letter is a byte that belongs to no UTF-8 character. */
const CHARACTER_OR_BYTE = new RegExp(`${UTF8}|[\\x80-\\xFF]`, 'g');
/** The bytes that mean nothing in Windows-1252. */
const UNDEFINED = /[\x81\x8D\x8F\x90\x9D]/;

/** Bytes that are not UTF-8: Windows-1252, unless a part of them is UTF-8 or they are in some other encoding. */
async function eightBits(bytes: Uint8Array): Promise<Decoded> {
  // But for 0x80–0x9F Windows-1252 is Latin-1, which Node decodes right, quickly and to half the memory.
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  // Letters such as å and ö lie above, so that most files hold none of the bytes that need a look.
  if (!/[\x80-\xBF]/.test(latin1)) return { text: latin1, encoding: 'windows-1252' };
  const fault = (code: 'encoding-mixed' | 'encoding-unknown', byteOffset: number): Decoded => ({
    fault: { code, facts: { byteOffset }, line: lineAt(latin1, byteOffset) },
  });
  if (NEARLY_UTF8.test(latin1)) {
    for (const { 0: match, index } of latin1.matchAll(CHARACTER_OR_BYTE)) {
      if (match.length === 1) return fault('encoding-mixed', index);
    }
  }
  const undefinedAt = latin1.search(UNDEFINED);
  if (undefinedAt >= 0) return fault('encoding-unknown', undefinedAt);
  if (!/[\x80-\x9F]/.test(latin1)) return { text: latin1, encoding: 'windows-1252' };
  const { decode: decodeWith } = (await import('iconv-lite')).default;
  const upper = decodeWith(Buffer.from(Array.from({ length: 32 }, (_, index) => 0x80 + index)), 'win1252');
  const text = latin1.replaceAll(/[\x80-\x9F]/g, (character) => upper[character.charCodeAt(0) - 0x80] ?? '');
  const foreign = /[åäöÅÄÖ]/.test(text) ? null : FOREIGN.exec(text);
  if (foreign === null) return { text, encoding: 'windows-1252' };
  const facts = { sample: wordAround(text, foreign.index, foreign[0].length) };
  return { fault: { code: 'encoding-foreign', facts, line: lineAt(text, foreign.index) } };
}

/** What å, ä and ö of a Mac or of DOS become in Windows-1252: marks and foreign letters in the midst of words. */
const FOREIGN = /\p{L}[ŒŠšŽ€…†„”‡™]\p{Ll}|(?<![^\s;,"])[€…Ž™]\p{Ll}/u;

/** The word in which something stands; of a long one, what is near. */
function wordAround(text: string, at: number, length: number): string {
  const before = /\p{L}*$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? '';
  const after = /^\p{L}*/u.exec(text.slice(at + length, at + length + 20))?.[0] ?? '';
  return before + text.slice(at, at + length) + after;
}

/** UTF-16 without a mark has a NUL beside every ASCII character. */
function isMostlyNul(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  return start.filter((byte) => byte === 0).length * 4 > start.length;
}

/** The physical line, from 1, of a place in a text. */
function lineAt(text: string, at: number): number {
  return (text.slice(0, at).match(/\r\n?|\n/g)?.length ?? 0) + 1;
}
