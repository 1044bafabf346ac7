/** How far a number can be relied on, by the words a rule file says it with. */
export const VERIFICATIONS = ['source', 'copy', 'mine', 'program', 'demo', 'unverified'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

const WORDS: readonly (readonly [start: string, Verification])[] = [
  ['source document', 'source'],
  ['public copy', 'copy'],
  ['mine setting', 'mine'],
  ['program function', 'program'],
  ['built in', 'program'],
  ['demo setting', 'demo'],
];

/** Whatever is said otherwise, or not at all, counts as unverified. */
export const verificationOf = (status: string): Verification =>
  WORDS.find(([start]) => status.toLowerCase().startsWith(start))?.[1] ?? 'unverified';
