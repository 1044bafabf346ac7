import type { MajorEntry } from '../contracts/major-hazard.ts';
import { canonicalJson } from '../hazards/ledger-chain.ts';

/** What of a major hazard is written as one and compared as one, in the order of its card. What never changes is not among it. */
export const MAJOR_HAZARD_FIELDS = [
  'title',
  'what',
  'criterion',
  'whileProducing',
  'hazards',
  'place',
  'listed',
  'responsible',
  'measure',
  'funding',
  'deadline',
  'contingencyPlan',
  'state',
  'closeOut',
] as const;
export const SURVEY_FIELDS = ['on', 'by', 'signedBy', 'report', 'found'] as const;
export const ANSWER_FIELDS = ['decision', 'on', 'by', 'to', 'report', 'why'] as const;
export type MajorField =
  | (typeof MAJOR_HAZARD_FIELDS)[number]
  | (typeof SURVEY_FIELDS)[number]
  | (typeof ANSWER_FIELDS)[number];

const FIELDS = { hazard: MAJOR_HAZARD_FIELDS, survey: SURVEY_FIELDS, answer: ANSWER_FIELDS } as const;

export const fieldsOf = ({ kind }: MajorEntry): readonly MajorField[] => FIELDS[kind];

/** All that is compared, flat: the five of the five-fixed are fields of their own. */
const valuesOf = (entry: MajorEntry): Readonly<Record<string, unknown>> => {
  switch (entry.kind) {
    case 'hazard':
      return { ...entry.hazard, ...entry.hazard.fiveFixed };
    case 'survey':
      return entry.survey;
    case 'answer':
      return entry.answer;
  }
};

const same = (a: MajorEntry, b: MajorEntry, field: MajorField): boolean =>
  canonicalJson(valuesOf(a)[field]) === canonicalJson(valuesOf(b)[field]);

/** Fields that differ between two versions of one entry; empty: none does. */
export const majorDifference = (before: MajorEntry, after: MajorEntry): MajorField[] =>
  fieldsOf(after).filter((field) => !same(before, after, field));

/** A field that two people left unlike, and who of them changed it since the version that one of them began with. */
export interface UnlikeField {
  readonly field: MajorField;
  readonly by: 'me' | 'them' | 'both';
}

/**
 * Where mine differs from what stands in the ledger now.
 * @param base what I began with; null: I began a new one, and every difference is of both
 */
export const unlikeFields = (base: MajorEntry | null, mine: MajorEntry, theirs: MajorEntry): UnlikeField[] =>
  majorDifference(theirs, mine).map((field) => {
    const isMine = base === null || !same(base, mine, field);
    const isTheirs = base === null || !same(base, theirs, field);
    return { field, by: isMine && isTheirs ? 'both' : isMine ? 'me' : 'them' };
  });

/** What stands in the ledger now, with these fields as I have them. */
export const withMine = (
  theirs: MajorEntry,
  mine: MajorEntry,
  fields: ReadonlySet<MajorField>,
): MajorEntry => {
  const values = valuesOf(mine);
  const taken = (of: readonly string[]) =>
    Object.fromEntries(
      of.flatMap((field) => (fields.has(field as MajorField) ? [[field, values[field]]] : [])),
    );
  if (theirs.kind === 'survey')
    return { kind: 'survey', survey: { ...theirs.survey, ...taken(SURVEY_FIELDS) } };
  if (theirs.kind === 'answer')
    return { kind: 'answer', answer: { ...theirs.answer, ...taken(ANSWER_FIELDS) } };
  const { hazard } = theirs;
  const five = Object.keys(hazard.fiveFixed);
  return {
    kind: 'hazard',
    hazard: {
      ...hazard,
      ...taken(MAJOR_HAZARD_FIELDS.filter((field) => !five.includes(field))),
      fiveFixed: { ...hazard.fiveFixed, ...taken(five) },
    },
  };
};
