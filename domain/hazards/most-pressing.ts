import type { Hazard } from '../contracts/hazard.ts';
import type { HazardStanding } from './hazard-standing.ts';

/** What of a hazard presses, the worst first: what a map shows where it has room for one sign. */
export const PRESSING = [
  'overdue',
  'contradicted',
  'five-fixed-missing',
  'uncorroborated',
  'in-hand',
  'closed',
] as const;
export type Pressing = (typeof PRESSING)[number];

/** The worst of what presses; of a closed hazard nothing does, unless its evidence does not bear that it was closed. */
export const mostPressing = (
  { state }: Pick<Hazard, 'state'>,
  { overdue, missing, crossValidation, lacksCorroboration, inDoubt }: HazardStanding,
): Pressing => {
  if (state === 'closed') return inDoubt ? 'contradicted' : 'closed';
  if (overdue !== null && overdue > 0) return 'overdue';
  if (inDoubt || crossValidation.status === 'contradicted') return 'contradicted';
  if (missing.length > 0) return 'five-fixed-missing';
  return lacksCorroboration ? 'uncorroborated' : 'in-hand';
};
