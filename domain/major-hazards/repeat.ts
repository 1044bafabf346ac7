import type { MajorHazard, MajorRepeat, MajorRepeatRule } from '../contracts/major-hazard.ts';
import { addMonths } from '../county-duties/calendar-day.ts';

/**
 * Whether a mine was found producing with major hazards as often as the county's rule says within its months, up to a day.
 * What came true once stays true until somebody acts, which no ledger says: it is told with its day when the months have moved on.
 * A time is a day: what one inspection finds is found once. What nobody said anything of may count, and then it is not known.
 * @param hazards of one mine, as they stood on the day
 * @param since the day from which the mine is kept here; null: nothing of it was ever written. Of the months before nobody can
 *   say that nothing was found
 */
export const repeatOf = (
  hazards: readonly Pick<MajorHazard, 'id' | 'found' | 'whileProducing' | 'state'>[],
  rule: MajorRepeatRule | null,
  day: string,
  since: string | null,
): MajorRepeat => {
  if (rule === null) return { kind: 'no-rule', times: 0, perhaps: 0, from: null, hazards: [] };
  const from = addMonths(day, -rule.months);
  const perhapsAll = hazards.filter(
    ({ found, whileProducing, state }) => found.on <= day && whileProducing !== false && isFounded(state),
  );
  const within = (end: string) =>
    perhapsAll.filter(({ found: { on } }) => on > addMonths(end, -rule.months) && on <= end);
  const sureDays = (of: typeof perhapsAll): Set<string> =>
    new Set(of.filter((one) => one.whileProducing).map(({ found }) => found.on));
  const counting = within(day);
  const sure = sureDays(counting);
  const all = new Set(counting.map(({ found }) => found.on));
  const isKept = since !== null && since <= addDay(from);
  const mayBe = all.size >= rule.value || !isKept;
  const reachedOn = [...sureDays(perhapsAll)]
    .toSorted()
    .findLast((end) => sureDays(within(end)).size >= rule.value);
  if (sure.size < rule.value && reachedOn !== undefined)
    return {
      ...{ kind: 'was-reached', reachedOn, times: sure.size, perhaps: all.size - sure.size },
      from: addDay(from),
      hazards: [...new Set([...within(reachedOn), ...counting].map(({ id }) => id))],
    };
  const kind = sure.size >= rule.value ? 'reached' : mayBe ? 'unknown' : 'not-reached';
  return {
    kind,
    times: sure.size,
    perhaps: all.size - sure.size,
    from: addDay(from),
    hazards: counting.map(({ id }) => id),
  };
};

/** What the public reported and nobody confirmed yet, or what was found to be nothing, is no major hazard. */
export const isFounded = (state: MajorHazard['state']): boolean =>
  state !== 'reported' && state !== 'unfounded';

/** Confirmed, and not closed yet. */
export const isOpenMajor = (state: MajorHazard['state']): boolean => isFounded(state) && state !== 'closed';

const addDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
