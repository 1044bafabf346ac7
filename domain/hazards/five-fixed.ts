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

/** Words that fill a field and give nothing. */
const NOTHING = /^(?:待定|待补|待落实|无|暂无|没有|未定|不详|未知|tbd|none|n\/?a|[-—–/\\?？.。、]+)$/iu;

const saysNothing = (text: string): boolean => NOTHING.test(text.trim()) || !/[^\p{C}\p{Z}\p{M}]/u.test(text);

const isGiven = (fixed: FiveFixed, item: FixedItem): boolean => {
  const { responsible, funding } = fixed;
  switch (item) {
    case 'responsible':
      return responsible !== null && !saysNothing(responsible.person) && !saysNothing(responsible.department);
    case 'funding':
      return funding !== null && !saysNothing(funding.source);
    case 'deadline':
      return fixed.deadline !== null;
    default:
      return fixed[item] !== null && !saysNothing(fixed[item]);
  }
};

/** Which of the five are missing: not given, or given as a word that says nothing. */
export const missingFixed = (fixed: FiveFixed): FixedItem[] =>
  FIVE_FIXED.filter((item) => !isGiven(fixed, item));

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
