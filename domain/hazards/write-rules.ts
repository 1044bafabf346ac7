import type { Bilingual } from '../contracts/bilingual.ts';
import { type FiveFixed, HAZARD_STATES, type Hazard } from '../contracts/hazard.ts';
import type { LedgerRefusal } from '../contracts/ledger.ts';
import { closeOutBars } from './close-out.ts';
import { evidenceRefusals } from './evidence-refusals.ts';
import { farRefusal, newFarPlaces, type PlaceQuestion } from './far-place-rules.ts';
import { missingFixed } from './five-fixed.ts';
import { canonicalJson } from './ledger-chain.ts';
import { elevationRefusals, outlineRefusals } from './place-refusals.ts';
import { FIXED_NAMES, HAZARD_FIELDS } from './refusal-texts.ts';
import { refusal } from './refuser.ts';
import { standingOfEvidence } from './replaced-evidence.ts';
import { rewordingRefusals } from './rewording-refusals.ts';
import { idRefusals, textRefusals } from './text-refusals.ts';
import { hasBegun } from './treated-evidence.ts';

/** What whoever writes may do with a hazard of the mine. */
export interface WriteRights {
  /** Everything a mine says of its hazard. */
  readonly write: boolean;
  /** Say what was reached, and that it is enough. */
  readonly accept: boolean;
  readonly close: boolean;
}

export interface WriteQuestion extends PlaceQuestion {
  readonly mine: string;
  /** Why it is written. */
  readonly reason: string;
  readonly rights: WriteRights;
  /** Day of the county, YYYY-MM-DD. */
  readonly today: string;
  /** SHA-256 of the mine's attachments that the hazard may name. */
  readonly attachments: ReadonlySet<string>;
  /** Ids of evidence of this hazard that whoever writes now once brought in; looked at where it is closed. */
  readonly own: ReadonlySet<string>;
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/**
 * Why a version may not be added to the ledger; empty: it may. All that stands in the way is said at once. What may be read is
 * decided elsewhere: whoever asks here sees the mine.
 */
export const writeRefusals = (question: WriteQuestion): LedgerRefusal[] => {
  const { mine, before, after } = question;
  if (after.mine !== mine) return [refusal('other-mine', 'mine', after.mine)];
  if (before && after.id !== before.id) return [refusal('other-id', 'id', after.id)];
  if (before && same(before, after)) return [refusal('nothing-changed')];
  return [
    ...(before ? [] : idRefusals(after.id)),
    ...textRefusals(after, question.reason),
    ...dayRefusals(question),
    ...outlineRefusals(before?.place ?? null, after.place, 'place'),
    ...(question.whyFar === null ? newFarPlaces(question).map(farRefusal) : []),
    ...elevationRefusals(after),
    ...rewordingRefusals(question),
    ...evidenceRefusals(before, after, question.attachments),
    ...rightRefusals(question),
    ...stateRefusals(question),
  ];
};

const dayRefusals = ({ before, after, today }: WriteQuestion): LedgerRefusal[] => {
  const days: [string, string | undefined | null][] = [
    ['found.on', after.found.on],
    ['treatment.begun', after.treatment.begun],
    ['treatment.accepted.on', after.treatment.accepted?.on],
    ...after.evidence.map(({ on }, i): [string, string] => [`evidence.${i}.on`, on]),
  ];
  const refusals = days.flatMap(([field, day]) =>
    day && day > today ? [refusal('day-in-future', field, day)] : [],
  );
  const { begun, accepted } = after.treatment;
  // What was written before this was asked stays writable: it is accepted, perhaps, and cannot be changed.
  const isNew = before?.treatment.begun !== begun || before.found.on !== after.found.on;
  if (begun && begun < after.found.on && isNew)
    refusals.push(refusal('treatment-before-found', 'treatment.begun', begun));
  const early = begunBefore(before, after);
  if (early) refusals.push(refusal('treatment-before-evidence', 'treatment.begun', early.on));
  if (begun && accepted && accepted.on < begun)
    refusals.push(refusal('acceptance-before-treatment', 'treatment.accepted.on', accepted.on));
  refusals.push(...farDeadlineRefusals(before?.fiveFixed ?? null, after.fiveFixed, today));
  return refusals;
};

/**
 * Evidence of absence that was there before anybody said that treatment had begun by then; undefined: none. A day typed in afterwards
 * would make "it is not there" mean "it is gone since", and two findings that contradict each other an agreement.
 */
const begunBefore = (before: Hazard | null, { evidence, treatment: { begun } }: Hazard) => {
  const last = before?.treatment.begun ?? null;
  if (!before || begun === null || (last !== null && begun >= last)) return undefined;
  const written = new Set(before.evidence.map(({ id }) => id));
  return standingOfEvidence(evidence).standing.find(
    ({ id, says, on }) => says === 'absent' && written.has(id) && on >= begun && (last === null || on < last),
  );
};

/** What a mine says of its hazard, besides what the county decides. */
type HazardField = keyof typeof HAZARD_FIELDS;
const ACCEPTED = 'treatment.accepted' satisfies HazardField;
const WRITTEN = ['title', 'category', 'place', 'elevation', 'found', 'evidence', 'fiveFixed'] as const;

const isDone = ({ state }: Hazard): boolean => state === 'accepted' || state === 'closed';

/** A deadline that is over and is put off or taken away: nothing is overdue any more, and only the history knows. */
export const isPutOff = (
  before: Pick<FiveFixed, 'deadline'>,
  after: Pick<FiveFixed, 'deadline'>,
  today: string,
): boolean =>
  before.deadline !== null &&
  before.deadline < today &&
  (after.deadline === null || after.deadline > before.deadline);

const YEARS_AHEAD = 10;

/** A deadline nobody will live to see is none: it never runs out. */
export const farDeadlineRefusals = (
  before: Pick<FiveFixed, 'deadline'> | null,
  { deadline }: Pick<FiveFixed, 'deadline'>,
  today: string,
): LedgerRefusal[] =>
  deadline === null ||
  deadline === (before?.deadline ?? null) ||
  Number(deadline.slice(0, 4)) <= Number(today.slice(0, 4)) + YEARS_AHEAD
    ? []
    : [refusal('deadline-far', 'fiveFixed.deadline', deadline)];

const rightRefusals = ({ before, after, rights, today }: WriteQuestion): LedgerRefusal[] => {
  const refusals: LedgerRefusal[] = [];
  const putsOff =
    before !== null && !isDone(before) && isPutOff(before.fiveFixed, after.fiveFixed, today) ? before : null;
  if (putsOff && !rights.accept)
    refusals.push(refusal('deadline-over', 'fiveFixed.deadline', putsOff.fiveFixed.deadline ?? ''));
  // The county puts it off and says nothing else of the five, which are the mine's.
  const isExtending =
    putsOff !== null &&
    rights.accept &&
    after.fiveFixed.deadline !== null &&
    same({ ...putsOff.fiveFixed, deadline: null }, { ...after.fiveFixed, deadline: null });
  const changed: HazardField[] = before
    ? [
        ...WRITTEN.filter((field) => !same(before[field] ?? null, after[field] ?? null)).filter(
          (field) => !(field === 'fiveFixed' && isExtending),
        ),
        ...(['target', 'begun'] as const)
          .filter((field) => !same(before.treatment[field], after.treatment[field]))
          // Whoever reopens takes back what was reached, and with it when that treatment began.
          .filter((field) => !(field === 'begun' && isReopening(before, after)))
          .map((field) => `treatment.${field}` as const),
      ]
    : ['hazard'];
  if (before && before.state !== after.state && !isDone(after) && !isReopening(before, after))
    changed.push('state');
  if (!rights.write)
    for (const field of changed)
      refusals.push(refusal('may-not-write', before ? field : null, HAZARD_FIELDS[field]));
  const isAccepting =
    (after.treatment.accepted !== null &&
      !same(before?.treatment.accepted ?? null, after.treatment.accepted)) ||
    (after.state === 'accepted' && before?.state !== 'accepted');
  const takesBack = before?.treatment.accepted != null && after.treatment.accepted === null;
  if (!rights.accept && (isAccepting || (takesBack && !isReopening(before, after))))
    refusals.push(refusal('may-not-accept', 'treatment.accepted'));
  const isClosing = after.state === 'closed' && before?.state !== 'closed';
  if (isClosing && !rights.close) refusals.push(refusal('may-not-close', 'state'));
  // Whoever imports a ledger may write, and perhaps decide: never both in one go.
  if (changed.length > 0 && rights.write && ((isAccepting && rights.accept) || (isClosing && rights.close)))
    refusals.push(refusal('writes-and-decides', 'state', namesOf(changed.map((one) => HAZARD_FIELDS[one]))));
  if (before && isDone(before) && isDone(after)) {
    for (const field of changed)
      if (field !== 'evidence') refusals.push(refusal('accepted-stands', field, HAZARD_FIELDS[field]));
    if (!same(before.treatment.accepted, after.treatment.accepted))
      refusals.push(refusal('accepted-stands', ACCEPTED, HAZARD_FIELDS[ACCEPTED]));
  } else if (
    before?.treatment.accepted &&
    after.treatment.accepted &&
    !same(before.treatment.target, after.treatment.target)
  )
    refusals.push(refusal('target-after-acceptance', 'treatment.target'));
  if (!rights.write && !rights.accept && !rights.close && refusals.length === 0)
    refusals.push(refusal('may-not-write', 'state', HAZARD_FIELDS.state));
  return refusals;
};

/** Accepted or closed, and open again: to be verified anew or treated anew. */
export const isReopening = (before: Hazard, after: Hazard): boolean =>
  isDone(before) && (after.state === 'verifying' || after.state === 'treating');

const stateRefusals = ({ before, after, own }: WriteQuestion): LedgerRefusal[] => {
  const refusals: LedgerRefusal[] = [];
  const { target, begun, accepted } = after.treatment;
  const order = (hazard: Hazard): number => HAZARD_STATES.indexOf(hazard.state);
  if (before && order(after) < order(before)) {
    if (!isReopening(before, after)) refusals.push(refusal('state-backward', 'state', after.state));
    else {
      if (accepted) refusals.push(refusal('reopened-with-acceptance', 'treatment.accepted'));
      const last = before.treatment.accepted?.on;
      if (begun && last && begun < last)
        refusals.push(refusal('reopened-with-old-treatment', 'treatment.begun', begun));
    }
  }
  // As it was written before this was asked it stays writable.
  const isOld = before !== null && before.treatment.begun === begun && !hasBegun(before);
  if (begun !== null && !hasBegun(after) && !isOld && refusals.length === 0)
    refusals.push(refusal('begun-before-treating', 'treatment.begun', begun));
  if (after.state === 'treating' && begun === null)
    refusals.push(refusal('treatment-not-begun', 'treatment.begun'));
  const isNow = (state: Hazard['state']): boolean => after.state === state && before?.state !== state;
  const measured = accepted && `${accepted.metric} ${accepted.value} ${accepted.unit}`;
  if (isNow('accepted')) {
    if (!accepted) refusals.push(refusal('accepted-without-measure', 'treatment.accepted'));
    const bars = closeOutBars(after).filter((bar) => ACCEPTANCE_BARS.has(bar));
    if (accepted) for (const bar of bars) refusals.push(refusal(bar, 'treatment.accepted', measured ?? ''));
  }
  if (isNow('closed')) {
    const missing = namesOf(missingFixed(after.fiveFixed).map((item) => FIXED_NAMES[item]));
    const bars = closeOutBars(after);
    for (const bar of bars)
      refusals.push(refusal(bar, null, bar === 'five-fixed-missing' ? missing : (measured ?? '')));
    const others = after.evidence.filter(({ id }) => !own.has(id));
    if (bars.length === 0 && closeOutBars({ ...after, evidence: others }).length > 0)
      refusals.push(refusal('closes-on-own-evidence', 'evidence'));
  } else if (accepted && !target && after.state !== 'accepted')
    refusals.push(refusal('no-target', 'treatment.target'));
  return refusals;
};

const ACCEPTANCE_BARS: ReadonlySet<string> = new Set(['no-target', 'target-missed', 'other-metric']);

const namesOf = (names: readonly Bilingual[]): Bilingual => ({
  zh: names.map(({ zh }) => zh).join('、'),
  en: names.map(({ en }) => en).join(', '),
});
