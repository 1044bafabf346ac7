import type { Degrees, Metres } from '../../units/quantities.ts';

/**
 * Variogram models with the parameters of gstat (E. Pebesma, "Multivariable geostatistics in S: the gstat package",
 * Computers & Geosciences 30, 2004): at distance h > 0 the semivariance is nugget + partialSill · f(h / range), with
 *   spherical    f(r) = 1.5 r − 0.5 r³ for r < 1, else 1
 *   exponential  f(r) = 1 − exp(−r): 95 % of the sill at 3 ranges
 *   gaussian     f(r) = 1 − exp(−r²): 95 % of the sill at √3 ranges
 * and 0 at h = 0. The nugget is variation over distances shorter than any in the data, not error of measurement.
 */
export const VARIOGRAM_TYPES = ['spherical', 'exponential', 'gaussian'] as const;
export type VariogramType = (typeof VARIOGRAM_TYPES)[number];

export interface VariogramModel {
  readonly type: VariogramType;
  readonly nugget: number;
  readonly partialSill: number;
  readonly range: Metres;
  /** Left out: the same in all directions. */
  readonly anisotropy?: Anisotropy;
}

/** Geometric anisotropy: `range` holds along `azimuth`, `ratio` · range across it. */
export interface Anisotropy {
  /** Degrees clockwise from the y axis (north). */
  readonly azimuth: Degrees;
  /** 0…1. */
  readonly ratio: number;
}

export const sill = ({ nugget, partialSill }: VariogramModel): number => nugget + partialSill;

/** The f of the model's type: 0 at 0, towards 1 far away; `r` is distance ÷ range. */
export const structure = (type: VariogramType, r: number): number => {
  if (type === 'spherical') return r >= 1 ? 1 : r * (1.5 - 0.5 * r * r);
  if (type === 'exponential') return 1 - Math.exp(-r);
  return 1 - Math.exp(-r * r);
};

/** Semivariance at a distance, in the model's isotropic metric. */
export const semivariance = (model: VariogramModel, h: Metres): number =>
  h === 0 ? 0 : model.nugget + model.partialSill * structure(model.type, h / model.range);

/**
 * The covariance as a function of the squared distance: the sill where two points coincide, without the nugget a hair
 * beside. Made once for a model, so that the inner loops branch on nothing.
 */
export const covarianceOfSquare = (model: VariogramModel): ((h2: number) => number) => {
  const { nugget, partialSill, range, type } = model;
  const inverse = 1 / range;
  const whole = nugget + partialSill;
  if (type === 'spherical') {
    const range2 = range * range;
    return (h2) => {
      if (h2 >= range2) return 0;
      if (h2 === 0) return whole;
      const r = Math.sqrt(h2) * inverse;
      return partialSill * (1 - r * (1.5 - 0.5 * r * r));
    };
  }
  if (type === 'exponential')
    return (h2) => (h2 === 0 ? whole : partialSill * Math.exp(-Math.sqrt(h2) * inverse));
  const inverse2 = inverse * inverse;
  return (h2) => (h2 === 0 ? whole : partialSill * Math.exp(-h2 * inverse2));
};

/** Into the plane where the model is the same in all directions: turned, and stretched across the long axis. */
export const isotropicPlane = (
  anisotropy: Anisotropy | undefined,
): ((x: number, y: number, out: Float64Array, at: number) => void) => {
  if (!anisotropy || anisotropy.ratio === 1)
    return (x, y, out, at) => {
      out[at] = x;
      out[at + 1] = y;
    };
  if (!(anisotropy.ratio > 0 && anisotropy.ratio <= 1))
    throw new RangeError(`an anisotropy ratio lies above 0 and not above 1: ${anisotropy.ratio}`);
  const angle = (anisotropy.azimuth * Math.PI) / 180;
  const [sin, cos, stretch] = [Math.sin(angle), Math.cos(angle), 1 / anisotropy.ratio];
  return (x, y, out, at) => {
    out[at] = (x * cos - y * sin) * stretch;
    out[at + 1] = x * sin + y * cos;
  };
};
