import type { LiveStore } from '../ports.ts';

/** The highest cursor stored of a mine, found by halving: a few dozen questions of one row, however many there are. */
export const highestCursor = async (
  store: Pick<LiveStore, 'alarms'>,
  mine: string,
  atLeast: number,
): Promise<number> => {
  const isAfter = async (cursor: number): Promise<boolean> =>
    (await store.alarms({ mine, afterCursor: cursor, limit: 1 })).length > 0;
  let low = atLeast;
  let step = 1;
  while (await isAfter(low + step - 1)) {
    low += step;
    step *= 2;
  }
  // The highest is at least low and below low + step.
  let high = low + step - 1;
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (await isAfter(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};
