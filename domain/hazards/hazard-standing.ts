import type { Hazard } from '../contracts/hazard.ts';
import { type CloseOutBar, closeOutBars } from './close-out.ts';
import { type CrossValidation, crossValidation } from './cross-validation.ts';
import { daysOverdue, type FixedItem, missingFixed } from './five-fixed.ts';

/** Everything that follows from a version of a hazard on a day; computed, never stored. */
export interface HazardStanding {
  readonly crossValidation: CrossValidation;
  readonly missing: readonly FixedItem[];
  /** Days past the deadline; null: there is no deadline. */
  readonly overdue: number | null;
  readonly bars: readonly CloseOutBar[];
  /** It is open, and its evidence neither proves it nor rules it out by two methods. */
  readonly lacksCorroboration: boolean;
}

/** @param today YYYY-MM-DD, or the past day that is shown */
export const standingOf = (hazard: Hazard, today: string): HazardStanding => {
  const validation = crossValidation(hazard.evidence);
  const settled =
    validation.status === 'proven' || (validation.status === 'refuted' && validation.absent.length >= 2);
  return {
    crossValidation: validation,
    missing: missingFixed(hazard.fiveFixed),
    overdue: daysOverdue(hazard, today),
    bars: closeOutBars(hazard),
    lacksCorroboration: hazard.state !== 'closed' && !settled,
  };
};
