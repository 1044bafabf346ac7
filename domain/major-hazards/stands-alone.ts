import type { MajorHazard } from '../contracts/major-hazard.ts';

/**
 * Whether a major hazard stands on a map by itself: it is not done with, and every hidden hazard it is about is closed. Else it stands
 * at the hidden one, which has a sign of its own. @param isOpenHidden by the hidden hazard's id within its mine
 */
export const standsAlone = (
  { state, hazards }: Pick<MajorHazard, 'state' | 'hazards'>,
  isOpenHidden: (id: string) => boolean,
): boolean => state !== 'closed' && state !== 'unfounded' && !hazards.some(isOpenHidden);
