/** What the system calls an error, such as ENOENT. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** Why a disk or a stream refuses, by the system's codes; what stands in none of these is `other`. */
const CODES = {
  full: ['ENOSPC'],
  quota: ['EDQUOT'],
  'too-large': ['EFBIG'],
  'read-only': ['EROFS'],
  forbidden: ['EACCES', 'EPERM'],
  held: ['EBUSY', 'ETXTBSY'],
  'name-too-long': ['ENAMETOOLONG'],
  missing: ['ENOENT'],
  'file-in-way': ['ENOTDIR', 'EEXIST'],
  circle: ['ELOOP'],
  'too-many-open': ['EMFILE', 'ENFILE'],
  unreachable: ['ENXIO', 'ENODEV', 'ESTALE', 'ETIMEDOUT', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENOTCONN', 'ENETUNREACH'],
  faulty: ['EIO'],
} as const;

export type SystemReason = keyof typeof CODES | 'other';

export function systemReason(code: string): SystemReason {
  const reasons = Object.keys(CODES) as (keyof typeof CODES)[];
  return reasons.find((reason) => (CODES[reason] as readonly string[]).includes(code)) ?? 'other';
}
