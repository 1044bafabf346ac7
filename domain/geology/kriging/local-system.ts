import { type CovarianceInverse, createCovarianceInverse } from './covariance-inverse.ts';
import type { Drift } from './drift.ts';
import type { KrigingData } from './kriging-data.ts';
import { covarianceOfSquare, sill, type VariogramModel } from './variogram-model.ts';

/** An estimate and its kriging variance, in z's unit and its square. */
export interface Estimate {
  estimate: number;
  variance: number;
}

/**
 * The kriging equations of a set of neighbours, kept from place to place: where the set changes little, so does the work.
 *
 * With P the inverse covariance matrix of the neighbours, c their covariances to the place, F and f the drift functions at
 * the neighbours and at the place, z the values and C₀ the sill (G. Matheron 1971; N. Cressie, Statistics for Spatial Data,
 * 1993, eq. 3.4.2 and 3.4.3):
 *   A = F′PF,  g = f − F′Pc,
 *   estimate = c′Pz + g′A⁻¹F′Pz,  variance = C₀ − c′Pc + g′A⁻¹g.
 */
export interface LocalSystem {
  /** Makes the set exactly these points. False: no solution (points that coincide, or too few for the drift). */
  setMembers(indices: ArrayLike<number>, count: number): boolean;
  /** Begins anew: what follows does not depend, not even by rounding, on what came before. */
  forget(): void;
  /** Estimate at (x, y), which lies at (u, v) in the isotropic plane, from the members set last. */
  estimate(x: number, y: number, u: number, v: number, out: Estimate): void;
}

/** Of a set, so many changed that starting anew is cheaper: a change costs about 3n², a new start 2n³/3. */
const worthAnew = (changes: number, count: number): boolean => changes * 9 > count * 2;

export const createLocalSystem = (
  data: KrigingData,
  /** Coordinates of the data in the isotropic plane, two each. */
  plane: Float64Array,
  o: { readonly model: VariogramModel; readonly drift: Drift; readonly capacity: number },
): LocalSystem => {
  const { capacity, drift } = o;
  const p = drift.count;
  const covariance = covarianceOfSquare(o.model);
  const whole = sill(o.model);
  const inverse: CovarianceInverse = createCovarianceInverse(capacity);
  const P = inverse.values;
  const pointIn = new Int32Array(capacity).fill(-1);
  const slotOf = new Int32Array(data.x.length).fill(-1);
  const wanted = new Int32Array(data.x.length).fill(-1);
  let round = 0;
  let usable = false;

  // Taking the mean off keeps digits: with a constant in the drift it changes nothing.
  const mean = data.z.reduce((sum, value) => sum + value, 0) / Math.max(1, data.z.length);
  const slotU = new Float64Array(capacity);
  const slotV = new Float64Array(capacity);
  const slotZ = new Float64Array(capacity);
  const slotF = new Float64Array(capacity * p);
  const c = new Float64Array(capacity);
  const Pz = new Float64Array(capacity);
  const PF = new Float64Array(capacity * p);
  const FPz = new Float64Array(p);
  const A = new Float64Array(p * p);
  const f = new Float64Array(p);
  const g = new Float64Array(p);

  const addPoint = (point: number, slot: number): boolean => {
    const [u, v] = [plane[point * 2]!, plane[point * 2 + 1]!];
    for (let k = 0; k < capacity; k++) {
      const [du, dv] = [slotU[k]! - u, slotV[k]! - v];
      c[k] = pointIn[k]! < 0 ? 0 : covariance(du * du + dv * dv);
    }
    const error = data.error ? data.error[point]! : 0;
    if (!inverse.add(slot, c, whole + error * error)) return false;
    pointIn[slot] = point;
    slotOf[point] = slot;
    slotU[slot] = u;
    slotV[slot] = v;
    slotZ[slot] = data.z[point]! - mean;
    drift.at(data.x[point]!, data.y[point]!, f);
    for (let j = 0; j < p; j++) slotF[slot * p + j] = f[j]!;
    return true;
  };
  const removeSlot = (slot: number): void => {
    inverse.remove(slot);
    slotOf[pointIn[slot]!] = -1;
    pointIn[slot] = -1;
    slotZ[slot] = 0;
    slotF.fill(0, slot * p, slot * p + p);
  };
  const clear = (): void => {
    inverse.clear();
    for (let k = 0; k < capacity; k++) {
      if (pointIn[k]! >= 0) slotOf[pointIn[k]!] = -1;
      pointIn[k] = -1;
    }
    slotZ.fill(0);
    slotF.fill(0);
  };
  const refill = (indices: ArrayLike<number>, count: number): boolean => {
    let slot = 0;
    for (let i = 0; i < count; i++) {
      const point = indices[i]!;
      if (slotOf[point]! >= 0) continue;
      while (pointIn[slot]! >= 0) slot++;
      if (!addPoint(point, slot)) return false;
    }
    return true;
  };

  /** A becomes its inverse. False: the neighbours do not tell the drift functions apart. */
  const invertDrift = (): boolean => {
    if (p === 1) {
      if (!(A[0]! > 0)) return false;
      A[0] = 1 / A[0]!;
      return true;
    }
    return invertSymmetric(A, p);
  };
  const prepare = (): boolean => {
    A.fill(0);
    FPz.fill(0);
    for (let r = 0, row = 0; r < capacity; r++, row += capacity) {
      let sum = 0;
      for (let k = 0; k < capacity; k++) sum += P[row + k]! * slotZ[k]!;
      Pz[r] = sum;
      for (let j = 0; j < p; j++) {
        let dot = 0;
        for (let k = 0; k < capacity; k++) dot += P[row + k]! * slotF[k * p + j]!;
        PF[r * p + j] = dot;
      }
      for (let i = 0; i < p; i++) {
        const fi = slotF[r * p + i]!;
        FPz[i] = FPz[i]! + fi * sum;
        for (let j = 0; j < p; j++) A[i * p + j] = A[i * p + j]! + fi * PF[r * p + j]!;
      }
    }
    return invertDrift();
  };

  return {
    setMembers(indices, count) {
      round++;
      let missing = 0;
      for (let i = 0; i < count; i++) {
        wanted[indices[i]!] = round;
        if (slotOf[indices[i]!]! < 0) missing++;
      }
      const same = missing === 0 && inverse.count === count;
      if (same && usable) return true;
      usable = false;
      if (same || worthAnew(missing, count)) clear();
      else
        for (let k = 0; k < capacity; k++)
          if (pointIn[k]! >= 0 && wanted[pointIn[k]!] !== round) removeSlot(k);
      if (!refill(indices, count)) {
        clear();
        return false;
      }
      usable = prepare();
      return usable;
    },
    forget() {
      clear();
      usable = false;
    },
    estimate(x, y, u, v, out) {
      for (let k = 0; k < capacity; k++) {
        const [du, dv] = [slotU[k]! - u, slotV[k]! - v];
        c[k] = pointIn[k]! < 0 ? 0 : covariance(du * du + dv * dv);
      }
      let cPz = 0;
      let cPc = 0;
      for (let r = 0, row = 0; r < capacity; r++, row += capacity) {
        const cr = c[r]!;
        if (cr === 0) continue;
        cPz += cr * Pz[r]!;
        // P is symmetric: the half below the diagonal counts twice.
        let half = 0;
        for (let k = 0; k < r; k++) half += P[row + k]! * c[k]!;
        cPc += cr * (2 * half + P[row + r]! * cr);
      }
      drift.at(x, y, g);
      for (let j = 0; j < p; j++) {
        let sum = g[j]!;
        for (let k = 0; k < capacity; k++) sum -= PF[k * p + j]! * c[k]!;
        g[j] = sum;
      }
      let more = 0;
      let extra = 0;
      for (let i = 0; i < p; i++)
        for (let j = 0; j < p; j++) {
          const ag = A[i * p + j]! * g[j]!;
          more += FPz[i]! * ag;
          extra += g[i]! * ag;
        }
      out.estimate = mean + cPz + more;
      // At a value itself the two terms cancel, and rounding may leave less than nothing.
      out.variance = Math.max(0, whole - cPc + extra);
    },
  };
};

/** Gauss-Jordan in place, pivoting on the diagonal's largest rest; false where a pivot vanishes. */
const invertSymmetric = (a: Float64Array, n: number): boolean => {
  const largest = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const done = new Uint8Array(n);
  for (let step = 0; step < n; step++) {
    let k = -1;
    for (let i = 0; i < n; i++)
      if (!done[i] && (k < 0 || Math.abs(a[i * n + i]!) > Math.abs(a[k * n + k]!))) k = i;
    const pivot = a[k * n + k]!;
    if (!(Math.abs(pivot) > 1e-12 * largest)) return false;
    done[k] = 1;
    for (let j = 0; j < n; j++) if (j !== k) a[k * n + j] = a[k * n + j]! / pivot;
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = a[i * n + k]!;
      for (let j = 0; j < n; j++) if (j !== k) a[i * n + j] = a[i * n + j]! - factor * a[k * n + j]!;
      a[i * n + k] = -factor / pivot;
    }
    a[k * n + k] = 1 / pivot;
  }
  return true;
};
