import type { SurveyPoint } from '../frame/coordinates.ts';
import { type Degrees, degrees } from '../units/quantities.ts';
import { surveyOffsets } from './outline.ts';

/** How a plane lies (产状), in degrees; bearings clockwise from grid north. */
export interface Attitude {
  /** From the horizontal, 0…90. */
  readonly dip: Degrees;
  /** Where it falls to; NaN of a level plane. */
  readonly dipDirection: Degrees;
  /** Right-hand rule: the plane falls to the right of it. NaN of a level plane. */
  readonly strike: Degrees;
  /**
   * The least height of the triangle over its longest side, per cent of that side: three points nearly on a line say little of
   * the plane through them.
   */
  readonly spread: number;
}

/** Below this share of its longest side the triangle is a line: the plane is anybody's guess. */
const LINE = 1e-4;
/** Sine of the dip below which a plane is level: a tenth of a second of arc. */
const LEVEL = 5e-7;

/** The plane through three points; null where they are on a line. */
export const attitudeOf = (points: readonly [SurveyPoint, SurveyPoint, SurveyPoint]): Attitude | null => {
  const [, b, c] = surveyOffsets(points) as [never, V, V];
  const normal: V = [b[1] * c[2] - b[2] * c[1], b[2] * c[0] - b[0] * c[2], b[0] * c[1] - b[1] * c[0]];
  const size = Math.hypot(...normal);
  const longest = Math.max(
    Math.hypot(...b),
    Math.hypot(...c),
    Math.hypot(c[0] - b[0], c[1] - b[1], c[2] - b[2]),
  );
  const spread = longest > 0 ? size / (longest * longest) : 0;
  if (!(spread > LINE)) return null;
  const up = normal[2] < 0 ? -1 : 1;
  const [e, n, u] = [(normal[0] * up) / size, (normal[1] * up) / size, (normal[2] * up) / size];
  const flat = Math.hypot(e, n);
  const towards = (Math.atan2(e, n) * 180) / Math.PI;
  const bearing = (value: number): Degrees =>
    degrees(flat > LEVEL ? ((value % 360) + 360) % 360 : Number.NaN);
  return {
    dip: degrees((Math.atan2(flat, u) * 180) / Math.PI),
    dipDirection: bearing(towards),
    strike: bearing(towards - 90),
    spread: spread * 100,
  };
};

type V = readonly [number, number, number];
