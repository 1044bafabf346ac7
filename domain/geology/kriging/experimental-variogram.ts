import type { Degrees, Metres } from '../../units/quantities.ts';
import type { KrigingData } from './kriging-data.ts';

/** One lag: pairs of about one distance. */
export interface Lag {
  /** Mean distance of its pairs, metres. */
  readonly distance: Metres;
  /** Half the mean squared difference (G. Matheron 1962), in z's unit squared. */
  readonly semivariance: number;
  readonly pairs: number;
}

export interface VariogramSearch {
  readonly lagWidth: Metres;
  /** Pairs farther apart are not looked at; a third of the data's extent is usual. */
  readonly maxDistance: Metres;
  /** Only pairs in this direction; left out: in all. */
  readonly direction?: {
    /** Degrees clockwise from the y axis (north); the opposite is the same. */
    readonly azimuth: Degrees;
    /** Degrees to either side. */
    readonly tolerance: Degrees;
    /** Metres to either side of the line; left out: any. */
    readonly bandwidth?: Metres;
  };
}

/**
 * Semivariance by distance. Lag k holds distances in (k·width, (k + 1)·width]; pairs at one place say nothing of distance
 * and are left out, as are values without a finite number. Lags without pairs are not listed.
 */
export const experimentalVariogram = (data: KrigingData, o: VariogramSearch): Lag[] => {
  const { x, y, z } = data;
  const bins = Math.ceil(o.maxDistance / o.lagWidth);
  const sums = new Float64Array(bins);
  const distances = new Float64Array(bins);
  const pairs = new Int32Array(bins);
  const angle = ((o.direction?.azimuth ?? 0) * Math.PI) / 180;
  const [east, north] = [Math.sin(angle), Math.cos(angle)];
  const cosine = o.direction ? Math.cos((Math.min(90, o.direction.tolerance) * Math.PI) / 180) : 0;
  const bandwidth = o.direction?.bandwidth ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i < x.length; i++)
    for (let j = i + 1; j < x.length; j++) {
      const [dx, dy] = [x[j]! - x[i]!, y[j]! - y[i]!];
      const h = Math.hypot(dx, dy);
      if (!(h > 0 && h <= o.maxDistance)) continue;
      if (o.direction) {
        const along = Math.abs(dx * east + dy * north);
        if (along < cosine * h * (1 - 1e-12) || Math.abs(dx * north - dy * east) > bandwidth) continue;
      }
      const difference = z[j]! - z[i]!;
      if (!Number.isFinite(difference)) continue;
      const bin = Math.min(bins - 1, Math.ceil(h / o.lagWidth) - 1);
      sums[bin] = sums[bin]! + difference * difference;
      distances[bin] = distances[bin]! + h;
      pairs[bin] = pairs[bin]! + 1;
    }
  return Array.from(pairs, (count, bin) => ({
    distance: (distances[bin]! / count) as Metres,
    semivariance: sums[bin]! / (2 * count),
    pairs: count,
  })).filter((lag) => lag.pairs > 0);
};
