import type { FiveFixed, Hazard } from '../contracts/hazard.ts';

/** The five in the order the plans name them. */
export const FIVE_FIXED = [
  'responsible',
  'measure',
  'funding',
  'deadline',
  'contingencyPlan',
] as const satisfies readonly (keyof FiveFixed)[];
export type FixedItem = (typeof FIVE_FIXED)[number];

/** Which of the five are missing. */
export const missingFixed = (fixed: FiveFixed): FixedItem[] =>
  FIVE_FIXED.filter((item) => fixed[item] === null);

/**
 * Days past the deadline on a day, 0 where it is met or still ahead; null where there is no deadline, which is not the same as
 * being in time.
 * @param today YYYY-MM-DD
 */
export const daysOverdue = (
  { fiveFixed, state }: Pick<Hazard, 'state'> & { readonly fiveFixed: Pick<FiveFixed, 'deadline'> },
  today: string,
): number | null => {
  if (fiveFixed.deadline === null) return null;
  if (state === 'accepted' || state === 'closed') return 0;
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(fiveFixed.deadline)) / DAY_MS));
};

const DAY_MS = 86_400_000;
