import type { HazardState } from '../contracts/hazard.ts';
import type { HazardStanding } from './hazard-standing.ts';

/**
 * What of a hazard wants somebody to act. Several may hold at once; of a closed one only that it is in doubt: its evidence does not bear that
 * it was closed.
 */
export const HAZARD_FLAGS = [
  'in-doubt',
  'overdue',
  'no-deadline',
  'not-closed',
  'five-fixed-missing',
  'uncorroborated',
] as const;
export type HazardFlag = (typeof HAZARD_FLAGS)[number];

/** What a hazard is flagged with. Without a deadline nobody knows whether it is late: that is a flag of its own. */
export const hazardFlags = (
  state: HazardState,
  {
    overdue,
    missing,
    lacksCorroboration,
    inDoubt,
  }: Pick<HazardStanding, 'overdue' | 'lacksCorroboration' | 'inDoubt'> & {
    /** How many of the five-fixed. */
    readonly missing: number;
  },
): HazardFlag[] => {
  if (state === 'closed') return inDoubt ? ['in-doubt'] : [];
  const holds: Readonly<Record<HazardFlag, boolean>> = {
    'in-doubt': inDoubt,
    overdue: overdue !== null && overdue > 0,
    'no-deadline': overdue === null,
    // What is accepted is late no more: without a flag of its own nobody would ask for it again.
    'not-closed': state === 'accepted',
    'five-fixed-missing': missing > 0,
    uncorroborated: lacksCorroboration,
  };
  return HAZARD_FLAGS.filter((flag) => holds[flag]);
};
