import fc from 'fast-check';

const range = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((code) => String.fromCodePoint(code));

/** Any character, those that Swedish files and hostile ones hold more often than the rest. */
export const anyCharacter = fc.oneof(
  range(0x20, 0x7e),
  range(0, 0x24f),
  range(0x2000, 0x206f),
  range(0xe000, 0xffff),
  range(0x250, 0xd7ff),
  range(0x10000, 0x10ffff),
);
