import type { MajorHazard } from '../contracts/major-hazard.ts';
import { daysOverdue } from '../hazards/five-fixed.ts';
import { isOpenMajor } from './repeat.ts';

/**
 * Days past the end of listed supervision on a day, which is not the deadline of rectifying; 0 where it is ahead or the hazard is no longer
 * open; null: it is not listed, or the list names no end, which is not the same as being in time.
 * @param day YYYY-MM-DD
 */
export const daysPastListing = (
  { listed, state }: Pick<MajorHazard, 'listed' | 'state'>,
  day: string,
): number | null =>
  listed &&
  daysOverdue(
    { fiveFixed: { deadline: listed.until }, state: isOpenMajor(state) ? 'treating' : 'closed' },
    day,
  );
