import type { Vec3 } from '../geometry/bounds.ts';

/**
 * What is measured in the mine, as the link holds it: points in the mine's ENU frame, metres, true heights whatever the
 * picture exaggerates. Numbers for people are made from the survey's own coordinates of these points.
 */
export const MEASURE_KINDS = ['distance', 'path', 'area', 'attitude', 'angle', 'volume', 'block'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** One of the surfaces a volume lies between. */
export type VolumeSurface =
  | { readonly kind: 'ground' }
  /** ENU up. */
  | { readonly kind: 'level'; readonly up: number }
  /** The base of a unit of the column, by its id. */
  | { readonly kind: 'base'; readonly unit: string };

interface Points {
  readonly points: readonly Vec3[];
}

/** Distance has 2 points, attitude and angle 3 (the middle one is the corner), the others up to MOST_POINTS. */
export interface LineMeasure extends Points {
  readonly kind: 'distance' | 'path' | 'area' | 'attitude' | 'angle';
}

/** Rock between two surfaces, over a polygon in plan. */
export interface VolumeMeasure extends Points {
  readonly kind: 'volume';
  readonly top: VolumeSurface;
  readonly base: VolumeSurface;
}

/** What lies over a polygon in plan between two levels. */
export interface BlockMeasure extends Points {
  readonly kind: 'block';
  /** ENU up. */
  readonly low: number;
  readonly high: number;
}

export type Measurement = LineMeasure | VolumeMeasure | BlockMeasure;

/** Points a measurement may have: as many as a link carries without being cut by chat programs. */
export const MOST_POINTS = 40;

/** How many points a kind needs before it says anything, and how many it takes. */
export const POINTS_OF: Readonly<Record<MeasureKind, readonly [least: number, most: number]>> = {
  distance: [2, 2],
  path: [2, MOST_POINTS],
  area: [3, MOST_POINTS],
  attitude: [3, 3],
  angle: [3, 3],
  volume: [3, MOST_POINTS],
  block: [3, MOST_POINTS],
};

export const isWhole = ({ kind, points }: Measurement): boolean => points.length >= POINTS_OF[kind][0];
export const isFull = ({ kind, points }: Measurement): boolean => points.length >= POINTS_OF[kind][1];
