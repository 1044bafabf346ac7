import { addMonths, daysBetween } from './calendar-day.ts';

/**
 * Months from one day to another: whole ones, and of the last the share that has gone by. Two whole months and a day are more
 * than 2. @throws RangeError where one is no day or `to` is before `from`
 */
export const monthsBetween = (from: string, to: string): number => {
  if (daysBetween(from, to) < 0) throw new RangeError(`${to} is before ${from}`);
  const [fromYear, fromMonth] = from.split('-').map(Number) as [number, number];
  const [toYear, toMonth] = to.split('-').map(Number) as [number, number];
  const calendar = (toYear - fromYear) * 12 + toMonth - fromMonth;
  const whole = daysBetween(addMonths(from, calendar), to) >= 0 ? calendar : calendar - 1;
  const begun = addMonths(from, whole);
  return whole + daysBetween(begun, to) / daysBetween(begun, addMonths(from, whole + 1));
};
