import type { Elevation, HazardPlace } from '../../../../domain/contracts/hazard.ts';
import type { GeographicPoint } from '../../../../domain/frame/coordinates.ts';
import type { MineFrame } from '../../../../domain/frame/mine-frame.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import { fineArea } from '../../../../domain/geometry/fine-area.ts';
import { labelPoint } from '../../../../domain/geometry/label-point.ts';
import { degrees, metres } from '../../../../domain/units/quantities.ts';

/** Height of the ground at a place in plan, ENU up; null where nobody knows. */
export type GroundAt = (east: number, north: number) => number | null;

/** What a drawn place is laid on. */
export interface HazardSite {
  readonly frame: Pick<MineFrame, 'geographicToEnu'>;
  /** Metres from the ellipsoid up to the mine's height datum. */
  readonly geoidSeparation: number;
  readonly ground: GroundAt;
  /** Where the ground is not known, a place of unknown depth lies here: ENU up, metres. */
  readonly otherwise: number;
}

/** Drawn lines follow the ground by so many metres, and stand so many over it so that it does not swallow them. */
const STEP = 12;
const OVER_GROUND = 1.5;
/** Metres: a point of unknown depth is a pole on the ground. */
const POLE = 30;
/** Metres from the middle of the cross that a point with one known height is. */
const CROSS = 4;

/** Between which heights it lies: both ends are known, one of them, or none. */
export type KnownDepth = 'known' | 'top-only' | 'bottom-only' | 'unknown';

/** A face of a drawn hazard: triangles in the mine's frame. */
export interface HazardFace {
  readonly points: readonly Vec3[];
  readonly triangles: readonly number[];
}

/** A drawn place in the mine's frame. */
export interface DrawnHazard {
  readonly depth: KnownDepth;
  /** Its edges. */
  readonly lines: readonly (readonly Vec3[])[];
  readonly faces: readonly HazardFace[];
  /** From what lies in the rock to the ground over it; null: it lies on the ground, or that is not known. */
  readonly tie: readonly [Vec3, Vec3] | null;
  /** Where its sign stands. */
  readonly at: Vec3;
}

type InPlan = readonly [east: number, north: number];

/** @returns which ends of it are known */
export const knownDepth = (elevation: Elevation | null): KnownDepth => {
  const { top = null, bottom = null } = elevation ?? {};
  if (top !== null) return bottom !== null ? 'known' : 'top-only';
  return bottom !== null ? 'bottom-only' : 'unknown';
};

/**
 * A place that was drawn on a map, as it stands in the mine: between its heights where both are known, as one face at the height that
 * is known, and on the ground where none is. No height is made up.
 * @returns null for a feature of the model
 */
export const drawnHazard = (
  { place, elevation }: { readonly place: HazardPlace; readonly elevation: Elevation | null },
  site: HazardSite,
): DrawnHazard | null => {
  if (place.kind === 'feature') return null;
  const first =
    place.kind === 'point' ? place.at : place.kind === 'line' ? place.line[0]! : place.rings[0]![0]!;
  // The earth curves by centimetres across what is drawn: one level serves all of it.
  const levels = [elevation?.top ?? null, elevation?.bottom ?? null].flatMap((height) =>
    height === null ? [] : [enuOf(first, height + site.geoidSeparation, site)[2]],
  );
  const depth = knownDepth(elevation);
  switch (place.kind) {
    case 'point':
      return standing(depth, inPlan(place.at, site), levels, site);
    case 'line':
      return hanging(depth, finely(place.line.map((at) => inPlan(at, site))), levels, site);
    case 'polygon':
      return solid(
        depth,
        // The last corner is the first again.
        place.rings.map((ring) => ring.slice(0, -1).map((at) => inPlan(at, site))),
        levels,
        site,
      );
  }
};

const enuOf = (
  [longitude, latitude]: readonly [number, number],
  height: number,
  { frame }: HazardSite,
): Vec3 => {
  const point: GeographicPoint = {
    longitude: degrees(longitude),
    latitude: degrees(latitude),
    ellipsoidHeight: metres(height),
  };
  const [east, north, up] = frame.geographicToEnu(point);
  return [east, north, up];
};

const inPlan = (at: readonly [number, number], site: HazardSite): InPlan => {
  const [east, north] = enuOf(at, 0, site);
  return [east, north];
};

const onGround = ([east, north]: InPlan, { ground, otherwise }: HazardSite): Vec3 => [
  east,
  north,
  (ground(east, north) ?? otherwise) + OVER_GROUND,
];

/** The corners and points between them, so near that a line through them follows the ground. */
const finely = (corners: readonly InPlan[]): InPlan[] =>
  corners.flatMap(([east, north], i) => {
    const next = corners[i + 1];
    if (!next) return [[east, north] as const];
    const steps = Math.max(1, Math.ceil(Math.hypot(next[0] - east, next[1] - north) / STEP));
    return Array.from(
      { length: steps },
      (_, k): InPlan => [east + ((next[0] - east) * k) / steps, north + ((next[1] - north) * k) / steps],
    );
  });

const level = (line: readonly InPlan[], up: number): Vec3[] =>
  line.map(([east, north]): Vec3 => [east, north, up]);

/** Upright above a sign in the rock, up to the ground; null where that is lower or not known. */
const tieAbove = ([east, north, up]: Vec3, { ground }: HazardSite): readonly [Vec3, Vec3] | null => {
  const over = ground(east, north);
  return over !== null && over > up
    ? [
        [east, north, up],
        [east, north, over],
      ]
    : null;
};

/** Between two levels, at one, or laid on the ground. */
type Levels = readonly number[];

const standing = (depth: KnownDepth, at: InPlan, levels: Levels, site: HazardSite): DrawnHazard => {
  const [east, north] = at;
  if (levels.length === 0) {
    const foot = onGround(at, site);
    const head: Vec3 = [east, north, foot[2] + POLE];
    return { depth, lines: [[foot, head]], faces: [], tie: null, at: head };
  }
  const head: Vec3 = [east, north, levels[0]!];
  const lines: Vec3[][] =
    levels.length === 2
      ? [levels.map((up): Vec3 => [east, north, up])]
      : [
          level(
            [
              [east - CROSS, north],
              [east + CROSS, north],
            ],
            head[2],
          ),
          level(
            [
              [east, north - CROSS],
              [east, north + CROSS],
            ],
            head[2],
          ),
        ];
  return { depth, lines, faces: [], tie: tieAbove(head, site), at: head };
};

const hanging = (
  depth: KnownDepth,
  line: readonly InPlan[],
  levels: Levels,
  site: HazardSite,
): DrawnHazard => {
  const [east, north] = labelPoint({ type: 'LineString', coordinates: line })!;
  if (levels.length === 0) {
    const at = onGround([east, north], site);
    return { depth, lines: [line.map((point) => onGround(point, site))], faces: [], tie: null, at };
  }
  const at: Vec3 = [east, north, levels[0]!];
  const lines = levels.map((up) => level(line, up));
  const [from, to] = [line[0]!, line.at(-1)!];
  const ends = levels.length === 2 ? [from, to].map((end) => levels.map((up): Vec3 => [...end, up])) : [];
  return { depth, lines: [...lines, ...ends], faces: walls(line, levels), tie: tieAbove(at, site), at };
};

const solid = (
  depth: KnownDepth,
  rings: readonly (readonly InPlan[])[],
  levels: Levels,
  site: HazardSite,
): DrawnHazard => {
  const [east, north] = labelPoint({ type: 'Polygon', coordinates: rings })!;
  const outlines = rings.map((ring) => finely([...ring, ring[0]!]));
  const { points, triangles } = fineArea(rings, levels.length === 0 ? STEP : Infinity);
  if (levels.length === 0)
    return {
      depth,
      lines: outlines.map((line) => line.map((point) => onGround(point, site))),
      faces: [{ points: points.map((point) => onGround(point, site)), triangles }],
      tie: null,
      at: onGround([east, north], site),
    };
  const at: Vec3 = [east, north, levels[0]!];
  const uprights =
    levels.length === 2
      ? rings.flatMap((ring) => ring.map((corner) => levels.map((up): Vec3 => [...corner, up])))
      : [];
  return {
    depth,
    lines: [...levels.flatMap((up) => outlines.map((line) => level(line, up))), ...uprights],
    faces: [
      ...levels.map((up) => ({ points: level(points, up), triangles })),
      ...outlines.flatMap((line) => walls(line, levels)),
    ],
    tie: tieAbove(at, site),
    at,
  };
};

/** The upright face along a line between two levels; none where there is one. */
const walls = (line: readonly InPlan[], levels: Levels): HazardFace[] => {
  if (levels.length < 2) return [];
  const points = line.flatMap((point) => levels.map((up): Vec3 => [...point, up]));
  const triangles = line.slice(1).flatMap((_, i) => {
    const [a, b, c, d] = [2 * i, 2 * i + 1, 2 * i + 2, 2 * i + 3] as const;
    return [a, b, c, c, b, d];
  });
  return [{ points, triangles }];
};
