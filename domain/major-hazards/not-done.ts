import type { MajorHazard } from '../contracts/major-hazard.ts';

/** Whether a major hazard, or what the public reported as one, still has to be done something about. */
export const isNotDone = (state: MajorHazard['state']): boolean =>
  state !== 'closed' && state !== 'unfounded';
