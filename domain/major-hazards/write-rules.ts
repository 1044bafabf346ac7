import type { LedgerRefusal } from '../contracts/ledger.ts';
import {
  MAJOR_SOURCES,
  type MajorEntry,
  type MajorHazard,
  type MajorSurvey,
  type RepeatAnswer,
} from '../contracts/major-hazard.ts';
import { type FarQuestion, farRefusal, newFarPlace } from '../hazards/far-place-rules.ts';
import { missingFixed } from '../hazards/five-fixed.ts';
import { canonicalJson } from '../hazards/ledger-chain.ts';
import { ringRefusals } from '../hazards/place-refusals.ts';
import { FIXED_NAMES } from '../hazards/refusal-texts.ts';
import { refusal, refuser } from '../hazards/refuser.ts';
import { idRefusals, unprintable } from '../hazards/text-refusals.ts';
import { farDeadlineRefusals, isPutOff } from '../hazards/write-rules.ts';
import { monthOf } from './month-of.ts';
import { MAJOR_FIELDS, MAJOR_REFUSAL_TEXTS } from './refusal-texts.ts';

/** What whoever writes may do with the major hazards of a mine. */
export interface MajorRights {
  /** What a mine says: what it reports itself, how it is rectified, its monthly survey. */
  readonly report: boolean;
  /** What the county says: findings of inspection and the public, listing, confirmation. */
  readonly list: boolean;
  readonly close: boolean;
}

export interface MajorQuestion extends FarQuestion {
  readonly mine: string;
  /** The last version of the same subject; null: a new one. */
  readonly before: MajorEntry | null;
  readonly after: MajorEntry;
  readonly reason: string;
  readonly rights: MajorRights;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly attachments: ReadonlySet<string>;
  /** The mine's surveys by the SHA-256 of their reports: the month of the one that had each first; others than what is asked of may be left out. */
  readonly reports: ReadonlyMap<string, string>;
  /** Ids of the mine's major hazards. */
  readonly known: ReadonlySet<string>;
  /** Days on which the mine was found producing as often as the county's rule says; null: nobody can tell, and it is not asked. */
  readonly reached: readonly string[] | null;
  /** Ids of the mine's hidden hazards; those that the entry does not name may be left out. */
  readonly hidden: ReadonlySet<string>;
}

/** What a version is a version of. */
export const subjectOf = (entry: MajorEntry): string => {
  switch (entry.kind) {
    case 'hazard':
      return `hazard:${entry.hazard.id}`;
    case 'survey':
      return `survey:${entry.survey.month}`;
    case 'answer':
      return `answer:${entry.answer.reachedOn}`;
  }
};

/** What an entry is about: all of them say of which mine. */
export const bodyOf = (entry: MajorEntry): MajorHazard | MajorSurvey | RepeatAnswer => {
  switch (entry.kind) {
    case 'hazard':
      return entry.hazard;
    case 'survey':
      return entry.survey;
    case 'answer':
      return entry.answer;
  }
};

/** SHA-256 of the paper that an entry names: of the survey, the close-out's check or the county's answer; null: none. */
export const reportOf = (entry: MajorEntry): string | null => {
  switch (entry.kind) {
    case 'hazard':
      return entry.hazard.closeOut?.report ?? null;
    case 'survey':
      return entry.survey.report;
    case 'answer':
      return entry.answer.report;
  }
};

const refuse = refuser(MAJOR_REFUSAL_TEXTS);
const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/** Why an entry may not be added; empty: it may. */
export const majorRefusals = (question: MajorQuestion): LedgerRefusal[] => {
  const { before, after, mine, reason } = question;
  const of = bodyOf(after);
  if (of.mine !== mine) return [refusal('other-mine', 'mine', of.mine)];
  if (before && same(before, after)) return [refusal('nothing-changed')];
  return [...unprintable(of, reason), ...entryRefusals(before, after, question)];
};

const entryRefusals = (
  before: MajorEntry | null,
  after: MajorEntry,
  question: MajorQuestion,
): LedgerRefusal[] => {
  switch (after.kind) {
    case 'hazard':
      return hazardRefusals(before?.kind === 'hazard' ? before.hazard : null, after.hazard, question);
    case 'survey':
      return surveyRefusals(before?.kind === 'survey' ? before.survey : null, after.survey, question);
    case 'answer':
      return answerRefusals(after.answer, question);
  }
};

const hazardRefusals = (
  before: MajorHazard | null,
  after: MajorHazard,
  { rights, today, hidden, attachments, fromMine, whyFar }: MajorQuestion,
): LedgerRefusal[] => [
  ...dayRefusals(after, today),
  ...closeOutRefusals(before, after, attachments),
  ...linkRefusals(after, hidden),
  ...ringRefusals(after.place, 'place'),
  ...(whyFar === null
    ? newFarPlace(before?.place ?? null, after.place, 'place', fromMine).map(farRefusal)
    : []),
  ...sourceRefusals(before, after, rights),
  ...fieldRefusals(before, after, rights),
  ...deadlineRefusals(before, after, rights, today),
  ...farDeadlineRefusals(before?.fiveFixed ?? null, after.fiveFixed, today),
  ...(before ? [] : idRefusals(after.id)),
  ...stateRefusals(before, after, rights),
];

const dayRefusals = ({ found, listed, closeOut }: MajorHazard, today: string): LedgerRefusal[] => {
  const days: [string, string | undefined][] = [
    ['found.on', found.on],
    ['listed.on', listed?.on],
    ['closeOut.on', closeOut?.on],
    ['closeOut.accepted.on', closeOut?.accepted?.on],
  ];
  const refusals = days.flatMap(([field, day]) =>
    day && day > today ? [refusal('day-in-future', field, day)] : [],
  );
  if (closeOut && closeOut.on < found.on)
    refusals.push(refuse('close-out-too-early', 'closeOut.on', closeOut.on));
  if (closeOut?.accepted && closeOut.accepted.on < closeOut.on)
    refusals.push(refuse('accepted-too-early', 'closeOut.accepted.on', closeOut.accepted.on));
  return refusals;
};

/**
 * No paper closes without a paper of the check, and what is under listed supervision is closed by whoever reviewed it (H3). What was closed
 * before this was asked stays as it is until its close-out is written anew.
 */
const closeOutRefusals = (
  before: MajorHazard | null,
  { state, closeOut, listed }: MajorHazard,
  attachments: ReadonlySet<string>,
): LedgerRefusal[] => {
  if (closeOut === null || state !== 'closed') return [];
  if (before?.state === 'closed' && same(before.closeOut, closeOut)) return [];
  const { report, accepted } = closeOut;
  const refusals: LedgerRefusal[] = [];
  if (report === null) refusals.push(refuse('close-out-without-report', 'closeOut.report'));
  else if (!attachments.has(report)) refusals.push(refuse('report-unknown', 'closeOut.report', report));
  if (listed !== null && accepted === null)
    refusals.push(refuse('close-out-not-accepted', 'closeOut.accepted', listed.office));
  return refusals;
};

const linkRefusals = ({ hazards }: MajorHazard, hidden: ReadonlySet<string>): LedgerRefusal[] =>
  hazards.flatMap((id, i) => (hidden.has(id) ? [] : [refuse('hidden-unknown', `hazards.${i}`, id)]));

const sourceRefusals = (
  before: MajorHazard | null,
  after: MajorHazard,
  rights: MajorRights,
): LedgerRefusal[] => {
  const { source, inspection, found } = after;
  if (before)
    return same([before.source, before.inspection, before.found], [source, inspection, found])
      ? []
      : [refuse('source-changed', 'source')];
  const refusals: LedgerRefusal[] = [];
  const isOurs = source === 'self-reported' ? rights.report : rights.list;
  if (!isOurs) refusals.push(refuse('source-not-yours', 'source', MAJOR_SOURCES[source]));
  if (source === 'inspection' && inspection === null)
    refusals.push(refuse('inspection-missing', 'inspection'));
  if (source !== 'inspection' && inspection !== null)
    refusals.push(refuse('inspection-elsewhere', 'inspection'));
  return refusals;
};

/** Only the county says these; the rest both write: the mine how it rectifies, the county what it saw. */
const OF_COUNTY = ['whileProducing', 'listed', 'closeOut'] as const;
/** What an inspection or the public found is the county's to say; that nobody knew where it is the mine may fill in. */
const OF_FINDER = ['title', 'what', 'criterion', 'place'] as const;
const OF_BOTH = ['title', 'what', 'criterion', 'hazards', 'place', 'fiveFixed'] as const;

const fieldRefusals = (
  before: MajorHazard | null,
  after: MajorHazard,
  rights: MajorRights,
): LedgerRefusal[] => {
  const changed = (field: (typeof OF_COUNTY | typeof OF_BOTH)[number]): boolean =>
    before ? !same(before[field], after[field]) : after[field] !== null;
  // Whoever reopens takes the close-out back with it.
  const isTakingBack = before?.state === 'closed' && after.state === 'rectifying' && after.closeOut === null;
  const county = rights.list
    ? []
    : OF_COUNTY.filter(
        (field) => changed(field) && !(field === 'closeOut' && (isTakingBack || rights.close)),
      );
  const both = rights.list || rights.report ? [] : OF_BOTH.filter((field) => before && changed(field));
  const finder =
    before === null || before.source === 'self-reported' || rights.list || !rights.report
      ? []
      : OF_FINDER.filter((field) => changed(field) && !(field === 'place' && before.place === null));
  return [...county, ...both, ...finder].map((field) => refuse('not-yours', field, MAJOR_FIELDS[field]));
};

const deadlineRefusals = (
  before: MajorHazard | null,
  after: MajorHazard,
  rights: MajorRights,
  today: string,
): LedgerRefusal[] =>
  before === null ||
  before.state === 'closed' ||
  rights.list ||
  !isPutOff(before.fiveFixed, after.fiveFixed, today)
    ? []
    : [refusal('deadline-over', 'fiveFixed', before.fiveFixed.deadline ?? '')];

/** From each state to which others. */
const NEXT: Readonly<Record<MajorHazard['state'], readonly MajorHazard['state'][]>> = {
  reported: ['reported', 'confirmed', 'rectifying', 'unfounded'],
  confirmed: ['confirmed', 'rectifying', 'closed'],
  rectifying: ['rectifying', 'closed'],
  closed: ['closed', 'rectifying'],
  unfounded: ['unfounded', 'reported'],
};

const stateRefusals = (
  before: MajorHazard | null,
  after: MajorHazard,
  rights: MajorRights,
): LedgerRefusal[] => {
  const { state, source, closeOut } = after;
  const refusals: LedgerRefusal[] = [];
  if (before && !NEXT[before.state].includes(state))
    refusals.push(refuse('major-state-backward', 'state', state));
  if (source !== 'public-report' && state === 'reported')
    refusals.push(refuse('reported-not-public', 'state'));
  if (source !== 'public-report' && state === 'unfounded')
    refusals.push(refuse('unfounded-not-public', 'state'));
  const isNew = before?.state !== state;
  if (isNew && before && state !== 'rectifying' && state !== 'closed' && !rights.list)
    refusals.push(refuse('not-yours', 'state', MAJOR_FIELDS.state));
  // Whether what the public reported is so the county says, and by rectifying it the mine would have said it.
  const mayRectify = rights.list || (rights.report && before?.state !== 'reported');
  if (isNew && before && state === 'rectifying' && !mayRectify)
    refusals.push(refuse('not-yours', 'state', MAJOR_FIELDS.state));
  if (state !== 'closed')
    return closeOut ? [...refusals, refuse('close-out-elsewhere', 'closeOut')] : refusals;
  if (isNew && !rights.close) refusals.push(refusal('may-not-close', 'state'));
  // Found and closed in one go nobody ever saw it open; who rectifies it, with what and until when is said before it is closed.
  if (before === null) refusals.push(refuse('closed-at-once', 'state'));
  else if (isNew && !same(before.fiveFixed, after.fiveFixed))
    refusals.push(refusal('writes-and-decides', 'state', MAJOR_FIELDS.fiveFixed));
  if (closeOut === null) refusals.push(refuse('close-out-missing', 'closeOut'));
  const missing = missingFixed(after.fiveFixed);
  if (isNew && missing.length > 0)
    refusals.push(
      refusal('five-fixed-missing', 'fiveFixed', {
        zh: missing.map((item) => FIXED_NAMES[item].zh).join('、'),
        en: missing.map((item) => FIXED_NAMES[item].en).join(', '),
      }),
    );
  return refusals;
};

const surveyRefusals = (
  before: MajorSurvey | null,
  after: MajorSurvey,
  { rights, today, attachments, reports, known }: MajorQuestion,
): LedgerRefusal[] => {
  if (!rights.report) return [refuse('not-yours', null, MAJOR_FIELDS.survey)];
  const { month, on, report, found } = after;
  const firstOf = (sha256: string): string => reports.get(sha256) ?? month;
  // Signed with the report of another month it was never signed.
  if (before?.report && firstOf(before.report) === month) return [refuse('survey-signed')];
  const refusals: LedgerRefusal[] = [];
  if (on > today) refusals.push(refusal('day-in-future', 'on', on));
  if (monthOf(on) < month) refusals.push(refuse('survey-month-ahead', 'on', on));
  if (report !== null && !attachments.has(report)) refusals.push(refuse('report-unknown', 'report', report));
  if (report !== null && firstOf(report) !== month)
    refusals.push(refuse('report-reused', 'report', firstOf(report)));
  for (const [i, id] of found.entries())
    if (!known.has(id)) refusals.push(refuse('survey-finds-unknown', `found.${i}`, id));
  return refusals;
};

/** Only the county answers, and only what came true; a proposal has its paper and whom it went to, a decision against one its reason. */
const answerRefusals = (
  { reachedOn, decision, on, to, report, why }: RepeatAnswer,
  { rights, today, attachments, reached }: MajorQuestion,
): LedgerRefusal[] => {
  if (!rights.list) return [refuse('not-yours', null, MAJOR_FIELDS.answer)];
  const refusals: LedgerRefusal[] = [];
  if (reached !== null && !reached.includes(reachedOn))
    refusals.push(refuse('never-reached', 'reachedOn', reachedOn));
  if (on > today) refusals.push(refusal('day-in-future', 'on', on));
  if (on < reachedOn) refusals.push(refuse('answer-too-early', 'on', on));
  if (report !== null && !attachments.has(report)) refusals.push(refuse('report-unknown', 'report', report));
  if (decision === 'proposed') {
    if (to === null) refusals.push(refuse('proposal-to-nobody', 'to'));
    if (report === null) refusals.push(refuse('proposal-without-paper', 'report'));
  } else {
    if (why === null) refusals.push(refuse('decision-without-reason', 'why'));
    if (to !== null) refusals.push(refuse('decision-with-addressee', 'to', to));
  }
  return refusals;
};
