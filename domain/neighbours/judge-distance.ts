import type { NeighbourAnswer, NeighbourDoubt, NeighbourRules, Settles } from '../contracts/neighbours.ts';
import { isOpenMesh, type MineFeature } from './mine-features.ts';

export interface Judged {
  readonly answer: NeighbourAnswer;
  /** Whether the answer stands whatever the positions may be off. */
  readonly certain: boolean;
  readonly doubt: NeighbourDoubt | null;
}

/**
 * Whether two things are nearer than a bound. Found where they are drawn nearer, certain where they are so by more than the ±;
 * denied only where they are further by more than the ±; in between, or where the ± is not known, it is unknown. Things that
 * meet are nearer than any bound, 0 too, and than one that nobody has configured.
 * @param distance metres as drawn; negative where they overlap by so much
 * @param plusMinus metres; null: not known
 * @param configured metres; null: nobody has configured a bound
 */
export function judgeDistance(distance: number, plusMinus: number | null, configured: number | null): Judged {
  if (configured === null && distance > 0)
    return { answer: 'unknown', certain: false, doubt: 'distance-not-configured' };
  const bound = configured ?? 0;
  const doubt = plusMinus === null ? 'position-unknown' : 'within-plus-minus';
  if (distance < bound || distance <= 0) {
    const certain = plusMinus !== null && (distance + plusMinus < bound || plusMinus === 0);
    return { answer: 'found', certain, doubt: certain ? null : doubt };
  }
  if (plusMinus !== null && distance - plusMinus >= bound && distance - plusMinus > 0)
    return { answer: 'denied', certain: true, doubt: null };
  return { answer: 'unknown', certain: false, doubt };
}

/** Up to where what is found is so for certain, metres as drawn; -Infinity: nowhere. */
export const certainUpTo = (
  plusMinus: number | null,
  bound: number | null,
  ...features: readonly MineFeature[]
): number => {
  if (plusMinus === null || features.some(({ atMost }) => atMost)) return Number.NEGATIVE_INFINITY;
  return plusMinus === 0 ? Math.max(bound ?? 0, 0) : (bound ?? 0) - plusMinus;
};

/** What was found first of two mines, and how far apart it is as drawn, metres. */
export interface Held extends Pick<Judged, 'answer' | 'certain'> {
  readonly distance: number;
}

/** What is found before what nobody can tell, what is certain before what is only nearer, then the nearest. */
export const speaksMore = (one: Held, held: Held): boolean => {
  if (one.answer !== held.answer) return one.answer === 'found';
  return one.certain === held.certain ? one.distance < held.distance : one.certain;
};

/**
 * No further than this lies what speaks more for a danger than what is held, metres.
 * @param surely up to where it would be certain
 * @param reach beyond it nothing is asked
 */
export const speaksMoreUpTo = (held: Held | null, surely: number, reach: number): number => {
  if (held?.answer !== 'found') return reach;
  return held.certain ? Math.min(held.distance, surely) : Math.max(held.distance, surely);
};

/**
 * What is told of two things one of which may lie inside the other, an open mesh: never denied, however far its faces are.
 * @param judged of the distance to the faces; null: they are beyond all reach
 */
export const judgedAsEnclosed = (judged: Judged | null): Judged =>
  judged?.answer === 'found' || judged?.doubt === 'distance-not-configured'
    ? judged
    : { answer: 'unknown', certain: false, doubt: 'mesh-open' };

/** What is the most it can be is no further than it is drawn, but may be no nearer either: nothing found of it is certain. */
export const judgedAtMost = (judged: Judged, ...features: readonly MineFeature[]): Judged =>
  judged.answer === 'found' && features.some(({ atMost }) => atMost)
    ? { answer: 'found', certain: false, doubt: 'heights-not-stated' }
    : judged;

/** How far the surface of a feature may be from where it is drawn, metres; null: not known. */
export const plusMinusOf = (
  { plusMinus, method, unsized }: MineFeature,
  { accuracies }: Pick<NeighbourRules, 'accuracies'>,
): number | null =>
  unsized
    ? null
    : (plusMinus ?? accuracies.find((accuracy) => accuracy.method === method)?.plusMinus ?? null);

/** Errors may all point the same way: they are added up. */
export const together = (...parts: readonly (number | null)[]): number | null =>
  parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);

/** What would settle where two features are. */
export const settlesPosition = (
  doubt: NeighbourDoubt | null,
  features: readonly MineFeature[],
  rules: Pick<NeighbourRules, 'accuracies'>,
): Settles[] => {
  if (doubt === 'position-unknown')
    return features
      .filter((feature) => plusMinusOf(feature, rules) === null)
      .map(({ id, kind, unsized }) => ({ do: unsized ? 'state-radius' : 'state-accuracy', of: id, kind }));
  if (doubt === 'within-plus-minus')
    return features
      .filter((feature) => plusMinusOf(feature, rules) !== 0)
      .map(({ id, kind }) => ({ do: 'survey-position', of: id, kind }));
  if (doubt === 'heights-not-stated')
    return features
      .filter(({ atMost }) => atMost)
      .map(({ id, kind }) => ({ do: 'state-right-heights', of: id, kind }));
  if (doubt === 'mesh-open')
    return features.filter(isOpenMesh).map(({ id, kind }) => ({ do: 'close-mesh', of: id, kind }));
  return [];
};
