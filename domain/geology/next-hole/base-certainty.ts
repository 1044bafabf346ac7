import { metres } from '../../units/quantities.ts';
import { createKriger } from '../kriging/kriger.ts';
import type { VariogramModel } from '../kriging/variogram-model.ts';
import { NEIGHBOURS, surfaceDoubt } from '../stratigraphy/surface-fit.ts';
import { type TrendDegree, trendDrift } from '../stratigraphy/trend.ts';

/** What the standard deviation of a kriged surface rests on: places and doubts of its values, but not the values. */
export interface CertaintyBasis {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Standard deviation of each value, metres. */
  readonly error: Float64Array;
  readonly model: VariogramModel;
  readonly trend: TrendDegree;
  /** Metres a metre. */
  readonly slope: number;
}

/** Two holes nearer than this in plan would tell the same: one more changes nothing. */
const SAME_PLACE = metres(0.5);

/**
 * The standard deviation of the surface at places in plan, metres, as `fitSurface` computes it; NaN where it has none.
 * @param more places that are taken to have been drilled as well, exactly. The trend's slope and the variogram stay as they are:
 *   nobody knows what the new hole will say of them.
 */
export const baseCertainty = (
  basis: CertaintyBasis,
  more: readonly { readonly x: number; readonly y: number }[] = [],
): ((x: number, y: number) => number) => {
  const added = more.filter((one) =>
    basis.x.every((x, i) => Math.hypot(x - one.x, basis.y[i]! - one.y) > SAME_PLACE),
  );
  const join = (own: Float64Array, of: (one: { readonly x: number; readonly y: number }) => number) =>
    Float64Array.from([...own, ...added.map(of)]);
  const x = join(basis.x, (one) => one.x);
  const y = join(basis.y, (one) => one.y);
  const data = { x, y, z: new Float64Array(x.length), error: join(basis.error, () => 0) };
  // The drift is centred on the values it was made from: where its origin lies changes nothing.
  const kriger = createKriger(data, {
    model: basis.model,
    drift: trendDrift(basis.trend, basis),
    neighbourhood: { count: NEIGHBOURS },
  });
  const doubt = surfaceDoubt(data, basis.slope);
  const out = { estimate: 0, variance: 0 };
  return (px, py) => (kriger.at(px, py, out) === null ? doubt(out.variance, px, py) : Number.NaN);
};
