import type {
  NeighbourCheck,
  NeighbourFinding,
  NeighbourProof,
  NeighbourRule,
  NeighbourWater,
  Settles,
} from '../contracts/neighbours.ts';
import { waterHead } from '../drive-on/water-head.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import type { MineFeature, MineRecord, PlacedFeature } from './mine-features.ts';

/** How two features lie to each other, by whatever the check measures. Metres. */
export interface Measured {
  readonly distance: number;
  readonly here: Vec3;
  readonly there: Vec3;
  readonly ground: Vec3 | null;
}

const HOLDS_WATER: ReadonlySet<MineFeature['kind']> = new Set([
  'working',
  'goaf',
  'aquifer',
  'fault',
  'closed-shaft',
]);

export const proofOf = (
  mines: readonly MineRecord[],
  a: PlacedFeature,
  b: PlacedFeature,
  { distance, here, there, ground }: Measured,
  plusMinus: number | null,
): NeighbourProof => ({
  here: { mine: mines[a.mine]!.id, feature: a.feature.id, kind: a.feature.kind, at: [...here] },
  there: { mine: mines[b.mine]!.id, feature: b.feature.id, kind: b.feature.kind, at: [...there] },
  distance,
  plusMinus,
  ground: ground && [...ground],
  water: [...waterOver(a.feature, there[2]), ...waterOver(b.feature, here[2])],
});

/** @param height of the point the water may reach, metres up */
function waterOver(feature: MineFeature, height: number): NeighbourWater[] {
  const head = HOLDS_WATER.has(feature.kind) ? waterHead(feature, height) : null;
  return head ? [{ feature: feature.id, ...head }] : [];
}

/** Levels that nobody has measured. */
export const settlesWater = ({ water, here, there }: NeighbourProof): Settles[] =>
  water
    .filter(({ level }) => level === null)
    .map(({ feature }) => ({
      do: 'measure-water-level',
      of: feature,
      kind: feature === here.feature ? here.kind : there.kind,
    }));

export const findingRule = (rule: NeighbourRule | null): NeighbourFinding['rule'] =>
  rule && {
    id: rule.id,
    jurisdiction: rule.jurisdiction,
    clause: rule.clause,
    status: rule.status,
    note: rule.note ?? null,
  };

export const findingId = (check: NeighbourCheck, rule: NeighbourRule | null, of: readonly string[]): string =>
  [check, rule?.id ?? '-', ...of].map(encodeURIComponent).join(':');

/** The same thing to do once, however many proofs ask for it. */
export const onlyOnce = (settles: readonly Settles[]): Settles[] => [
  ...new Map(settles.map((one) => [`${one.do} ${one.of}`, one])).values(),
];
