import type { HazardPlace } from '../contracts/hazard.ts';
import type { MineGround } from '../contracts/mine-ground.ts';
import { createSurveySystem } from '../frame/survey-system.ts';
import { isInPlan } from '../geometry/plan-polygon.ts';

type Position = readonly [longitude: number, latitude: number];
type Metres2 = readonly [east: number, north: number];

/** Where a drawn place lies, seen from its mine. */
export type PlaceFromMine =
  | { readonly kind: 'near' }
  /** Nothing is known of where the mine lies that it could be held against. */
  | { readonly kind: 'unknown' }
  | FarPlace;

export interface FarPlace {
  readonly kind: 'far';
  /** From what is known of the mine to the farthest corner. */
  readonly metres: number;
  /** What it is farther than: what the county says, or the mine is long; null: the mine is known by a point, and it lies outside its county. */
  readonly bound: { readonly by: 'county-setting' | 'mine-length'; readonly metres: number } | null;
  /** Read the other way round, X for Y, it would lie at its mine. */
  readonly swapped: boolean;
}

/** Asks of the corners of a place where it lies. */
export type PlacesFromMine = (corners: readonly Position[]) => PlaceFromMine;

/** Mean radius of the earth, metres (IUGG R1): distances are told by two figures, so that no ellipsoid is needed. */
const RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Great circle, metres; the haversine formula (Sinnott 1984). */
const between = ([ax, ay]: Position, [bx, by]: Position): number => {
  const h =
    Math.sin(((by - ay) * RADIANS) / 2) ** 2 +
    Math.cos(ay * RADIANS) * Math.cos(by * RADIANS) * Math.sin(((bx - ax) * RADIANS) / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
};

/** All corners of a drawn place; none of a feature of the model, which lies where the model has it. */
export const cornersOf = (place: HazardPlace): readonly Position[] =>
  place.kind === 'point'
    ? [place.at]
    : place.kind === 'line'
      ? place.line
      : place.kind === 'polygon'
        ? place.rings.flat()
        : [];

/** The corners farthest west, east, south and north: all that a list keeps of a place. Longitude and latitude by turns. */
export const extremesOf = (corners: readonly Position[]): readonly number[] => {
  const [first] = corners;
  if (!first) return [];
  const most = [first, first, first, first];
  for (const at of corners) {
    if (at[0] < most[0]![0]) most[0] = at;
    if (at[0] > most[1]![0]) most[1] = at;
    if (at[1] < most[2]![1]) most[2] = at;
    if (at[1] > most[3]![1]) most[3] = at;
  }
  return [...new Set(most)].flat();
};

/** The place of a segment that is nearest to the origin. */
const nearest = ([ax, ay]: Metres2, [bx, by]: Metres2): Metres2 => {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2));
  return [ax + t * dx, ay + t * dy];
};

const swapsOf = (grids: readonly string[]): ((at: Position) => Position[]) => {
  const systems = grids.flatMap((proj) => {
    try {
      return [createSurveySystem({ proj, axes: 'x-east-y-north', units: 'metre' })];
    } catch {
      // A system that is not understood says nothing.
      return [];
    }
  });
  return ([longitude, latitude]) => [
    ...(Math.abs(longitude) <= 90 ? [[latitude, longitude] as const] : []),
    ...systems.flatMap((system): Position[] => {
      if (system.isGeographic) return [];
      const { northing, easting } = system.fromGeographic(longitude, latitude, 0);
      const back = system.toGeographic(system.fromFile(northing, easting, 0));
      return Number.isFinite(back.longitude + back.latitude) ? [[back.longitude, back.latitude]] : [];
    }),
  ];
};

const isNumbers = (at: Position): boolean => Number.isFinite(at[0]) && Number.isFinite(at[1]);

const NEAR: PlaceFromMine = { kind: 'near' };
const UNKNOWN: PlaceFromMine = { kind: 'unknown' };

/** Asks of each place where it lies, seen from the mine. Made once for many places. */
export const placesFromMine = (ground: MineGround): PlacesFromMine => {
  const { at, outlines, within, county } = ground;
  // Where its land is known, a point says no more.
  const known: readonly Position[] = outlines.length > 0 ? outlines.flat(2) : at ? [at] : [];
  if (known.length === 0 && county === null) return () => UNKNOWN;
  const [first = [0, 0] as Position] = known;
  // Plan metres about the mine: good to about 1 % where anybody would ask, and what is told is measured anew.
  const east = RADIUS * Math.cos(first[1] * RADIANS) * RADIANS;
  const north = RADIUS * RADIANS;
  const plan = ([x, y]: Position): Metres2 => [(x - first[0]) * east, (y - first[1]) * north];
  const parcels = outlines.map((polygon) => {
    const rings = polygon.map((ring) => ring.map(plan));
    const [xs, ys] = [rings.flat().map(([x]) => x), rings.flat().map(([, y]) => y)];
    return { rings, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const };
  });
  // Of a point alone nobody knows how long the mine is.
  const length = parcels.reduce(
    (most, { box }) => Math.max(most, Math.hypot(box[2] - box[0], box[3] - box[1])),
    0,
  );
  const bound: FarPlace['bound'] =
    within !== null
      ? { by: 'county-setting', metres: within }
      : parcels.length > 0
        ? { by: 'mine-length', metres: length }
        : null;

  /** Square of the distance to a segment; every hazard of a county is asked of, so nothing is made on the way. */
  const squareTo = (x: number, y: number, [ax, ay]: Metres2, [bx, by]: Metres2): number => {
    const [dx, dy] = [bx - ax, by - ay];
    const length2 = dx * dx + dy * dy;
    const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length2));
    return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
  };
  const points = known.map(plan);
  /** No farther than the bound, by plan metres. */
  const isWithin = (position: Position, most: number): boolean => {
    const [x, y] = plan(position);
    for (const { rings, box } of parcels) {
      const isInBox = x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
      // Then it is no farther from it than it is long: so are most places.
      if (isInBox && (most >= length || isInPlan(rings, x, y))) return true;
      for (const ring of rings)
        for (let i = 0; i < ring.length; i++)
          if (squareTo(x, y, ring[i]!, ring[i + 1 === ring.length ? 0 : i + 1]!) <= most * most) return true;
    }
    return parcels.length === 0 && points.some((point) => squareTo(x, y, point, point) <= most * most);
  };
  const metresTo = (position: Position): number => {
    if (points.length === 0) return 0;
    const [x, y] = plan(position);
    const from = ([px, py]: Metres2): Metres2 => [px - x, py - y];
    const candidates =
      parcels.length === 0
        ? points.map(from)
        : parcels.flatMap(({ rings }) =>
            rings.flatMap((ring) =>
              ring.map((corner, i) => nearest(from(corner), from(ring[(i + 1) % ring.length]!))),
            ),
          );
    const lengthOf = ([dx, dy]: Metres2): number => Math.hypot(dx, dy);
    const [dx, dy] = candidates.reduce((best, one) => (lengthOf(one) < lengthOf(best) ? one : best));
    return between(position, [position[0] + dx / east, position[1] + dy / north]);
  };
  const isOut = ([x, y]: Position): boolean =>
    county !== null && (x < county[0] || x > county[2] || y < county[1] || y > county[3]);
  const farOf = (corners: readonly Position[]): Omit<FarPlace, 'swapped'> | null => {
    const isFar = (one: Position): boolean => (bound === null ? isOut(one) : !isWithin(one, bound.metres));
    if (!corners.some(isFar)) return null;
    const far = corners.filter(isFar);
    return { kind: 'far', metres: far.reduce((most, one) => Math.max(most, metresTo(one)), 0), bound };
  };

  let swaps: ((at: Position) => Position[]) | undefined;
  return (corners) => {
    const drawn = corners.every(isNumbers) ? corners : corners.filter(isNumbers);
    if (drawn.length === 0) return NEAR;
    const far = farOf(drawn);
    if (!far) return bound === null ? UNKNOWN : NEAR;
    swaps ??= swapsOf(ground.grids);
    const [one, ...others] = drawn.map(swaps);
    const swapped = one!.some(
      (turned, i) =>
        others.every((other) => other.length > i) &&
        farOf([turned, ...others.map((other) => other[i]!)]) === null,
    );
    return { ...far, swapped };
  };
};

/** Corners as a list keeps them (`extremesOf`), as positions. */
export const cornersOfExtremes = (extremes: readonly number[]): Position[] => {
  const corners: Position[] = [];
  for (let i = 0; i < extremes.length; i += 2) corners.push([extremes[i]!, extremes[i + 1]!]);
  return corners;
};
