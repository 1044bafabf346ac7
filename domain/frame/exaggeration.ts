import type { Metres } from '../units/quantities.ts';
import { type EnuPoint, enu } from './coordinates.ts';
import { invertRigid, multiply4 } from './matrix4.ts';

/**
 * Vertical exaggeration: heights are stretched by `factor` away from `pivotUp`, in the mine's own frame.
 * Slicing planes, picks and labels must go through the same functions as the drawing, or they lie.
 */

/** Where a point is drawn. */
export const exaggerate = (p: EnuPoint, factor: number, pivotUp: Metres): EnuPoint =>
  enu(p[0], p[1], pivotUp + (p[2] - pivotUp) * factor);

/** The true place of a point picked in the exaggerated picture. */
export const unexaggerate = (p: EnuPoint, factor: number, pivotUp: Metres): EnuPoint =>
  enu(p[0], p[1], pivotUp + (p[2] - pivotUp) / factor);

/**
 * Model matrix M (16, column-major, ECEF → ECEF) to put before a tileset whose root transform is `enuToEcef`:
 * M · enuToEcef · p = enuToEcef · exaggerate(p).
 * @param enuToEcef rigid 4 × 4, column-major, as in the catalog
 * @throws RangeError where the factor is not a positive number
 */
export function exaggerationMatrix(enuToEcef: readonly number[], factor: number, pivotUp: Metres): number[] {
  if (!(factor > 0 && Number.isFinite(factor)))
    throw new RangeError(`vertical exaggeration must be a positive number, got ${factor}`);
  const stretch = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, factor, 0, 0, 0, pivotUp * (1 - factor), 1];
  return multiply4(multiply4(enuToEcef, stretch), invertRigid(enuToEcef));
}
