import type { CountyFeature, RegisterMine } from '../contracts/county.ts';
import type { NeighbourKind } from '../contracts/neighbours.ts';
import type { Water } from '../drive-on/obstacle.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import type { TriangleMesh } from '../geometry/triangle-mesh.ts';
import {
  type FeatureShape,
  type MineFeature,
  type MineRecord,
  placeFeatures,
} from '../neighbours/mine-features.ts';
import { type CountyHeights, rightShape } from '../neighbours/right-shape.ts';
import type { CountyFrame } from './county-frame.ts';
import { isThere } from './mine-on-day.ts';
import { rightParcels } from './right-polygons.ts';

/** A feature that makes no body, and why: nothing of its kind may then be denied of its mine. */
export interface LostFeature {
  readonly mine: string;
  readonly kind: NeighbourKind;
  readonly feature: string;
  readonly reason: string;
}

const RADIANS = Math.PI / 180;

/**
 * A prism between two heights. Its corners are placed one by one, for up is not height in the frame of a county.
 * @throws RangeError where the outline crosses itself or the heights are upside down
 */
export const prismShape = (
  id: string,
  rings: readonly (readonly (readonly [number, number])[])[],
  bottom: number,
  top: number,
  { toEnu }: CountyFrame,
): FeatureShape => {
  const places = new Map<string, readonly [longitude: number, latitude: number]>();
  const polygon = rings.map((ring) =>
    ring.slice(0, -1).map((place): [number, number] => {
      const [east, north] = toEnu(place[0], place[1], 0);
      places.set(`${east} ${north}`, place);
      return [east, north];
    }),
  );
  const flat = rightShape({ id, polygon, lower: bottom, upper: top }, { lowest: bottom, highest: top });
  if (flat.type !== 'mesh') return flat;
  const positions = Float64Array.from(flat.mesh.positions);
  for (let i = 0; i < positions.length; i += 3) {
    const place = places.get(`${positions[i]} ${positions[i + 1]}`)!;
    positions.set(toEnu(place[0], place[1], positions[i + 2]!), i);
  }
  return { ...flat, mesh: { positions, indices: flat.mesh.indices } };
};

/** A fault: its trace at the upper height, gone down along its dip to the lower one. Without a dip it stands upright. */
const sheetMesh = (
  shape: Extract<CountyFeature['shape'], { type: 'sheet' }>,
  { toEnu }: CountyFrame,
): TriangleMesh => {
  const { trace, dip, dipDirection, top, bottom } = shape;
  if (dip !== null && !(dip > 0 && dip <= 90))
    throw new RangeError(`a dip is more than 0 and at most 90 degrees, not ${dip}`);
  const away = dip === null || dipDirection === null ? 0 : (top - bottom) / Math.tan(dip * RADIANS);
  const [east, north] =
    dipDirection === null
      ? [0, 0]
      : [Math.sin(dipDirection * RADIANS) * away, Math.cos(dipDirection * RADIANS) * away];
  const upper = trace.map(([x, y]) => toEnu(x, y, top));
  const lower = trace.map(([x, y]): Vec3 => {
    const [e, n, u] = toEnu(x, y, bottom);
    return [e + east, n + north, u];
  });
  const indices = upper.slice(1).flatMap((_, i) => {
    const [a, b] = [i, i + 1];
    const [c, d] = [a + upper.length, b + upper.length];
    return [a, b, d, a, d, c];
  });
  return {
    positions: Float64Array.from([...upper, ...lower].flat()),
    indices: Uint32Array.from(indices),
  };
};

const shapeOf = (id: string, shape: CountyFeature['shape'], frame: CountyFrame): FeatureShape => {
  switch (shape.type) {
    case 'prism':
      return prismShape(id, shape.rings, shape.bottom, shape.top, frame);
    case 'line':
      return {
        type: 'line',
        line: shape.line.map(([x, y, height]) => frame.toEnu(x, y, height)),
        radius: shape.radius ?? 0,
      };
    case 'sheet':
      if (!(shape.bottom < shape.top))
        throw new RangeError(
          `the upper height must be above the lower one (${shape.top} m, ${shape.bottom} m)`,
        );
      return { type: 'mesh', mesh: sheetMesh(shape, frame), closed: false };
  }
};

/** Any point of a shape, where its water level is turned into up. */
const somePoint = (shape: CountyFeature['shape']): readonly [number, number] => {
  const [x, y] =
    shape.type === 'prism' ? shape.rings[0]![0]! : shape.type === 'line' ? shape.line[0]! : shape.trace[0]!;
  return [x, y];
};

const waterOf = ({ holdsWater, waterLevel, shape }: CountyFeature, { toEnu }: CountyFrame): Water => {
  // A level beside "dry" is a contradiction; the water is believed.
  if (waterLevel !== null) return { level: toEnu(...somePoint(shape), waterLevel)[2] };
  if (holdsWater === false) return 'dry';
  return holdsWater === null ? 'unknown' : { level: null };
};

/** @throws RangeError where the shape makes no body */
export const mineFeature = (feature: CountyFeature, frame: CountyFrame): MineFeature => {
  const { id, kind, shape, method, plusMinus, conductive, partOf } = feature;
  // A fault whose dip nobody gives is drawn upright, and where it is deeper down nobody knows.
  const upright = shape.type === 'sheet' && (shape.dip === null || shape.dipDirection === null);
  return {
    id,
    kind,
    shape: shapeOf(id, shape, frame),
    method: upright ? null : method,
    plusMinus: upright ? null : plusMinus,
    water: waterOf(feature, frame),
    conductive,
    partOf,
    ...(shape.type === 'line' && shape.radius === null ? { unsized: true as const } : {}),
  };
};

const NOTHING = { owner: null, recorded: [], ground: null };

/** What of a mine is known from a 3D bundle, already in the county's frame. */
export interface BundleFeatures {
  readonly features: readonly MineFeature[];
  readonly recorded: readonly NeighbourKind[];
}

/** What mines of a county are made in, and what of them was lost. */
export interface RecordGround {
  readonly frame: CountyFrame;
  /** Where a licence gives no height the right goes to the end of these, metres above the datum: countyHeights. */
  readonly heights: CountyHeights;
  readonly lost: LostFeature[];
  /** YYYY-MM-DD; null: nobody said which, and everything is taken to be there: an alarm too many, never one too few. */
  readonly day: string | null;
}

/**
 * A mine as the rules of neighbours see it: its right, what the register draws, and what its bundle holds. Features that are not
 * there on the day are left out.
 */
export const mineRecord = (
  mine: RegisterMine,
  features: readonly CountyFeature[],
  bundle: BundleFeatures | null,
  { frame, heights, lost, day }: RecordGround,
): MineRecord => {
  const made: MineFeature[] = [];
  const missing = new Set<NeighbourKind>();
  const attempt = (kind: NeighbourKind, feature: string, make: () => MineFeature): void => {
    try {
      const one = make();
      // What makes no body says so here, by its name, and not in the middle of the comparison.
      for (const { body } of placeFeatures([{ ...NOTHING, id: mine.id, features: [one] }], [kind])) body();
      made.push(one);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      missing.add(kind);
      lost.push({ mine: mine.id, kind, feature, reason: error.message });
    }
  };
  const { right } = mine;
  if (right && !bundle?.features.some(({ kind }) => kind === 'right'))
    rightParcels(right).forEach(({ rings, bottom, top }, i) => {
      const id = `${mine.id}/right-${i + 1}`;
      attempt('right', id, () => ({
        id,
        kind: 'right',
        shape: prismShape(id, rings, bottom ?? heights.lowest, top ?? heights.highest, frame),
        method: 'survey',
        // Corners of a licence are exact: they are numbers in a document.
        plusMinus: 0,
        water: 'dry',
        conductive: null,
        partOf: null,
        ...(bottom === null || top === null ? { atMost: true as const } : {}),
      }));
    });
  for (const feature of features)
    if (day === null || isThere(feature, day, day))
      attempt(feature.kind, feature.id, () => mineFeature(feature, frame));
  const recorded = new Set<NeighbourKind>([...mine.recorded, ...(bundle?.recorded ?? [])]);
  if (!right && !bundle?.features.some(({ kind }) => kind === 'right')) recorded.delete('right');
  for (const kind of missing) recorded.delete(kind);
  return {
    id: mine.id,
    owner: mine.owner,
    features: [...made, ...(bundle?.features ?? [])],
    recorded: [...recorded],
    ground: mine.ground && {
      highest: frame.toEnu(mine.at[0], mine.at[1], mine.ground.highest)[2],
      plusMinus: mine.ground.plusMinus,
    },
  };
};
