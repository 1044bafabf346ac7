import { eliminate } from '../kriging/gaussian-elimination.ts';
import type { SignedSample } from './signed-samples.ts';

/** How a body lies: alike along its plane much farther than across it. */
export interface BodyPlane {
  /** Compass direction it dips to, and degrees below the horizon. */
  readonly dipDirection: number;
  readonly dip: number;
  /** Distance across the plane that counts as 1 along it, 0…1. */
  readonly across: number;
}

export interface BodyField {
  /** Estimated distance from the skin, positive inside; no more than the way back to the reach of the samples. */
  at(x: number, y: number, z: number): number;
  /** Standard deviation of that distance, metres; NaN beyond the reach of the samples. */
  deviation(x: number, y: number, z: number): number;
  /** Each hole's contacts estimated from all other holes. */
  readonly crossValidation: {
    readonly holes: number;
    readonly contacts: number;
    readonly meanError: number;
    readonly rmse: number;
    readonly inside95: number;
    /** Share of places between contacts that come out on the right side of the skin. */
    readonly rightSide: number;
  } | null;
  /** Slope of the linear variogram of the distances, m² per metre. */
  readonly slope: number;
}

/** Samples a dense system is solved for in seconds; more are refused, the caller takes them farther apart. */
export const MOST_SAMPLES = 1500;
/** Samples nearer than this are one place. */
const SAME_PLACE = 0.3;
/** Neighbours the deviation and the left-out estimates rest on. */
const NEIGHBOURS = 32;

/**
 * A body as the places where an interpolated distance from its skin is above nothing (potential-field or implicit modelling: C. Lajaunie,
 * G. Courrioux, L. Manuel, Mathematical Geology 29, 1997). The distance is kriged with a linear variogram and an unknown constant
 * mean from all samples, which is the smoothest field through them in the sense of the biharmonic spline (G. Matheron, 1981).
 * Beyond `reach` of every sample nothing is said: the body ends there, and its skin there is not known.
 * @returns null where no sample is inside or none outside: there is no skin to find
 * @throws RangeError with more than MOST_SAMPLES samples
 */
export const bodyField = (
  given: readonly SignedSample[],
  o: { readonly reach: number; readonly plane?: BodyPlane },
): BodyField | null => {
  const samples = apart(given);
  if (samples.length > MOST_SAMPLES)
    throw new RangeError(`${samples.length} samples are more than ${MOST_SAMPLES}: take them farther apart`);
  if (!samples.some(({ value }) => value > 0) || !samples.some(({ value }) => value < 0)) return null;
  const n = samples.length;
  const stretch = stretcher(o.plane);
  const own = new Float64Array(n * 3);
  const flat = new Float64Array(n * 3);
  samples.forEach(({ at }, i) => {
    own.set(at, i * 3);
    stretch(at[0], at[1], at[2], flat, i * 3);
  });
  const values = Float64Array.from(samples, ({ value }) => value);
  const near = nearIndex(own, o.reach);
  const weights = splineWeights(flat, values);
  const place = new Float64Array(3);
  const field = (x: number, y: number, z: number): number => {
    const nearest = near(x, y, z);
    // Out of reach it is outside, whatever the spline would say.
    if (nearest >= o.reach) return o.reach - nearest;
    stretch(x, y, z, place, 0);
    let sum = weights[n]!;
    for (let i = 0, k = 0; i < n; i++, k += 3) {
      const [a, b, c] = [place[0]! - flat[k]!, place[1]! - flat[k + 1]!, place[2]! - flat[k + 2]!];
      sum += weights[i]! * Math.sqrt(a * a + b * b + c * c);
    }
    return Math.min(sum, o.reach - nearest);
  };
  // A slope too low for the errors of left-out holes is raised to them, never lowered: estimates do not depend on it.
  const first = linearSlope(flat, samples, o.reach);
  const left = leaveHolesOut(samples, flat, localKriging(flat, values, first));
  const widened = left ? Math.max(1, left.meanSquare) : 1;
  const slope = first * widened;
  const local = localKriging(flat, values, slope);
  return {
    at: field,
    deviation(x, y, z) {
      // The grid of the mesh may put a vertex of the outermost skin a little inside.
      if (near(x, y, z) > o.reach * 0.98) return Number.NaN;
      stretch(x, y, z, place, 0);
      return local(place, () => true)?.deviation ?? Number.NaN;
    },
    crossValidation: leaveHolesOut(samples, flat, local)?.account ?? null,
    slope,
  };
};

/** Distance to the nearest of the points, or the reach or more where none is within it. */
const nearIndex = (points: Float64Array, reach: number): ((x: number, y: number, z: number) => number) => {
  const cells = new Map<number, number[]>();
  const [ox, oy, oz] = [points[0]!, points[1]!, points[2]!];
  const cellOf = (value: number, origin: number): number => Math.floor((value - origin) / reach);
  // Two thousand cells either way, far beyond any mine at any reach.
  const key = (i: number, j: number, k: number): number =>
    ((i + 2048) * 4096 + (j + 2048)) * 4096 + (k + 2048);
  for (let at = 0; at < points.length; at += 3) {
    const own = key(cellOf(points[at]!, ox), cellOf(points[at + 1]!, oy), cellOf(points[at + 2]!, oz));
    const list = cells.get(own);
    if (list) list.push(at);
    else cells.set(own, [at]);
  }
  return (x, y, z) => {
    const [i, j, k] = [cellOf(x, ox), cellOf(y, oy), cellOf(z, oz)];
    let least = Number.POSITIVE_INFINITY;
    for (let a = i - 1; a <= i + 1; a++)
      for (let b = j - 1; b <= j + 1; b++)
        for (let c = k - 1; c <= k + 1; c++) {
          const list = cells.get(key(a, b, c));
          if (!list) continue;
          for (const at of list) {
            const [dx, dy, dz] = [x - points[at]!, y - points[at + 1]!, z - points[at + 2]!];
            const square = dx * dx + dy * dy + dz * dz;
            if (square < least) least = square;
          }
        }
    return Math.max(Math.sqrt(least), least === Number.POSITIVE_INFINITY ? 2 * reach : 0);
  };
};

/** The first of samples at one place; a contact before what lies beside it. */
const apart = (samples: readonly SignedSample[]): SignedSample[] => {
  const taken = new Set<string>();
  return samples
    .toSorted((a, b) => Number(b.isContact) - Number(a.isContact))
    .filter(({ at }) => {
      const key = at.map((value) => Math.round(value / SAME_PLACE)).join();
      if (taken.has(key)) return false;
      taken.add(key);
      return true;
    });
};

type Stretch = (x: number, y: number, z: number, out: Float64Array, at: number) => void;

/** Into the space where the body is alike in all directions: turned into its plane, and stretched across it. */
const stretcher = (plane: BodyPlane | undefined): Stretch => {
  if (!plane)
    return (x, y, z, out, at) => {
      out[at] = x;
      out[at + 1] = y;
      out[at + 2] = z;
    };
  const [a, d] = [(plane.dipDirection * Math.PI) / 180, (plane.dip * Math.PI) / 180];
  const normal = [Math.sin(a) * Math.sin(d), Math.cos(a) * Math.sin(d), Math.cos(d)] as const;
  const more = 1 / plane.across - 1;
  return (x, y, z, out, at) => {
    const off = more * (x * normal[0] + y * normal[1] + z * normal[2]);
    out[at] = x + off * normal[0];
    out[at + 1] = y + off * normal[1];
    out[at + 2] = z + off * normal[2];
  };
};

const distance = (points: Float64Array, i: number, j: number): number =>
  Math.hypot(
    points[i * 3]! - points[j * 3]!,
    points[i * 3 + 1]! - points[j * 3 + 1]!,
    points[i * 3 + 2]! - points[j * 3 + 2]!,
  );

/** Least-squares slope of half the squared difference by distance, over pairs within the reach. */
const linearSlope = (points: Float64Array, samples: readonly SignedSample[], reach: number): number => {
  let [top, bottom] = [0, 0];
  for (let i = 0; i < samples.length; i++)
    for (let j = i + 1; j < samples.length; j++) {
      const h = distance(points, i, j);
      if (h > reach || samples[i]!.hole === samples[j]!.hole) continue;
      top += (h * (samples[i]!.value - samples[j]!.value) ** 2) / 2;
      bottom += h * h;
    }
  // Without pairs between holes: what a distance itself does, one metre a metre over the reach.
  return bottom > 0 && top > 0 ? top / bottom : reach / 2;
};

/** Weights of −distance at every sample, and the mean last. */
const splineWeights = (points: Float64Array, values: Float64Array): Float64Array => {
  const n = values.length;
  const size = n + 1;
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const h = distance(points, i, j);
      matrix[i * size + j] = h;
      matrix[j * size + i] = h;
    }
    matrix[i * size + n] = 1;
    matrix[n * size + i] = 1;
    right[i] = values[i]!;
  }
  eliminate(matrix, right);
  return right;
};

type LocalKriging = (
  place: Float64Array,
  takes: (sample: number) => boolean,
) => { readonly estimate: number; readonly deviation: number } | null;

/** Ordinary kriging with the linear variogram from the nearest samples; null where they do not determine it. */
const localKriging =
  (points: Float64Array, values: Float64Array, slope: number): LocalKriging =>
  (place, takes) => {
    const ranked: { readonly index: number; readonly h: number }[] = [];
    for (let i = 0; i < values.length; i++) {
      if (!takes(i)) continue;
      const h = Math.hypot(
        place[0]! - points[i * 3]!,
        place[1]! - points[i * 3 + 1]!,
        place[2]! - points[i * 3 + 2]!,
      );
      if (ranked.length === NEIGHBOURS && h >= ranked.at(-1)!.h) continue;
      let k = ranked.length;
      while (k > 0 && ranked[k - 1]!.h > h) k--;
      ranked.splice(k, 0, { index: i, h });
      if (ranked.length > NEIGHBOURS) ranked.pop();
    }
    const n = ranked.length;
    if (n < 2) return null;
    const size = n + 1;
    const matrix = new Float64Array(size * size);
    const right = new Float64Array(size);
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < a; b++) {
        const gamma = slope * distance(points, ranked[a]!.index, ranked[b]!.index);
        matrix[a * size + b] = gamma;
        matrix[b * size + a] = gamma;
      }
      matrix[a * size + n] = 1;
      matrix[n * size + a] = 1;
      right[a] = slope * ranked[a]!.h;
    }
    right[n] = 1;
    const gammas = right.slice();
    if (!eliminate(matrix, right)) return null;
    let [estimate, variance] = [0, right[n]!];
    for (let a = 0; a < n; a++) {
      estimate += right[a]! * values[ranked[a]!.index]!;
      variance += right[a]! * gammas[a]!;
    }
    return { estimate, deviation: Math.sqrt(Math.max(0, variance)) };
  };

const leaveHolesOut = (
  samples: readonly SignedSample[],
  flat: Float64Array,
  local: LocalKriging,
): { readonly account: NonNullable<BodyField['crossValidation']>; readonly meanSquare: number } | null => {
  const holes = new Set(samples.map(({ hole }) => hole));
  if (holes.size < 3) return null;
  let [contacts, sum, squares, inside, sides, right, standardised] = [0, 0, 0, 0, 0, 0, 0];
  samples.forEach(({ value, hole, isContact }, i) => {
    const found = local(flat.subarray(i * 3, i * 3 + 3), (other) => samples[other]!.hole !== hole);
    if (!found) return;
    if (isContact) {
      contacts++;
      sum += found.estimate;
      squares += found.estimate ** 2;
      standardised += (found.estimate / found.deviation) ** 2;
      if (Math.abs(found.estimate) <= 1.96 * found.deviation) inside++;
    } else {
      sides++;
      if (found.estimate > 0 === value > 0) right++;
    }
  });
  if (contacts === 0) return null;
  return {
    account: {
      holes: holes.size,
      contacts,
      meanError: sum / contacts,
      rmse: Math.sqrt(squares / contacts),
      inside95: inside / contacts,
      rightSide: sides > 0 ? right / sides : Number.NaN,
    },
    meanSquare: standardised / contacts,
  };
};
