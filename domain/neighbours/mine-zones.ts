import type { DrawAngle, MineZone, NeighbourRules } from '../contracts/neighbours.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { type MineRecord, type PlacedFeature, placeFeatures } from './mine-features.ts';
import { drawCone } from './subsidence-gap.ts';
import { drawAngleOf, groundOver, zoneOff } from './subsidence-question.ts';
import { zoneDepth } from './zone-depth.ts';
import { drawnRings, fieldOf, grown, levelRings, type Plan, zonePlan } from './zone-field.ts';

type ToDegrees = (point: Vec3) => { longitude: number; latitude: number; height: number };

/** Cells along the longer side of a mine's zone: finer than those of a pair, for all goafs of a mine lie on one grid. */
const CELLS = 96;
/** Degrees to a centimetre. */
const DIGITS = 1e7;

/**
 * The ground that the goafs of each mine may pull down by its own draw angle, as one zone: as drawn, and were all goafs' zones smaller
 * and larger by what each may be off. Nothing is drawn where no draw angle or no height of the ground is known.
 * @param toDegrees from the frame of the mines; height above its datum, metres
 */
export const mineZones = (
  mines: readonly MineRecord[],
  rules: NeighbourRules,
  toDegrees: ToDegrees,
): MineZone[] => {
  const goafs = Map.groupBy(placeFeatures(mines, ['goaf']), ({ mine }) => mine);
  return mines.map((mine, number) => {
    const own = goafs.get(number) ?? [];
    const angle = drawAngleOf(mine.id, rules);
    const known = angle && mine.ground ? zoneOf(mines, own, angle, rules, toDegrees) : null;
    return {
      mine: mine.id,
      drawAngle: angle && {
        id: angle.id,
        degrees: angle.degrees,
        jurisdiction: angle.jurisdiction,
        clause: angle.clause,
        status: angle.status,
      },
      goafs: own.length,
      whole: mine.recorded.includes('goaf'),
      ...(known ?? { ground: null, outline: null, certain: null, possible: null, unsure: [] }),
    };
  });
};

type KnownZone = Pick<MineZone, 'ground' | 'outline' | 'certain' | 'possible' | 'unsure'>;

function zoneOf(
  mines: readonly MineRecord[],
  goafs: readonly PlacedFeature[],
  angle: DrawAngle,
  rules: NeighbourRules,
  toDegrees: ToDegrees,
): KnownZone | null {
  const first = goafs[0];
  if (!first) return { ground: null, outline: [], certain: [], possible: [], unsure: [] };
  const cone = drawCone(angle.degrees);
  const ground = Math.max(...goafs.map((goaf) => groundOver(mines, goaf)));
  const offs = goafs.map((goaf) => zoneOff(mines, goaf, cone, rules));
  const plans = goafs.map((goaf, i) => grown(zonePlan(goaf.body(), cone, ground), offs[i] ?? 0));
  const field = fieldOf(
    plans.reduce(
      (a, b): Plan => [
        Math.min(a[0], b[0]),
        Math.min(a[1], b[1]),
        Math.max(a[2], b[2]),
        Math.max(a[3], b[3]),
      ],
    ),
    goafs.map((goaf, i) => ({
      depth: zoneDepth(goaf.body(), cone, ground),
      levels: [-(offs[i] ?? 0), offs[i] ?? 0],
    })),
    CELLS,
  );
  if (!field) return null;
  // Of several zones one place lies in the one it lies deepest in.
  const rings = (shift: (off: number | null) => number): [number, number][][] =>
    drawnRings(levelRings(field, (at) => Math.max(...offs.map((off, i) => at(i) + shift(off))))).map((ring) =>
      ring.map(([east, north]): [number, number] => {
        const { longitude, latitude } = toDegrees([east, north, ground]);
        return [Math.round(longitude * DIGITS) / DIGITS, Math.round(latitude * DIGITS) / DIGITS];
      }),
    );
  const isKnown = offs.some((off) => off !== null);
  const { min, max } = first.box;
  return {
    ground: toDegrees([(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, ground]).height,
    outline: rings(() => 0),
    certain: isKnown ? rings((off) => (off === null ? Number.NEGATIVE_INFINITY : -off)) : null,
    possible: isKnown ? rings((off) => off ?? 0) : null,
    unsure: goafs.flatMap(({ feature }, i) => (offs[i] === null ? [feature.id] : [])),
  };
}
