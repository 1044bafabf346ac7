import type { SurveyPoint } from '../frame/coordinates.ts';
import { type Degrees, degrees, type Metres, metres } from '../units/quantities.ts';

/** A straight line between two points of the survey, by their coordinates (so on the survey's projection, not on the ground). */
export interface SurveyDistance {
  readonly slope: Metres;
  readonly horizontal: Metres;
  /** Second point above the first. */
  readonly vertical: Metres;
  /** Clockwise from grid north, 0…360; NaN where the points lie above each other. */
  readonly azimuth: Degrees;
  /** Above the horizontal, −90…90; NaN where the points are one. */
  readonly inclination: Degrees;
}

const DEGREES = 180 / Math.PI;

/** Azimuth and distances from coordinates (坐标反算). */
export const surveyDistance = (from: SurveyPoint, to: SurveyPoint): SurveyDistance => {
  const east = to.easting - from.easting;
  const north = to.northing - from.northing;
  const vertical = to.height - from.height;
  const horizontal = Math.hypot(east, north);
  const azimuth = (Math.atan2(east, north) * DEGREES + 360) % 360;
  return {
    slope: metres(Math.hypot(horizontal, vertical)),
    horizontal: metres(horizontal),
    vertical: metres(vertical),
    azimuth: degrees(horizontal > 0 ? azimuth : Number.NaN),
    inclination: degrees(
      horizontal > 0 || vertical !== 0 ? Math.atan2(vertical, horizontal) * DEGREES : Number.NaN,
    ),
  };
};

export interface SurveyPath {
  readonly legs: readonly SurveyDistance[];
  readonly slope: Metres;
  readonly horizontal: Metres;
  /** Last point above the first. */
  readonly vertical: Metres;
  /** All ways up, and all ways down (not negative). */
  readonly climb: Metres;
  readonly fall: Metres;
}

/** A line through several points, leg by leg. */
export const surveyPath = (points: readonly SurveyPoint[]): SurveyPath => {
  const legs = points.slice(1).map((to, i) => surveyDistance(points[i]!, to));
  const sum = (of: (leg: SurveyDistance) => number): Metres =>
    metres(legs.reduce((total, leg) => total + of(leg), 0));
  return {
    legs,
    slope: sum(({ slope }) => slope),
    horizontal: sum(({ horizontal }) => horizontal),
    vertical: sum(({ vertical }) => vertical),
    climb: sum(({ vertical }) => Math.max(0, vertical)),
    fall: sum(({ vertical }) => Math.max(0, -vertical)),
  };
};
