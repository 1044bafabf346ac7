import type { SurveyPoint } from '../frame/coordinates.ts';
import { type Degrees, degrees } from '../units/quantities.ts';
import { surveyOffsets } from './outline.ts';

export interface SurveyAngle {
  /** Between the two legs in space, 0…180. */
  readonly space: Degrees;
  /** Turned clockwise in plan from the first leg to the second, 0…360; NaN where a leg stands upright. */
  readonly plan: Degrees;
}

/** The angle at the middle one of three points; null where a leg has no length. */
export const surveyAngle = ([from, at, to]: readonly [
  SurveyPoint,
  SurveyPoint,
  SurveyPoint,
]): SurveyAngle | null => {
  const [, a, b] = surveyOffsets([at, from, to]) as [V, V, V];
  if (Math.hypot(...a) === 0 || Math.hypot(...b) === 0) return null;
  const cross = Math.hypot(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]);
  const dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  const flat = Math.hypot(a[0], a[1]) > 0 && Math.hypot(b[0], b[1]) > 0;
  const turn = Math.atan2(b[0], b[1]) - Math.atan2(a[0], a[1]);
  return {
    // atan2, not acos: it is exact near 0° and 180° too.
    space: degrees((Math.atan2(cross, dot) * 180) / Math.PI),
    plan: degrees(flat ? ((turn * 180) / Math.PI + 720) % 360 : Number.NaN),
  };
};

type V = readonly [number, number, number];
