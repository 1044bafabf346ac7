import type { Catalog } from '../../../../domain/contracts/catalog.ts';

/** Metres in plan from the frame's origin within which all of the mine lies. */
export const reachOf = ({ extent: { min, max } }: Pick<Catalog, 'extent'>): number =>
  Math.hypot(Math.max(-min[0], max[0]), Math.max(-min[1], max[1]));
