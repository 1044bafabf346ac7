import type { Evidence, Hazard } from '../contracts/hazard.ts';
import { type CrossValidation, crossValidation } from './cross-validation.ts';
import { standingOfEvidence } from './replaced-evidence.ts';
import { isWitness } from './witness.ts';

type Treated = Pick<Hazard, 'evidence' | 'treatment' | 'state'>;

/** A day of beginning says something only of what is, or was, treated: while it is merely found nobody has planned a treatment. */
export const hasBegun = ({ state, treatment }: Pick<Hazard, 'treatment' | 'state'>): boolean =>
  treatment.begun !== null && state !== 'found' && state !== 'verifying';

/** What stands of a hazard's evidence, by whether the treatment had begun when it was gathered. */
export interface EvidenceByTreatment {
  readonly before: readonly Evidence[];
  /** Empty where nothing was treated. */
  readonly since: readonly Evidence[];
}

export const evidenceByTreatment = (hazard: Treated): EvidenceByTreatment => {
  const { standing } = standingOfEvidence(hazard.evidence);
  const begun = hasBegun(hazard) ? hazard.treatment.begun : null;
  return {
    before: standing.filter(({ on }) => begun === null || on < begun),
    since: standing.filter(({ on }) => begun !== null && on >= begun),
  };
};

/** "It is there" before the treatment and "it is gone" after it is no contradiction: that is what treating is for. The other way round is one. */
export const isSettled = (hazard: Treated): boolean => {
  const { before, since } = evidenceByTreatment(hazard);
  const after = crossValidation(since);
  return crossValidation(before).absent.length === 0 && after.present.length === 0 && after.absent.length > 0;
};

/** It was there, and a witness says that it is gone since it was treated. */
export const isGoneByTreatment = (hazard: Treated): boolean => {
  const { before, since } = evidenceByTreatment(hazard);
  return isSettled(hazard) && crossValidation(before).present.length > 0 && since.some(isWitness);
};

/**
 * How well it is known that the hazard was there. What is gone since it was treated says nothing of that: of a goaf that was filled
 * "absent" is no proof that there never was one. What is still there does.
 */
export const foundValidation = (hazard: Treated): CrossValidation => {
  const all = crossValidation(hazard.evidence);
  if (!hasBegun(hazard) || (all.status === 'contradicted' && !isSettled(hazard))) return all;
  const { before, since } = evidenceByTreatment(hazard);
  return crossValidation([...before, ...since.filter(({ says }) => says === 'present')]);
};
