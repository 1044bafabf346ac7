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

/** What a rule file writes where no document says the rule: a dash, or that the demo made it up. */
const NO_CLAUSES: readonly string[] = ['—', '演示设定'];

/** The clause as the document has it; null where none says the rule, which how it was verified already tells. */
export const writtenClause = (clause: string): string | null => (NO_CLAUSES.includes(clause) ? null : clause);
