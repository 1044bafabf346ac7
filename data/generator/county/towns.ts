import type { Plan } from '../place.ts';
import { randomStream } from '../random.ts';
import { COUNTY } from './county-place.ts';

export interface Town {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Where its office stands; its land is what is nearer to it than to any other. */
  readonly at: Plan;
  readonly isSeat?: boolean;
}

export const TOWNS: readonly Town[] = [
  { id: 'yunxiu', zh: '云岫镇', en: 'Yunxiu', at: [2650, -4300], isSeat: true },
  { id: 'qingshi', zh: '青石镇', en: 'Qingshi', at: [900, 3300] },
  { id: 'baiyun', zh: '白云镇', en: 'Baiyun', at: [8300, 1700] },
  { id: 'longtan', zh: '龙潭乡', en: 'Longtan', at: [-9300, 3600] },
  { id: 'liuhe', zh: '柳河镇', en: 'Liuhe', at: [-6700, -7200] },
  { id: 'beiling', zh: '北岭乡', en: 'Beiling', at: [3300, 12_200] },
  { id: 'shimen', zh: '石门镇', en: 'Shimen', at: [13_200, -6600] },
  { id: 'songxi', zh: '松溪乡', en: 'Songxi', at: [14_800, 8400] },
];

const CORNERS = 17;

/** Corners of the county before its border is roughened: an ellipse, a little square and a little bent. */
const outline = (): Plan[] =>
  Array.from({ length: CORNERS }, (_, k) => {
    const angle = ((k + 0.35 * Math.sin(3 * k)) / CORNERS) * 2 * Math.PI;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const square = 1 / (Math.abs(c) ** 2.6 + Math.abs(s) ** 2.6) ** (1 / 2.6);
    const r = square * (1 + 0.05 * Math.sin(2 * angle + 0.9) + 0.045 * Math.sin(3 * angle + 2.2));
    return [COUNTY.centre[0] + COUNTY.halfWidth * r * c, COUNTY.centre[1] + COUNTY.halfHeight * r * s];
  });

/** What of a convex ring is nearer to `own` than to `other`. */
const nearer = (ring: readonly Plan[], own: Plan, other: Plan): Plan[] => {
  const side = ([x, y]: Plan): number =>
    (x - own[0]) ** 2 + (y - own[1]) ** 2 - (x - other[0]) ** 2 - (y - other[1]) ** 2;
  return ring.flatMap((a, i) => {
    const b = ring[(i + 1) % ring.length]!;
    const [da, db] = [side(a), side(b)];
    const kept: Plan[] = da <= 0 ? [a] : [];
    if (da < 0 !== db < 0) {
      const t = da / (da - db);
      kept.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
    }
    return kept;
  });
};

const keyOf = ([x, y]: Plan): string => `${Math.round(x)} ${Math.round(y)}`;
const SHORTEST = 90;
const ROUGHNESS = 0.15;

/**
 * A border between two corners as hills draw it: the middle pushed aside again and again. Which way depends on the corners
 * alone, so both sides of a border are one line.
 */
const roughen = (from: Plan, to: Plan): Plan[] => {
  const forward = keyOf(from) < keyOf(to);
  const [a, b] = forward ? [from, to] : [to, from];
  const next = randomStream(Math.round(a[0] * 7 + a[1] * 131 + b[0] * 17 + b[1] * 37));
  const between = (p: Plan, q: Plan): Plan[] => {
    const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
    if (length < SHORTEST) return [];
    const push = (next() - 0.5) * 2 * ROUGHNESS * length;
    const middle: Plan = [
      Math.round((p[0] + q[0]) / 2 - ((q[1] - p[1]) / length) * push),
      Math.round((p[1] + q[1]) / 2 + ((q[0] - p[0]) / length) * push),
    ];
    return [...between(p, middle), middle, ...between(middle, q)];
  };
  const points = [a, ...between(a, b)];
  return forward ? points : [b, ...points.slice(1).reverse()];
};

/** Land of each town, rings not closed; neighbours share their border point for point. */
export const townRings = (): readonly Plan[][] => {
  const whole = outline();
  return TOWNS.map(({ at }) => {
    let cell: Plan[] = whole;
    for (const other of TOWNS) if (other.at !== at) cell = nearer(cell, at, other.at);
    const corners = cell.map(([x, y]): Plan => [Math.round(x), Math.round(y)]);
    return corners.flatMap((corner, i) => roughen(corner, corners[(i + 1) % corners.length]!));
  });
};

/** Border of the county: the borders of towns that no other town shares. */
export const countyRing = (rings: readonly (readonly Plan[])[]): Plan[] => {
  const sides = new Map<string, readonly [Plan, Plan]>();
  for (const ring of rings)
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length]!;
      if (!sides.delete(`${keyOf(b)}|${keyOf(a)}`)) sides.set(`${keyOf(a)}|${keyOf(b)}`, [a, b]);
    });
  const from = new Map([...sides.values()].map((side) => [keyOf(side[0]), side]));
  const ring: Plan[] = [];
  const start = [...from.keys()][0];
  for (let at = start; at !== undefined && ring.length <= sides.size; ) {
    const side = from.get(at);
    if (!side) break;
    ring.push(side[0]);
    at = keyOf(side[1]);
    if (at === start) break;
  }
  return ring;
};

const isInside = ([x, y]: Plan, ring: readonly Plan[]): boolean => {
  let inside = false;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
};

export const townAt = (at: Plan, rings: readonly (readonly Plan[])[]): Town | null =>
  TOWNS[rings.findIndex((ring) => isInside(at, ring))] ?? null;
