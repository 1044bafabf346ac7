import { type Evidence, type Hazard, STAYS_BY_NATURE, type Treatment } from '../contracts/hazard.ts';
import { crossValidation, isRuledOut } from './cross-validation.ts';
import { missingFixed } from './five-fixed.ts';
import { evidenceByTreatment, isSettled } from './treated-evidence.ts';
import { isWitness } from './witness.ts';

/** Why a hazard cannot be closed yet. */
export type CloseOutBar =
  /** One of the five is missing. */
  | 'five-fixed-missing'
  /** There is no target, or nobody measured what was reached. */
  | 'no-target'
  | 'not-accepted'
  /** What was measured is not what the target asks, or not the same thing in the same unit. */
  | 'target-missed'
  | 'other-metric'
  /** Nobody knows of what it is closed: the evidence contradicts itself. */
  | 'contradicted'
  /** Of the evidence gathered after the treatment began no witness stands: drilling, geophysics, geochemistry or survey that could tell. */
  | 'no-evidence-after'
  /** Every witness from after the treatment lies in a file that was there before it: nothing shows that anybody looked again. */
  | 'old-file'
  /** Who looked after the treatment found it still there. */
  | 'still-there'
  /** It stays by nature, and no witness between the treatment and the acceptance bears what was accepted. */
  | 'acceptance-unborne';

/** Of what stands in the way: what evidence says, not what somebody forgot to fill in. */
const DOUBTS: ReadonlySet<CloseOutBar> = new Set<CloseOutBar>([
  'contradicted',
  'still-there',
  'no-evidence-after',
  'old-file',
  'acceptance-unborne',
]);

type Closing = Pick<Hazard, 'category' | 'evidence' | 'fiveFixed' | 'treatment' | 'state'>;

/**
 * What stands in the way of closing a hazard; empty: it may be closed. A hazard that evidence shows never to have been there is
 * closed without treatment; what is gone since it was treated shows nothing of the kind. No paper closes anything: the state after
 * treatment must have been looked at.
 */
export const closeOutBars = (hazard: Closing): CloseOutBar[] => {
  const { before, since } = evidenceByTreatment(hazard);
  const after = crossValidation(since);
  if (isRuledOut(crossValidation(before)) && after.present.length === 0) return [];
  const bars: CloseOutBar[] = [];
  if (missingFixed(hazard.fiveFixed).length > 0) bars.push('five-fixed-missing');
  if (crossValidation(hazard.evidence).status === 'contradicted' && !isSettled(hazard))
    bars.push('contradicted');
  bars.push(...treatmentBars(hazard.treatment));
  if (!since.some(isWitness)) bars.push('no-evidence-after');
  else if (!hasLookedAnew(before, since)) bars.push('old-file');
  if (after.present.length > 0 && after.absent.length === 0) bars.push(...stillThereBars(hazard));
  return bars;
};

/**
 * Why nobody can rely on what was decided of a hazard: it is accepted or closed, and its evidence does not bear that, or no longer: somebody
 * found it again. Empty: nothing of the kind, or nothing was decided.
 */
export const settledDoubts = (hazard: Closing): CloseOutBar[] => {
  if (hazard.state !== 'accepted' && hazard.state !== 'closed') return [];
  return isPlainlyGone(hazard) ? [] : closeOutBars(hazard).filter((bar) => DOUBTS.has(bar));
};

/** What most of what is closed is: nothing said it was not there, and since it was treated a witness says it is gone and nothing the contrary. */
const isPlainlyGone = (hazard: Closing): boolean => {
  const { before, since } = evidenceByTreatment(hazard);
  return (
    hasLookedAnew(before, since) &&
    since.every(({ says }) => says !== 'present') &&
    before.every(({ says }) => says !== 'absent')
  );
};

/** A witness whose file is not one of those from before the treatment. */
const hasLookedAnew = (before: readonly Evidence[], since: readonly Evidence[]): boolean => {
  const old = new Set(before.flatMap(({ file }) => file ?? []));
  return since.some((piece) => isWitness(piece) && (piece.file === null || !old.has(piece.file)));
};

const treatmentBars = ({ target, accepted }: Treatment): CloseOutBar[] => {
  if (target === null) return ['no-target'];
  if (accepted === null) return ['not-accepted'];
  if (accepted.metric !== target.metric || accepted.unit !== target.unit) return ['other-metric'];
  const reached =
    target.direction === 'at-most' ? accepted.value <= target.value : accepted.value >= target.value;
  return reached ? [] : ['target-missed'];
};

/** A fault is there for good: it is closed on what was measured of it, and somebody must have measured. */
const stillThereBars = (hazard: Closing): CloseOutBar[] => {
  if (!STAYS_BY_NATURE.has(hazard.category)) return ['still-there'];
  const { begun, accepted } = hazard.treatment;
  // Without an acceptance that is said already.
  if (begun === null || accepted === null) return [];
  // On its first day a treatment has changed nothing yet.
  const bears = evidenceByTreatment(hazard).since.some(
    (piece) => isWitness(piece) && piece.on > begun && piece.on <= accepted.on,
  );
  return bears ? [] : ['acceptance-unborne'];
};
