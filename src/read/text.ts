/** Bytes to text: strict UTF-8 with or without BOM; every line end becomes a line feed, so that lines stay countable. */
export function decode(bytes: Uint8Array): { text: string } | { byteOffset: number } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text: text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text };
  } catch {
    return { byteOffset: firstInvalidByte(bytes) };
  }
}

/** Where strict UTF-8 first fails: the longest prefix that still decodes, found by halving. */
function firstInvalidByte(bytes: Uint8Array): number {
  let [sound, broken] = [0, bytes.length];
  while (broken - sound > 1) {
    const middle = Math.floor((sound + broken) / 2);
    if (isSound(bytes.subarray(0, middle))) sound = middle;
    else broken = middle;
  }
  return sound;
}

function isSound(prefix: Uint8Array): boolean {
  try {
    // A character that is cut at the end is not yet a fault.
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Printable ASCII with neither end blank: most cells, which need no care. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

/** A cell without the space around it, in the composed form (NFC) of its letters. */
export function trimmed(cell: string): string {
  if (cell === '' || PLAIN.test(cell)) return cell;
  return cell.trim().normalize('NFC');
}

/** A name for comparison: without regard to case, and with every run of `_`, `-` and space as one space. */
export function folded(name: string): string {
  return trimmed(name)
    .toLowerCase()
    .replaceAll(/[\s\u00A0\u202F_-]+/g, ' ');
}
