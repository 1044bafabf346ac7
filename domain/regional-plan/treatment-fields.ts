import type { Bilingual } from '../contracts/bilingual.ts';
import type { Hazard } from '../contracts/hazard.ts';
import type { PlanFieldValue } from '../contracts/regional-plan.ts';
import { daysOverdue, FIVE_FIXED, type FixedItem } from '../hazards/five-fixed.ts';
import { asWritten, filled, joined, money } from './bilingual-text.ts';
import { hazardObjectId } from './hazard-object.ts';
import { HAZARD_PROOFS, PROOF_WORDS, proofOf } from './hazard-proof.ts';
import { field, grouped, type PlanGround } from './plan-sources.ts';

/**
 * What is done about several hazards together: how many of them have each of the five, and who, how much and until when. Without a
 * single hazard in the ledger nothing is known to be done, and every field is missing.
 */
export const treatmentFields = (
  hazards: readonly Hazard[],
  { on, moved }: Pick<PlanGround, 'on' | 'moved'>,
): PlanFieldValue[] => {
  if (hazards.length === 0)
    return [
      field('hazards', null),
      field('corroboration', null),
      ...FIVE_FIXED.map((item) => field(item, null)),
    ];
  const given = (item: FixedItem): readonly Hazard[] =>
    hazards.filter(({ fiveFixed }) => fiveFixed[item] !== null);
  const some = (item: FixedItem, what: Bilingual | null): PlanFieldValue => {
    const n = given(item).length;
    if (n === 0) return field(item, null);
    const share = filled({ zh: '{n}/{of} 项已落实', en: '{n} of {of} have it' }, { n, of: hazards.length });
    return field(
      item,
      what ? joined([share, what], '：', ': ') : share,
      n < hazards.length ? 'missing' : 'plain',
    );
  };
  const late = hazards.filter((hazard) => (daysOverdue(hazard, on) ?? 0) > 0).length;
  const movedOnes = hazards.filter((hazard) => moved.has(hazardObjectId(hazard))).length;
  const deadline = some('deadline', deadlineWords(given('deadline'), late, movedOnes));
  return [
    field('hazards', filled({ zh: '{n} 项', en: '{n}' }, { n: hazards.length })),
    corroborationField(hazards),
    some('measure', null),
    some('responsible', responsibleWords(given('responsible'))),
    some('funding', fundingWords(given('funding'))),
    late > 0 && deadline.tone === 'plain' ? { ...deadline, tone: 'bad' } : deadline,
    some('contingencyPlan', null),
  ];
};

const corroborationField = (hazards: readonly Hazard[]): PlanFieldValue => {
  const counts = grouped(hazards, proofOf);
  const value = joined(
    HAZARD_PROOFS.filter((status) => counts.has(status)).map((status) =>
      filled(asWritten('{what} {n}'), { what: PROOF_WORDS[status], n: counts.get(status)!.length }),
    ),
    '，',
    ', ',
  );
  const sure = (['proven', 'treated', 'refuted'] as const).reduce(
    (sum, status) => sum + (counts.get(status)?.length ?? 0),
    0,
  );
  return field('corroboration', value, sure === hazards.length ? 'plain' : 'doubt');
};

/** Names are given up to so many; the rest are counted. */
const MOST_NAMES = 6;

const responsibleWords = (hazards: readonly Hazard[]): Bilingual => {
  const names = [
    ...new Set(
      hazards.map(({ fiveFixed: { responsible } }) => `${responsible!.person} (${responsible!.department})`),
    ),
  ].sort();
  const shown = asWritten(names.slice(0, MOST_NAMES).join('、'));
  return names.length <= MOST_NAMES
    ? shown
    : filled({ zh: '{shown} 等 {n} 人', en: '{shown} and others, {n} in all' }, { shown, n: names.length });
};

/** Sums by currency: money of two currencies has no sum. */
export const fundingWords = (hazards: readonly Hazard[]): Bilingual => {
  const sums = grouped(hazards, ({ fiveFixed: { funding } }) => funding!.currency);
  return asWritten(
    [...sums]
      .map(
        ([currency, those]) =>
          `${money(those.reduce((sum, { fiveFixed: { funding } }) => sum + funding!.amount, 0))} ${currency}`,
      )
      .sort()
      .join(' + '),
  );
};

const deadlineWords = (hazards: readonly Hazard[], late: number, moved: number): Bilingual | null => {
  const days = hazards.map(({ fiveFixed: { deadline } }) => deadline!).sort();
  if (days.length === 0) return null;
  const [first, last] = [days[0]!, days.at(-1)!];
  const span =
    first === last ? asWritten(first) : filled({ zh: '{a} 至 {b}', en: '{a} to {b}' }, { a: first, b: last });
  return joined(
    [
      span,
      ...(late > 0 ? [filled({ zh: '{n} 项超期', en: '{n} overdue' }, { n: late })] : []),
      ...(moved > 0 ? [filled({ zh: '{n} 项改过期限', en: '{n} with a moved deadline' }, { n: moved })] : []),
    ],
    '，',
    ', ',
  );
};
