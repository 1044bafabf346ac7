import type { Hazard } from '../contracts/hazard.ts';
import { type CloseOutBar, closeOutBars, isSettled } from './close-out.ts';
import { type CrossValidation, crossValidation } from './cross-validation.ts';
import { daysOverdue, type FixedItem, missingFixed } from './five-fixed.ts';

/** Everything that follows from a version of a hazard on a day; computed, never stored. */
export interface HazardStanding {
  /** Of the hazard as it was found: where treatment settled it, of the evidence before the treatment. */
  readonly crossValidation: CrossValidation;
  /** Of the evidence since the treatment began; null: it has not, or nobody has looked since. */
  readonly sinceTreatment: CrossValidation | null;
  readonly missing: readonly FixedItem[];
  /** Days past the deadline; null: there is no deadline. */
  readonly overdue: number | null;
  readonly bars: readonly CloseOutBar[];
  /** It is open, and its evidence neither proves it nor rules it out by two methods. */
  readonly lacksCorroboration: boolean;
}

/** @param today YYYY-MM-DD, or the past day that is shown */
export const standingOf = (hazard: Hazard, today: string): HazardStanding => {
  const { begun } = hazard.treatment;
  const before = hazard.evidence.filter(({ on }) => begun === null || on < begun);
  const since = hazard.evidence.filter(({ on }) => begun !== null && on >= begun);
  const all = crossValidation(hazard.evidence);
  // "It is there" before the treatment and "it is gone" after it is what treating is for.
  const validation = all.status === 'contradicted' && isSettled(hazard) ? crossValidation(before) : all;
  const settled =
    validation.status === 'proven' || (validation.status === 'refuted' && validation.absent.length >= 2);
  return {
    crossValidation: validation,
    sinceTreatment: since.length > 0 ? crossValidation(since) : null,
    missing: missingFixed(hazard.fiveFixed),
    overdue: daysOverdue(hazard, today),
    bars: closeOutBars(hazard),
    lacksCorroboration: hazard.state !== 'closed' && !settled,
  };
};
