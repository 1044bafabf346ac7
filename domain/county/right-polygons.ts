import type { RegisterMine } from '../contracts/county.ts';

type Right = NonNullable<RegisterMine['right']>;
type Ring = Right['rings'][number];

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

/** Parcels as the register holds them: their rings one after another, and which of them are holes. */
export const asRings = (polygons: readonly (readonly Ring[])[]): Pick<Right, 'rings' | 'holes'> => {
  const holes = polygons
    .flatMap((polygon) => polygon.map((_, i) => i > 0))
    .flatMap((isHole, i) => (isHole ? [i] : []));
  return { rings: polygons.flat(), ...(holes.length > 0 ? { holes } : {}) };
};
