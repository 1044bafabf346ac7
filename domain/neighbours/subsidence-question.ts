import type { DrawAngle, NeighbourRule, NeighbourRules } from '../contracts/neighbours.ts';
import { plusMinusOf, together } from './judge-distance.ts';
import type { MineRecord, PlacedFeature } from './mine-features.ts';
import type { PairQuestion } from './pair-findings.ts';
import { type DrawCone, drawCone, subsidenceGap, zoneReach } from './subsidence-gap.ts';

/**
 * The draw angle of a mine: its own goes before that of the county; of several the flattest, whose zone holds the others'.
 * null: none is configured.
 */
export const drawAngleOf = (
  mine: string,
  { drawAngles }: Pick<NeighbourRules, 'drawAngles'>,
): DrawAngle | null => {
  const own = drawAngles.filter(({ mines }) => mines.includes(mine));
  const those = own.length > 0 ? own : drawAngles.filter(({ mines }) => mines.length === 0);
  return those.reduce<DrawAngle | null>(
    (flattest, one) => (flattest && flattest.degrees <= one.degrees ? flattest : one),
    null,
  );
};

/** Metres up: the highest ground of the mine, and no lower than the goaf itself. */
export const groundOver = (mines: readonly MineRecord[], { mine, box }: PlacedFeature): number =>
  Math.max(mines[mine]!.ground!.highest, box.max[2]);

/** How far the edge of a goaf's zone may be off by what its place and the ground may be off, metres; null: not known. */
export const zoneOff = (
  mines: readonly MineRecord[],
  { mine, feature }: PlacedFeature,
  { slope, ball }: DrawCone,
  rules: Pick<NeighbourRules, 'accuracies'>,
): number | null => {
  const position = plusMinusOf(feature, rules);
  const ground = mines[mine]!.ground!.plusMinus;
  return together(position === null ? null : position * ball, ground === null ? null : ground * slope);
};

/**
 * Whether zones that goafs may pull down overlap. The ground is taken level at the highest of both mines', so a zone is
 * never too small. Mines without a draw angle or a height of the ground take no part.
 */
export function subsidenceQuestion(
  mines: readonly MineRecord[],
  goafs: readonly PlacedFeature[],
  rule: NeighbourRule | null,
  rules: NeighbourRules,
): PairQuestion {
  const angles = mines.map(({ id }) => drawAngleOf(id, rules));
  const cones = angles.map((angle) => angle && drawCone(angle.degrees));
  const ready = goafs.filter(({ mine }) => cones[mine] && mines[mine]!.ground);
  const cone = (mine: number): DrawCone => cones[mine]!;
  const over = (one: PlacedFeature): number => groundOver(mines, one);
  // A neighbour's higher ground widens a zone: boxes must hold it.
  const highest = ready.reduce((most, one) => Math.max(most, over(one)), -Infinity);
  const off = (one: PlacedFeature): number | null => zoneOff(mines, one, cone(one.mine), rules);
  return {
    check: 'subsidence-overlap',
    rule,
    bound: rule?.value ?? 0,
    of: [ready, ready],
    box: ({ mine, box: { min, max } }) => {
      const reach = zoneReach(cone(mine), highest - min[2], 0);
      return { min: [min[0] - reach, min[1] - reach, 0], max: [max[0] + reach, max[1] + reach, 0] };
    },
    measure: (a, b, within) =>
      subsidenceGap(a.body(), cone(a.mine), b.body(), cone(b.mine), Math.max(over(a), over(b)), within),
    plusMinus: (a, b) => together(off(a), off(b)),
    angles: (mine) => ({ mine: mines[mine]!.id, id: angles[mine]!.id, degrees: angles[mine]!.degrees }),
  };
}
