import { orientOutward, signedVolume, type TriangleMesh } from '../geometry/triangle-mesh.ts';
import { mergeRights, type RightPrism } from './merge-rights.ts';
import { trespass } from './trespass.ts';

/** What of a working lies outside all rights together, m³. The parts add up to the whole. */
export interface OutsideRights {
  readonly volume: number;
  readonly inside: number;
  /** Beyond every border seen from above. */
  readonly beyondInPlan: number;
  /** Within a border, at heights none of the rights there has. */
  readonly otherHeights: number;
}

/** A share of the volume smaller than this is rounding, not trespass. */
const ROUNDING = 1e-9;

/**
 * @param mesh closed
 * @throws RangeError where the mesh is not closed or encloses nothing, or the outline of a right crosses itself
 */
export function outsideRights(mesh: TriangleMesh, rights: readonly RightPrism[]): OutsideRights {
  const outward = orientOutward(mesh);
  const volume = signedVolume(outward);
  if (!(volume > 0)) throw new RangeError('the mesh of a working must be closed and enclose a volume');
  const clean = (value: number): number => (Math.abs(value) <= ROUNDING * volume ? 0 : value);
  const within = (lower: number | null, upper: number | null, polygons: RightPrism['polygons']): number =>
    polygons.reduce((sum, polygon) => sum + trespass(outward, { id: '', polygon, lower, upper }).inside, 0);
  const inside = mergeRights(rights).reduce(
    (sum, { lower, upper, polygons }) => sum + within(lower, upper, polygons),
    0,
  );
  // In plan all rights are one, whatever their heights.
  const flat = mergeRights(rights.map(({ polygons }) => ({ polygons, lower: 0, upper: 1 })));
  const inPlan = flat.reduce((sum, { polygons }) => sum + within(null, null, polygons), 0);
  return {
    volume,
    inside: clean(inside),
    beyondInPlan: clean(volume - inPlan),
    otherHeights: clean(inPlan - inside),
  };
}
