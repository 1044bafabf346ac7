import { distanceOutsideHull } from '../../geometry/plan-hull.ts';
import { type Metres, metres } from '../../units/quantities.ts';
import type { GridSpec } from '../geological-model.ts';
import { type CrossValidation, crossValidate } from '../kriging/cross-validation.ts';
import { experimentalVariogram } from '../kriging/experimental-variogram.ts';
import { type FitDoubt, fitBestVariogram } from '../kriging/fit-variogram.ts';
import { krigeGrid } from '../kriging/krige-grid.ts';
import { createKriger, type KrigingOptions } from '../kriging/kriger.ts';
import { type KrigingData, type MergedData, mergeCoincident } from '../kriging/kriging-data.ts';
import type { VariogramModel } from '../kriging/variogram-model.ts';
import { affordableTrend, fitTrend, type TrendDegree, trendDrift } from './trend.ts';

/** Known of a surface without being on it: it passes at or below, or at or above, this point. */
export interface SurfaceBound {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly side: 'at-or-below' | 'at-or-above';
}

export interface SurfaceFit {
  readonly model: VariogramModel;
  /** `given`: by the manifest; `assumed`: too few contacts to fit, `doubts` say why. */
  readonly origin: 'given' | 'fitted' | 'assumed';
  readonly doubts: readonly FitDoubt[];
  readonly trend: TrendDegree;
  /** The sill was multiplied by this, so that the standard deviations are no smaller than the errors left-out holes show. */
  readonly widened: number;
  readonly crossValidation: CrossValidation | null;
  /** For each value given, its index in `data` and `crossValidation`: values at one place are one there. */
  readonly into: Int32Array;
  /** What the standard deviation rests on. */
  readonly data: MergedData;
  /** The steepest the trend rises at any value, metres a metre in plan. */
  readonly slope: number;
  /** Indices of bounds the surface was bent to keep, and of those it could not keep. */
  readonly kept: readonly number[];
  readonly broken: readonly number[];
  /** Estimate with the bounds, and standard deviation by the contacts alone, at every node. */
  grid(spec: GridSpec): { readonly estimate: Float64Array; readonly deviation: Float64Array };
  at(x: number, y: number): { readonly estimate: number; readonly deviation: number };
}

export interface SurfaceOptions {
  readonly trend: TrendDegree;
  /** Left out: fitted to the values. */
  readonly model?: VariogramModel;
  /** Values nearer than this in plan are one place; left out: half a metre. */
  readonly samePlace?: Metres;
}

/** With fewer values nothing can be said of how they vary, so no surface is made. */
export const LEAST_VALUES = 3;
/** Values that count at one place; beyond so many the far ones carry next to no weight. */
export const NEIGHBOURS = 64;
/** Two values nearer than this in plan are one place: two holes from one pad, two readings of one contact. */
const SAME_PLACE = metres(0.5);
/** Lags up to half of the data's extent: beyond, few pairs from the rim speak for all. */
const LAGS = 12;
/** A bound broken by less is kept: logs are written to the centimetre. */
const BOUND_SLACK = 0.02;
/**
 * Kriging with a trend takes the trend for true wherever it goes. Past the outermost contacts nobody has seen whether a dip
 * goes on, ends or doubles: any share of it from none to twice is taken for as likely, a uniform distribution, whose
 * standard deviation is 1/√3 of its half width.
 */
const SLOPE_DOUBT = 1 / Math.sqrt(3);
/** Rounds of bending a surface to its bounds; each takes in all that are broken, so few are needed. */
const MOST_ROUNDS = 30;

/**
 * Fits a surface to values at places, by kriging with a trend, and bends it to keep bounds. Bounds that the estimate breaks
 * join the data at the least value that keeps them, and leave them again where the surface keeps them by itself: the
 * active-set solution of kriging under inequalities (O. Dubrule, C. Kostov, "An interpolation method taking into account
 * inequality constraints", Mathematical Geology 18, 1986). A bound bends the estimate and makes nothing more certain: the
 * standard deviation rests on the values alone, and grows with the slope outside them.
 * @returns null with fewer than LEAST_VALUES places
 */
export const fitSurface = (
  values: KrigingData,
  bounds: readonly SurfaceBound[],
  o: SurfaceOptions,
): SurfaceFit | null => {
  const data = mergeCoincident(values, o.samePlace ?? SAME_PLACE);
  if (data.x.length < LEAST_VALUES) return null;
  let trend = affordableTrend(o.trend, data.x.length);
  let fitted = fitTrend(data, trendDrift(trend, data));
  // All holes on one line say nothing of a slope across it.
  if (!fitted) [trend, fitted] = [0, fitTrend(data, trendDrift(0, data))!];
  const drift = trendDrift(trend, data);
  const found = o.model
    ? { model: o.model, origin: 'given' as const, doubts: [] }
    : fittedModel({ ...data, z: fitted.residuals });
  const options = (model: VariogramModel): KrigingOptions => ({
    model,
    drift,
    neighbourhood: { count: NEIGHBOURS },
  });
  const groups = new Set(data.group ?? data.x.keys()).size;
  const first = groups >= LEAST_VALUES ? crossValidate(data, options(found.model)) : null;
  const widened = o.model || !first ? 1 : widening(first);
  const model =
    widened === 1
      ? found.model
      : {
          ...found.model,
          nugget: found.model.nugget * widened,
          partialSill: found.model.partialSill * widened,
        };
  const crossValidation = widened === 1 ? first : crossValidate(data, options(model));
  const { bent, kept, broken } = keepBounds(data, bounds, options(model));
  const estimates = createKriger(bent, options(model));
  const certainty = createKriger(data, options(model));
  const out = { estimate: 0, variance: 0 };
  const { slope } = fitted;
  const deviationOf = surfaceDoubt(data, slope);
  return {
    ...found,
    model,
    trend,
    widened,
    crossValidation: crossValidation && crossValidation.estimated > 0 ? crossValidation : null,
    into: data.into,
    data,
    slope,
    kept,
    broken,
    grid(spec) {
      const own = krigeGrid(data, spec, options(model));
      const estimate = bent === data ? own.estimate : krigeGrid(bent, spec, options(model)).estimate;
      const deviation = own.variance.map((variance, k) =>
        deviationOf(
          variance,
          spec.east + (k % spec.columns) * spec.cell,
          spec.north + Math.floor(k / spec.columns) * spec.cell,
        ),
      );
      return { estimate, deviation };
    },
    at(x, y) {
      estimates.at(x, y, out);
      const { estimate } = out;
      certainty.at(x, y, out);
      return { estimate, deviation: deviationOf(out.variance, x, y) };
    },
  };
};

/** Standard deviation of a surface from its kriging variance and how far it goes on beyond its values. */
export const surfaceDoubt = (
  { x: xs, y: ys }: Pick<KrigingData, 'x' | 'y'>,
  slope: number,
): ((variance: number, x: number, y: number) => number) => {
  const outside = distanceOutsideHull(xs, ys);
  return (variance, x, y) =>
    Math.hypot(Math.sqrt(Math.max(0, variance)), slope === 0 ? 0 : slope * outside(x, y) * SLOPE_DOUBT);
};

/** Types tried: the Gaussian is so smooth that with scattered holes it claims a certainty nobody has; a manifest may give it. */
const TYPES_TRIED = ['spherical', 'exponential'] as const;
/** Variation assumed of values that show none, metres: what a log is written to. */
const LOGGED_TO = 0.05;

const fittedModel = (
  data: KrigingData,
): {
  readonly model: VariogramModel;
  readonly origin: 'fitted' | 'assumed';
  readonly doubts: readonly FitDoubt[];
} => {
  const extent = Math.hypot(spanOf(data.x), spanOf(data.y));
  const maxDistance = (extent / 2) as Metres;
  const lags = experimentalVariogram(data, { lagWidth: (maxDistance / LAGS) as Metres, maxDistance });
  const fit = fitBestVariogram(lags, TYPES_TRIED);
  if (fit.model) return { model: fit.model, origin: 'fitted', doubts: fit.doubts };
  // The values' own spread as the sill, reached at half the extent: the variance is right on the whole, its shape is not known.
  const spread = data.z.reduce((sum, value) => sum + value * value, 0) / Math.max(1, data.z.length - 1);
  return {
    model: {
      type: 'spherical',
      nugget: 0,
      partialSill: Math.max(spread, LOGGED_TO ** 2),
      range: metres(Math.max(1, extent / 2)),
    },
    origin: 'assumed',
    doubts: fit.doubts,
  };
};

const spanOf = (values: Float64Array): number =>
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) -
  values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

/** Factor by which the mean squared error of left-out holes exceeds what the model says of itself; never below 1. */
const widening = ({ errors, deviations, estimated }: CrossValidation): number => {
  let sum = 0;
  errors.forEach((error, i) => {
    if (!Number.isNaN(error) && deviations[i]! > 0) sum += (error / deviations[i]!) ** 2;
  });
  return estimated > 0 ? Math.max(1, sum / estimated) : 1;
};

const keepBounds = (
  data: KrigingData,
  bounds: readonly SurfaceBound[],
  o: KrigingOptions,
): { readonly bent: KrigingData; readonly kept: readonly number[]; readonly broken: readonly number[] } => {
  const out = { estimate: 0, variance: 0 };
  const excess = (bound: SurfaceBound): number =>
    bound.side === 'at-or-below' ? out.estimate - bound.z : bound.z - out.estimate;
  const isFree = bounds.map(({ x, y }) => !near(data, x, y));
  let active: number[] = [];
  let bent = data;
  const seen = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const kriger = createKriger(bent, o);
    const broken = bounds
      .flatMap((bound, index) => {
        if (!isFree[index] || active.includes(index) || kriger.at(bound.x, bound.y, out) !== null) return [];
        const by = excess(bound);
        return by > BOUND_SLACK ? [{ index, by }] : [];
      })
      .sort((a, b) => b.by - a.by || a.index - b.index)
      .map(({ index }) => index);
    // One that the surface now keeps without being held may let go; only while nothing else is broken, or both chase each other.
    const loose = broken.length > 0 ? [] : active.filter((i) => keepsWithout(i, active, data, bounds, o));
    if (broken.length === 0 && loose.length === 0) break;
    const next = [...active.filter((i) => i !== loose[0]), ...spaced(broken, active, bounds)].sort(
      (a, b) => a - b,
    );
    if (seen.has(next.join())) break;
    seen.add(next.join());
    active = next;
    bent = withBounds(
      data,
      active.map((i) => bounds[i]!),
    );
  }
  const kriger = createKriger(bent, o);
  const broken = bounds.flatMap((bound, i) =>
    kriger.at(bound.x, bound.y, out) === null && excess(bound) > BOUND_SLACK && !active.includes(i)
      ? [i]
      : [],
  );
  return { bent, kept: active, broken };
};

const keepsWithout = (
  index: number,
  active: readonly number[],
  data: KrigingData,
  bounds: readonly SurfaceBound[],
  o: KrigingOptions,
): boolean => {
  const out = { estimate: 0, variance: 0 };
  const { x, y, z, side } = bounds[index]!;
  const others = active.filter((i) => i !== index).map((i) => bounds[i]!);
  if (createKriger(withBounds(data, others), o).at(x, y, out) !== null) return false;
  return (side === 'at-or-below' ? out.estimate - z : z - out.estimate) <= 0;
};

/** Of broken bounds at one place only the first, the worst: two values at one place would contradict each other. */
const spaced = (
  broken: readonly number[],
  active: readonly number[],
  bounds: readonly SurfaceBound[],
): number[] => {
  const chosen: number[] = [];
  for (const i of broken) {
    const { x, y } = bounds[i]!;
    const taken = [...active, ...chosen].some(
      (k) => Math.hypot(bounds[k]!.x - x, bounds[k]!.y - y) <= SAME_PLACE,
    );
    if (!taken) chosen.push(i);
  }
  return chosen;
};

const near = (data: KrigingData, x: number, y: number): boolean =>
  data.x.some((value, i) => Math.hypot(value - x, data.y[i]! - y) <= SAME_PLACE);

const withBounds = (data: KrigingData, bounds: readonly SurfaceBound[]): KrigingData => {
  if (bounds.length === 0) return data;
  const join = (own: Float64Array, more: (bound: SurfaceBound) => number) =>
    Float64Array.from([...own, ...bounds.map(more)]);
  return {
    x: join(data.x, ({ x }) => x),
    y: join(data.y, ({ y }) => y),
    z: join(data.z, ({ z }) => z),
    ...(data.error ? { error: join(data.error, () => 0) } : {}),
  };
};
