import type { Hazard } from '../contracts/hazard.ts';
import { becomesLasting, isEased } from './rewording-refusals.ts';

/** What was said of a hazard so that less, or something else, is asked of it, and which version said the most before. */
export interface TalkedDown {
  readonly field: 'category' | 'target';
  /** As it was before. */
  readonly was: Hazard;
  /** Number of the version that changed it. */
  readonly number: number;
}

/**
 * What stands lower than it once stood, by the version that lowered it: it may be right, and whoever decides is to know it.
 * @param versions of one hazard, oldest first, the last of them the one that is shown
 */
export const talkedDown = (
  versions: readonly { readonly number: number; readonly hazard: Hazard }[],
): TalkedDown[] => {
  const now = versions.at(-1)?.hazard;
  if (!now) return [];
  const told: TalkedDown[] = [];
  const lowered = (field: TalkedDown['field'], isLower: (was: Hazard, is: Hazard) => boolean): void => {
    for (const [i, { hazard: was }] of versions.entries()) {
      const next = versions[i + 1];
      if (next && isLower(was, next.hazard) && isLower(was, now)) {
        told.push({ field, was, number: next.number });
        return;
      }
    }
  };
  lowered('category', becomesLasting);
  lowered('target', (was, is) => isEased(was.treatment.target, is.treatment.target));
  return told;
};
