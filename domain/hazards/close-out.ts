import type { Hazard, Treatment } from '../contracts/hazard.ts';
import { crossValidation } from './cross-validation.ts';
import { missingFixed } from './five-fixed.ts';

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
  /** No evidence of drilling, geophysics, geochemistry or survey was gathered after the treatment began. */
  | 'no-evidence-after';

/**
 * What stands in the way of closing a hazard; empty: it may be closed. A hazard that evidence shows never to have been there is
 * closed without treatment. No paper closes anything: the state after treatment must have been looked at.
 */
export const closeOutBars = (hazard: Pick<Hazard, 'evidence' | 'fiveFixed' | 'treatment'>): CloseOutBar[] => {
  const { status, absent } = crossValidation(hazard.evidence);
  if (status === 'refuted' && absent.length >= 2) return [];
  const bars: CloseOutBar[] = [];
  if (missingFixed(hazard.fiveFixed).length > 0) bars.push('five-fixed-missing');
  if (status === 'contradicted' && !isSettled(hazard)) bars.push('contradicted');
  bars.push(...treatmentBars(hazard.treatment));
  if (!hasEvidenceAfter(hazard)) bars.push('no-evidence-after');
  return bars;
};

const treatmentBars = ({ target, accepted }: Treatment): CloseOutBar[] => {
  if (target === null) return ['no-target'];
  if (accepted === null) return ['not-accepted'];
  if (accepted.metric !== target.metric || accepted.unit !== target.unit) return ['other-metric'];
  const reached =
    target.direction === 'at-most' ? accepted.value <= target.value : accepted.value >= target.value;
  return reached ? [] : ['target-missed'];
};

const hasEvidenceAfter = ({
  evidence,
  treatment: { begun },
}: Pick<Hazard, 'evidence' | 'treatment'>): boolean =>
  begun !== null && evidence.some(({ method, on }) => method !== 'document' && on >= begun);

/** "It is there" before the treatment and "it is gone" after it is no contradiction: that is what treating is for. */
export const isSettled = ({
  evidence,
  treatment: { begun },
}: Pick<Hazard, 'evidence' | 'treatment'>): boolean => {
  if (begun === null) return false;
  const before = crossValidation(evidence.filter(({ on }) => on < begun));
  const after = crossValidation(evidence.filter(({ on }) => on >= begun));
  return before.status !== 'contradicted' && after.status !== 'contradicted';
};
