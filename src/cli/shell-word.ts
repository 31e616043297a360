/** A word as a shell takes it for one: in quotation marks, if anything in it would part it or be replaced. */
export function shellWord(word: string): string {
  return /^[\p{L}\p{N}._/\\:@+,=-]+$/u.test(word) ? word : `"${word.replaceAll(/["$`]/g, '\\$&')}"`;
}
