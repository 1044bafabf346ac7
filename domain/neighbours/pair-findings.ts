import { bodyDistance } from '../clearance/body-distance.ts';
import type {
  NeighbourCheck,
  NeighbourFinding,
  NeighbourRule,
  NeighbourRules,
} from '../contracts/neighbours.ts';
import type { Box3 } from '../geometry/bounds.ts';
import {
  certainUpTo,
  type Held,
  type Judged,
  judgeDistance,
  judgedAsEnclosed,
  judgedAtMost,
  plusMinusOf,
  settlesPosition,
  speaksMore,
  speaksMoreUpTo,
  together,
} from './judge-distance.ts';
import { findingId, findingRule, type Measured, onlyOnce, proofOf, settlesWater } from './make-finding.ts';
import type { MineRecord, PlacedFeature } from './mine-features.ts';
import { boxGap, forNearBoxes } from './near-pairs.ts';

/** What is asked of the features of any two mines. */
export interface PairQuestion {
  readonly check: NeighbourCheck;
  readonly rule: NeighbourRule | null;
  /** Metres; null: nobody has configured one, and what is near is listed as unknown. */
  readonly bound: number | null;
  /** The same list twice: every two of it. Else what is found is of the mine of the first against that of the second. */
  readonly of: readonly [readonly PlacedFeature[], readonly PlacedFeature[]];
  /** Whether these two are asked of; left out: every two are. */
  readonly asks?: (a: PlacedFeature, b: PlacedFeature) => boolean;
  /** Boxes that are no nearer to each other than what `measure` says. */
  readonly box: (feature: PlacedFeature) => Box3;
  /** @returns null where it is more than `within` metres */
  readonly measure: (a: PlacedFeature, b: PlacedFeature, within: number) => Measured | null;
  readonly plusMinus: (a: PlacedFeature, b: PlacedFeature) => number | null;
  /** Whether one may lie inside the other though nobody can tell, so that their faces' distance denies nothing; left out: never. */
  readonly mayEnclose?: (a: PlacedFeature, b: PlacedFeature, off: number | null) => boolean;
  readonly angles?: (mine: number) => NeighbourFinding['drawAngles'][number];
}

export const measureBodies = (a: PlacedFeature, b: PlacedFeature, within: number): Measured | null => {
  const found = bodyDistance(a.body(), b.body(), within);
  return found && { distance: found.distance, here: found.here, there: found.there, ground: null };
};

export const bothPlusMinus =
  (rules: Pick<NeighbourRules, 'accuracies'>) =>
  (a: PlacedFeature, b: PlacedFeature): number | null =>
    together(plusMinusOf(a.feature, rules), plusMinusOf(b.feature, rules));

/** Beyond this two features need not be compared: either it is denied or there is nothing to judge by. Metres. */
export const reachOf = (bound: number | null, plusMinus: number | null, lookWithin: number): number =>
  bound === null ? lookWithin : plusMinus === null ? Math.max(bound, lookWithin) : bound + plusMinus;

interface Worst {
  readonly a: PlacedFeature;
  readonly b: PlacedFeature;
  readonly measured: Measured;
  readonly plusMinus: number | null;
  readonly judged: Judged;
}

const heldOf = ({ judged: { answer, certain }, measured: { distance } }: Worst): Held => ({
  answer,
  certain,
  distance,
});

/**
 * Of each two mines the pair of features that speaks most for a danger: the nearest that is found for certain, else the nearest
 * found, else the nearest unknown. What is nearer but unsure takes nothing from what is certain.
 */
export function pairFindings(
  mines: readonly MineRecord[],
  question: PairQuestion,
  rules: Pick<NeighbourRules, 'accuracies'>,
  lookWithin: number,
): NeighbourFinding[] {
  const { bound, plusMinus } = question;
  const pairs = nearFeatures(mines, question, rules, lookWithin);
  const found: NeighbourFinding[] = [];
  for (const candidates of pairs.values()) {
    candidates.sort((one, other) => one.gap - other.gap);
    let worst: Worst | null = null;
    for (const { a, b, gap } of candidates) {
      const off = plusMinus(a, b);
      const held: Held | null = worst && heldOf(worst);
      const surely = certainUpTo(off, bound, a.feature, b.feature);
      const within = speaksMoreUpTo(held, surely, reachOf(bound, off, lookWithin));
      // Boxes that meet say nothing of how deep zones overlap.
      if (within === Number.NEGATIVE_INFINITY || (gap > 0 && gap > within)) continue;
      const next: Worst | null = measuredPair(question, a, b, within, held?.answer === 'found');
      if (!next || next.judged.answer === 'denied') continue;
      if (!held || speaksMore(heldOf(next), held)) worst = next;
    }
    if (worst) found.push(findingOf(mines, question, worst, rules));
  }
  return found;
}

/** @param isFound something was found already, so that what is unknown adds nothing */
function measuredPair(
  { bound, measure, plusMinus, mayEnclose }: PairQuestion,
  a: PlacedFeature,
  b: PlacedFeature,
  within: number,
  isFound: boolean,
): Worst | null {
  const off = plusMinus(a, b);
  const near = measure(a, b, within);
  const isOpen = !isFound && (mayEnclose?.(a, b, off) ?? false);
  const measured = near ?? (isOpen ? measure(a, b, Infinity) : null);
  if (!measured) return null;
  const alone = judgedAtMost(judgeDistance(measured.distance, off, bound), a.feature, b.feature);
  const judged = isOpen ? judgedAsEnclosed(near && alone) : alone;
  return { a, b, measured, plusMinus: off, judged };
}

interface Candidate {
  readonly a: PlacedFeature;
  readonly b: PlacedFeature;
  readonly gap: number;
}

/** Features of different mines whose boxes are within reach, by mines. */
function nearFeatures(
  mines: readonly MineRecord[],
  { of: [first, second], asks, box, bound, plusMinus }: PairQuestion,
  rules: Pick<NeighbourRules, 'accuracies'>,
  lookWithin: number,
): Map<number, Candidate[]> {
  const boxesA = first.map(box);
  const boxesB = first === second ? boxesA : second.map(box);
  const most = furthestReach(first, second, bound, plusMinus, rules, lookWithin);
  const pairs = new Map<number, Candidate[]>();
  forNearBoxes(boxesA, boxesB, most, (i, j) => {
    let [a, b] = [first[i]!, second[j]!];
    if (a.mine === b.mine || asks?.(a, b) === false) return;
    const gap = boxGap(boxesA[i]!, boxesB[j]!);
    if (gap > reachOf(bound, plusMinus(a, b), lookWithin)) return;
    if (first === second && mines[a.mine]!.id > mines[b.mine]!.id) [a, b] = [b, a];
    const key = a.mine * mines.length + b.mine;
    const list = pairs.get(key);
    if (list) list.push({ a, b, gap });
    else pairs.set(key, [{ a, b, gap }]);
  });
  return pairs;
}

/** The reach of the two features that reach furthest, one of each list. */
function furthestReach(
  first: readonly PlacedFeature[],
  second: readonly PlacedFeature[],
  bound: number | null,
  plusMinus: PairQuestion['plusMinus'],
  rules: Pick<NeighbourRules, 'accuracies'>,
  lookWithin: number,
): number {
  // Each feature's own ± may grow with its mine's draw angle, so it is asked of the question, against itself.
  const most = (list: readonly PlacedFeature[]): number =>
    list.reduce((sum, one) => Math.max(sum, plusMinus(one, one) ?? 0), 0);
  const unknown = [...first, ...second].some(({ feature }) => plusMinusOf(feature, rules) === null);
  const known = reachOf(bound, (most(first) + most(second)) / 2, lookWithin);
  return unknown ? Math.max(known, reachOf(bound, null, lookWithin)) : known;
}

function findingOf(
  mines: readonly MineRecord[],
  { check, rule, bound, angles }: PairQuestion,
  { a, b, measured, plusMinus, judged }: Worst,
  rules: Pick<NeighbourRules, 'accuracies'>,
): NeighbourFinding {
  const proof = proofOf(mines, a, b, measured, plusMinus);
  const ids = [proof.here.mine, proof.there.mine];
  const position = settlesPosition(judged.doubt, [a.feature, b.feature], rules);
  return {
    id: findingId(check, rule, ids),
    check,
    mines: ids.toSorted(),
    answer: judged.answer === 'found' ? 'found' : 'unknown',
    certain: judged.certain,
    doubts: judged.doubt ? [judged.doubt] : [],
    rule: findingRule(rule),
    bound,
    drawAngles: angles ? [angles(a.mine), angles(b.mine)] : [],
    proofs: [proof],
    settles: onlyOnce([
      ...(judged.doubt === 'distance-not-configured'
        ? [{ do: 'configure-distance' as const, of: check, kind: null }]
        : []),
      ...position,
      ...settlesWater(proof),
    ]),
  };
}
