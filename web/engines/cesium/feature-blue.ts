import type { Corroboration } from '../../../domain/hazards/cross-validation.ts';
import { PATTERN_MARKS } from '../../ledger/corroboration-look.ts';

/** Of a byte, between two codes: far enough apart for any rounding. */
export const MARK_STEP = 20;

/** Blue of a feature's state, 0…1: twice its mark as a hazard, and one more where it is inferred; 1 where it is neither. */
export const featureBlue = (inferred: boolean, hazard: Corroboration | null): number => {
  const code = (inferred ? 1 : 0) + 2 * (hazard === null ? 0 : PATTERN_MARKS[hazard]);
  return 1 - code * (MARK_STEP / 255);
};
