import type { Hazard } from '../contracts/hazard.ts';
import { type CloseOutBar, closeOutBars, settledDoubts } from './close-out.ts';
import { type CrossValidation, crossValidation, isRuledOut } from './cross-validation.ts';
import { daysOverdue, type FixedItem, missingFixed } from './five-fixed.ts';
import { evidenceByTreatment, foundValidation } from './treated-evidence.ts';

/** Everything that follows from a version of a hazard on a day; computed, never stored. */
export interface HazardStanding {
  /** Of the hazard as it was found: what is gone since it was treated does not count. */
  readonly crossValidation: CrossValidation;
  /** Of the evidence since the treatment began; null: it has not, or nobody has looked since. */
  readonly sinceTreatment: CrossValidation | null;
  readonly missing: readonly FixedItem[];
  /** Days past the deadline; null: there is no deadline. */
  readonly overdue: number | null;
  readonly bars: readonly CloseOutBar[];
  /** It is open, and its evidence neither proves it nor rules it out by two witnesses; or it is in doubt. */
  readonly lacksCorroboration: boolean;
  /** It was accepted or closed, and its evidence does not bear that: perhaps somebody found it again. */
  readonly inDoubt: boolean;
}

/** How well a hazard is known, whatever the day. */
export const proofOf = (
  hazard: Hazard,
): Pick<HazardStanding, 'crossValidation' | 'lacksCorroboration' | 'inDoubt'> => {
  const validation = foundValidation(hazard);
  const inDoubt = settledDoubts(hazard).length > 0;
  const isOpen = hazard.state !== 'closed';
  return {
    crossValidation: validation,
    lacksCorroboration: inDoubt || (isOpen && validation.status !== 'proven' && !isRuledOut(validation)),
    inDoubt,
  };
};

/** @param today YYYY-MM-DD, or the past day that is shown */
export const standingOf = (hazard: Hazard, today: string): HazardStanding => {
  const { since } = evidenceByTreatment(hazard);
  return {
    ...proofOf(hazard),
    sinceTreatment: since.length > 0 ? crossValidation(since) : null,
    missing: missingFixed(hazard.fiveFixed),
    overdue: daysOverdue(hazard, today),
    bars: closeOutBars(hazard),
  };
};
