import type { RegisterMine } from '../contracts/county.ts';

type Right = NonNullable<RegisterMine['right']>;
type Ring = Right['rings'][number];

/** A field of a right: its outline, then its holes, and between which heights. Metres above the datum; null: not stated. */
export interface Parcel {
  readonly rings: readonly Ring[];
  readonly bottom: number | null;
  readonly top: number | null;
}

/** The parcels of a right: each its outline, then its holes. */
export const rightPolygons = ({ rings, holes = [] }: Pick<Right, 'rings' | 'holes'>): Ring[][] => {
  const isHole = new Set(holes);
  const polygons: Ring[][] = [];
  rings.forEach((ring, i) => {
    const last = polygons.at(-1);
    if (last && isHole.has(i)) last.push(ring);
    else polygons.push([ring]);
  });
  return polygons;
};

/** The same with each one's own heights: a shallow field is not as deep as one beside it. */
export const rightParcels = (right: Omit<Right, 'validUntil'>): Parcel[] =>
  rightPolygons(right).map((rings, i) => {
    const { bottom, top } = right.heights?.[i] ?? right;
    return { rings, bottom, top };
  });

/**
 * Parcels as the register holds them: their rings one after another, which of them are holes, and the heights that hold them all;
 * those of each where they are not alike.
 */
export const asRight = (parcels: readonly Parcel[]): Omit<Right, 'validUntil'> => {
  const holes = parcels
    .flatMap(({ rings }) => rings.map((_, i) => i > 0))
    .flatMap((is, i) => (is ? [i] : []));
  const heights = parcels.map(({ bottom, top }) => ({ bottom, top }));
  const [first] = heights;
  const isAlike = heights.every(({ bottom, top }) => bottom === first?.bottom && top === first.top);
  return {
    rings: parcels.flatMap(({ rings }) => rings),
    ...(holes.length > 0 ? { holes } : {}),
    bottom: ofAll(
      heights.map(({ bottom }) => bottom),
      Math.min,
    ),
    top: ofAll(
      heights.map(({ top }) => top),
      Math.max,
    ),
    ...(isAlike ? {} : { heights }),
  };
};

/** null: of one it is not stated, so of all it is not known. */
const ofAll = (all: readonly (number | null)[], pick: (...all: number[]) => number): number | null => {
  const stated = all.flatMap((one) => one ?? []);
  return stated.length === all.length && stated.length > 0 ? pick(...stated) : null;
};
