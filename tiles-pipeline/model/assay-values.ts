import type { LoggedInterval } from './hole-intervals.ts';

/** Value of a numeric property of an interval; null where it was not analysed. */
export const numberIn = (interval: LoggedInterval, property: string): number | null => {
  const value = interval.read.attributes(interval.record)[property];
  return typeof value === 'number' ? value : null;
};
