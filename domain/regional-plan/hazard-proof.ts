import type { Bilingual } from '../contracts/bilingual.ts';
import type { Hazard } from '../contracts/hazard.ts';
import type { FieldTone } from '../contracts/regional-plan.ts';
import type { Corroboration } from '../hazards/cross-validation.ts';
import { foundValidation, isGoneByTreatment } from '../hazards/treated-evidence.ts';
import { CORROBORATION_WORDS } from './plan-words.ts';

/** `treated`: it was there before the treatment and is gone after it, which is no contradiction. */
export type HazardProof = Corroboration | 'treated';

/** In the order of the document. */
export const HAZARD_PROOFS = [
  'proven',
  'treated',
  'inferred',
  'contradicted',
  'unverified',
  'refuted',
] as const satisfies readonly HazardProof[];

export const PROOF_WORDS: Readonly<Record<HazardProof, Bilingual>> = {
  ...CORROBORATION_WORDS,
  treated: { zh: '治理前存在、治理后不存在', en: 'there before the treatment, gone after it' },
};

export const PROOF_TONES = {
  proven: 'plain',
  treated: 'plain',
  inferred: 'doubt',
  contradicted: 'bad',
  refuted: 'plain',
  unverified: 'missing',
} as const satisfies Record<HazardProof, FieldTone>;

export const proofOf = (hazard: Pick<Hazard, 'evidence' | 'treatment' | 'state'>): HazardProof =>
  isGoneByTreatment(hazard) ? 'treated' : foundValidation(hazard).status;
