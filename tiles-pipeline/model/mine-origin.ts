import type { SurveyPoint } from '../../domain/frame/coordinates.ts';
import { metres } from '../../domain/units/quantities.ts';

const PLAN_STEP_METRES = 100;
const HEIGHT_STEP_METRES = 10;

export interface SurveyExtent {
  west: number;
  east: number;
  south: number;
  north: number;
  low: number;
  high: number;
}

export const emptyExtent = (): SurveyExtent => ({
  west: Number.POSITIVE_INFINITY,
  east: Number.NEGATIVE_INFINITY,
  south: Number.POSITIVE_INFINITY,
  north: Number.NEGATIVE_INFINITY,
  low: Number.POSITIVE_INFINITY,
  high: Number.NEGATIVE_INFINITY,
});

/** Grows `extent` in place; a point that is nowhere changes nothing. */
export const growExtent = (extent: SurveyExtent, { easting, northing, height }: SurveyPoint): void => {
  if (!Number.isFinite(easting + northing)) return;
  extent.west = Math.min(extent.west, easting);
  extent.east = Math.max(extent.east, easting);
  extent.south = Math.min(extent.south, northing);
  extent.north = Math.max(extent.north, northing);
  if (!Number.isFinite(height)) return;
  extent.low = Math.min(extent.low, height);
  extent.high = Math.max(extent.high, height);
};

const middle = (a: number, b: number, step: number): number => Math.round((a + b) / 2 / step) * step;

/**
 * The mine's origin: the middle of everything, on a round 100 m in plan and 10 m in height, so that a hole more or
 * less does not move the whole model, and the order of sources never does. Null where nothing has a place.
 * @param isGeographic the survey system counts degrees: plan is then rounded to 0.001°
 */
export const chooseOrigin = (extent: SurveyExtent, isGeographic: boolean): SurveyPoint | null => {
  if (!(extent.west <= extent.east)) return null;
  const step = isGeographic ? 0.001 : PLAN_STEP_METRES;
  const [low, high] = extent.low <= extent.high ? [extent.low, extent.high] : [0, 0];
  return {
    easting: metres(middle(extent.west, extent.east, step)),
    northing: metres(middle(extent.south, extent.north, step)),
    height: metres(middle(low, high, HEIGHT_STEP_METRES)),
  };
};
