import type { HazardState } from '../contracts/hazard.ts';
import type { HazardStanding } from './hazard-standing.ts';

/** What of an open hazard wants somebody to act. Several may hold at once; a closed hazard has none. */
export const HAZARD_FLAGS = ['overdue', 'no-deadline', 'five-fixed-missing', 'uncorroborated'] as const;
export type HazardFlag = (typeof HAZARD_FLAGS)[number];

/** What an open hazard is flagged with. Without a deadline nobody knows whether it is late: that is a flag of its own. */
export const hazardFlags = (
  state: HazardState,
  {
    overdue,
    missing,
    lacksCorroboration,
  }: Pick<HazardStanding, 'overdue' | 'lacksCorroboration'> & {
    /** How many of the five-fixed. */
    readonly missing: number;
  },
): HazardFlag[] => {
  if (state === 'closed') return [];
  const holds: Readonly<Record<HazardFlag, boolean>> = {
    overdue: overdue !== null && overdue > 0,
    'no-deadline': overdue === null,
    'five-fixed-missing': missing > 0,
    uncorroborated: lacksCorroboration,
  };
  return HAZARD_FLAGS.filter((flag) => holds[flag]);
};
