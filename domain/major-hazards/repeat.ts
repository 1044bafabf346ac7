import type { MajorHazard, MajorRepeat, MajorRepeatRule } from '../contracts/major-hazard.ts';
import { addMonths } from '../county-duties/calendar-day.ts';

/**
 * Whether a mine was found producing with major hazards as often as the county's rule says within its months, up to a day.
 * What came true once stays true, whatever is done about it: it is told with its day when the months have moved on, and with what the county
 * did about that day. A later day on which it comes true is another one, and needs an answer of its own.
 * A time is a day: what one inspection finds is found once. What nobody said anything of may count, and then it is not known.
 * @param hazards of one mine, as they stood on the day
 * @param since the day from which the mine is kept here; null: nothing of it was ever written. Of the months before nobody can
 *   say that nothing was found
 * @param answers of the county, as they stood on the day
 */
export const repeatOf = (
  hazards: readonly Pick<MajorHazard, 'id' | 'found' | 'whileProducing' | 'state'>[],
  rule: MajorRepeatRule | null,
  day: string,
  since: string | null,
  answers: readonly ToldAnswer[] = [],
): MajorRepeat => {
  if (rule === null)
    return {
      ...{ kind: 'no-rule', times: 0, perhaps: 0, from: null, hazards: [], reachedOn: null, answer: null },
    };
  const from = addMonths(day, -rule.months);
  const { within } = findingsBy(hazards, rule, day);
  const counting = within(day);
  const sure = sureDays(counting);
  const all = new Set(counting.map(({ found }) => found.on));
  const isKept = since !== null && since <= addDay(from);
  const mayBe = all.size >= rule.value || !isKept;
  const reachedOn = reachedDays(hazards, rule, day).at(-1) ?? null;
  const answer = answers.find((one) => one.reachedOn === reachedOn) ?? null;
  if (sure.size < rule.value && reachedOn !== null)
    return {
      ...{ kind: 'was-reached', reachedOn, answer, times: sure.size, perhaps: all.size - sure.size },
      from: addDay(from),
      hazards: [...new Set([...within(reachedOn), ...counting].map(({ id }) => id))],
    };
  const kind = sure.size >= rule.value ? 'reached' : mayBe ? 'unknown' : 'not-reached';
  return {
    ...{ kind, reachedOn, answer },
    times: sure.size,
    perhaps: all.size - sure.size,
    from: addDay(from),
    hazards: counting.map(({ id }) => id),
  };
};

type Found = Pick<MajorHazard, 'id' | 'found' | 'whileProducing' | 'state'>;
/** An answer of the county, and who wrote it when. */
type ToldAnswer = NonNullable<MajorRepeat['answer']>;

const findingsBy = (hazards: readonly Found[], rule: MajorRepeatRule, day: string) => {
  const perhapsAll = hazards.filter(
    ({ found, whileProducing, state }) => found.on <= day && whileProducing !== false && isFounded(state),
  );
  const within = (end: string) =>
    perhapsAll.filter(({ found: { on } }) => on > addMonths(end, -rule.months) && on <= end);
  return { perhapsAll, within };
};

const sureDays = (of: readonly Found[]): Set<string> =>
  new Set(of.filter((one) => one.whileProducing).map(({ found }) => found.on));

/** Days up to one on which a mine was found producing often enough, the oldest first; each wants an answer. */
export const reachedDays = (hazards: readonly Found[], rule: MajorRepeatRule, day: string): string[] => {
  const { perhapsAll, within } = findingsBy(hazards, rule, day);
  return [...sureDays(perhapsAll)].toSorted().filter((end) => sureDays(within(end)).size >= rule.value);
};

/** What the public reported and nobody confirmed yet, or what was found to be nothing, is no major hazard. */
export const isFounded = (state: MajorHazard['state']): boolean =>
  state !== 'reported' && state !== 'unfounded';

/** Confirmed, and not closed yet. */
export const isOpenMajor = (state: MajorHazard['state']): boolean => isFounded(state) && state !== 'closed';

const addDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
