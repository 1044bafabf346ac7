import type { RegisterMine } from '../contracts/county.ts';
import { rightParcels, rightPolygons } from './right-polygons.ts';

type Right = Omit<NonNullable<RegisterMine['right']>, 'validUntil'>;
type Place = readonly [number, number];

/** How two records of one right differ. */
export interface RightsUnlike {
  /** Metres in plan that a corner of one lies off the outlines of the other, the most of all. */
  readonly plan: number;
  /** Whether parcels of one have heights, or none stated, that no parcel of the other has. */
  readonly heights: boolean;
}

/** Metres: below this two records of one right are rounded, not unlike. */
const ALIKE = 1;

/** @param toPlan metres of a place in degrees @returns null: they are alike to a metre */
export const rightsUnlike = (
  one: Right,
  other: Right,
  toPlan: (place: Place) => Place,
): RightsUnlike | null => {
  const lines = ({ rings }: Right): Place[][] => rings.map((ring) => ring.map(toPlan));
  const [a, b] = [lines(one), lines(other)];
  const plan = Math.max(furthestOff(a, b), furthestOff(b, a));
  const heights = !haveHeights(one, other) || !haveHeights(other, one);
  const parcels = rightPolygons(one).length !== rightPolygons(other).length;
  return plan > ALIKE || heights || parcels ? { plan, heights } : null;
};

const furthestOff = (from: readonly Place[][], to: readonly Place[][]): number =>
  Math.max(...from.flat().map((at) => Math.min(...to.map((ring) => offLine(at, ring)))));

/** Metres from a point to a line of points. */
const offLine = ([x, y]: Place, line: readonly Place[]): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < line.length; i++) {
    const [[ax, ay], [bx, by]] = [line[i - 1]!, line[i]!];
    const [dx, dy] = [bx - ax, by - ay];
    const square = dx * dx + dy * dy;
    const along = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
    least = Math.min(least, Math.hypot(ax + along * dx - x, ay + along * dy - y));
  }
  return least;
};

const haveHeights = (one: Right, other: Right): boolean => {
  const those = rightParcels(other);
  return rightParcels(one).every((own) =>
    those.some((each) => isAlike(own.bottom, each.bottom) && isAlike(own.top, each.top)),
  );
};

const isAlike = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= ALIKE;
