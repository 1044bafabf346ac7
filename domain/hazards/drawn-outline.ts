import type { HazardPlace } from '../contracts/hazard.ts';

type Position = readonly [longitude: number, latitude: number];
type Metres2 = readonly [east: number, north: number];

/** Ellipsoid of WGS 84: half axis in metres, and the square of its first eccentricity. */
const HALF_AXIS = 6_378_137;
const FLATTENING = 1 / 298.257_223_563;
const ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING);
const RADIANS = Math.PI / 180;

/**
 * Positions in metres east and north of the first, by the radii of curvature of the ellipsoid at their middle latitude (Snyder, Map
 * Projections, USGS PP 1395, 4-18 and 4-20). Within 20 km lengths are off by less than 1 in 100 000.
 */
export const metresOf = (positions: readonly Position[]): Metres2[] => {
  const [first] = positions;
  if (!first) return [];
  const latitudes = positions.map(([, latitude]) => latitude);
  const middle = ((Math.min(...latitudes) + Math.max(...latitudes)) / 2) * RADIANS;
  const w2 = 1 - ECCENTRICITY_2 * Math.sin(middle) ** 2;
  const east = (HALF_AXIS / Math.sqrt(w2)) * Math.cos(middle) * RADIANS;
  const north = ((HALF_AXIS * (1 - ECCENTRICITY_2)) / w2 ** 1.5) * RADIANS;
  return positions.map(([x, y]) => [(x - first[0]) * east, (y - first[1]) * north]);
};

const lengthOf = (points: readonly Metres2[]): number =>
  points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - points[i]![0], y - points[i]![1]), 0);

const areaOf = (ring: readonly Metres2[]): number =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length]!;
      return sum + x * nextY - nextX * y;
    }, 0),
  ) / 2;

/** How large a drawn place is in plan; null: it has no size, or is not whole yet. */
export const sizeOfPlace = (
  place: HazardPlace,
): { readonly length: number; readonly area: number | null } | null => {
  if (place.kind === 'line') {
    if (place.line.length < 2 || !place.line.flat().every(Number.isFinite)) return null;
    return { length: lengthOf(metresOf(place.line)), area: null };
  }
  if (place.kind !== 'polygon') return null;
  const all = place.rings.flat();
  if (place.rings.some((ring) => ring.length < 4) || !all.flat().every(Number.isFinite)) return null;
  // All from one middle latitude, so that a hole is measured as what is around it.
  const flat = metresOf(all);
  const starts = place.rings.map((_, i) => place.rings.slice(0, i).flat().length);
  const [outer, ...holes] = place.rings.map((ring, i) => flat.slice(starts[i]!, starts[i]! + ring.length));
  return {
    length: lengthOf(outer!),
    area: areaOf(outer!) - holes.reduce((sum, hole) => sum + areaOf(hole), 0),
  };
};

const side = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
/** Of a place on the line through both: whether it lies between them. */
const between = ([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): boolean =>
  Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);

const meet = (a: Position, b: Position, c: Position, d: Position): boolean => {
  const [abc, abd, cda, cdb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (abc !== abd && cda !== cdb) return true;
  return (
    (abc === 0 && between(a, b, c)) ||
    (abd === 0 && between(a, b, d)) ||
    (cda === 0 && between(c, d, a)) ||
    (cdb === 0 && between(c, d, b))
  );
};

const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

/** Larger outlines come out of programs, and are not looked at side by side. */
const MOST_SIDES = 3_000;
/** Pairs of sides that are held against each other at most: an outline that is wound to need more is no drawing, and alarms must not wait. */
const MOST_PAIRS = 50_000;

/**
 * The first two sides of a closed ring that meet where they should not, counted from 1; null: none do. Side n runs from corner n to
 * the next. Also a side that runs back over the one before it. A corner that is written twice in a row is one.
 */
export const crossingOf = (ring: readonly Position[]): readonly [number, number] | null => {
  const open = same(ring[0]!, ring.at(-1)!) ? ring.slice(0, -1) : ring;
  const corners = open.flatMap((at, i) =>
    i + 1 < open.length && same(at, open[i + 1]!) ? [] : [{ at, number: i + 1 }],
  );
  const n = corners.length;
  if (n < 3 || n > MOST_SIDES) return null;
  const corner = (i: number): Position => corners[i % n]!.at;
  let first: readonly [number, number] | null = null;
  const found = (i: number, j: number): void => {
    const [a, b] = [Math.min(i, j), Math.max(i, j)];
    if (first === null || a < first[0] || (a === first[0] && b < first[1])) first = [a, b];
  };
  // Neighbours share a corner; they may share no more.
  for (let i = 0; n > 3 && i < n; i++) {
    const [from, shared, to] = [corner(i), corner(i + 1), corner(i + 2)];
    if (side(from, shared, to) === 0 && (between(from, shared, to) || between(shared, to, from)))
      found(i, (i + 1) % n);
  }
  // Of the others only those can meet that stand over the same longitudes.
  const sides = corners
    .map((_, i) => {
      const [[ax], [bx]] = [corner(i), corner(i + 1)];
      return { i, west: Math.min(ax, bx), east: Math.max(ax, bx) };
    })
    .sort((a, b) => a.west - b.west);
  let pairs = 0;
  let over: typeof sides = [];
  for (const one of sides) {
    over = over.filter(({ east }) => east >= one.west);
    for (const { i } of over) {
      const apart = Math.abs(i - one.i);
      if (apart === 1 || apart === n - 1) continue;
      if (++pairs > MOST_PAIRS) return null;
      if (meet(corner(i), corner(i + 1), corner(one.i), corner(one.i + 1))) found(i, one.i);
    }
    over.push(one);
  }
  return first && [corners[first[0]]!.number, corners[first[1]]!.number];
};

/** Whether all corners of a ring lie on one line. */
export const enclosesNothing = (ring: readonly Position[]): boolean => {
  const points = metresOf(ring);
  return areaOf(points) <= 1e-9 * lengthOf(points) ** 2;
};
