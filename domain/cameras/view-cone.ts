import type { Vec3 } from '../geometry/bounds.ts';

/** Where a camera stands and what it is pointed at. ENU metres, degrees. */
export interface View {
  readonly at: Vec3;
  /** Degrees clockwise from the frame's north. */
  readonly azimuth: number;
  /** Degrees, negative downward. */
  readonly tilt: number;
  /** Full angles of the picture, degrees, at most 180. */
  readonly hfov: number;
  readonly vfov: number;
  /** Metres from the camera, in any direction of the picture. */
  readonly range: number;
}

/** A view as a pyramid with a round far end. The three directions are unit vectors at right angles. */
export interface ViewCone extends View {
  readonly forward: Vec3;
  readonly right: Vec3;
  readonly up: Vec3;
  /** Half the picture's width and height at one metre ahead, metres. */
  readonly halfWidth: number;
  readonly halfHeight: number;
}

const RADIANS = Math.PI / 180;
/** A flat picture of 180° would be infinitely wide; half of this is what is still drawn and judged, degrees. */
const WIDEST = 179;

/**
 * The pyramid a camera with a straight (rectilinear) lens sees; the top edge of the picture is level.
 * @throws RangeError where an angle or the range is not a positive number (azimuth and tilt: any number)
 */
export const viewCone = (view: View): ViewCone => {
  const { azimuth, tilt, hfov, vfov, range } = view;
  if (!(hfov > 0 && hfov <= 180 && vfov > 0 && vfov <= 180))
    throw new RangeError(`a field of view lies above 0° and up to 180°, got ${hfov}° × ${vfov}°`);
  if (!(range > 0 && Number.isFinite(range)))
    throw new RangeError(`a camera's range is a positive number of metres, got ${range}`);
  if (!Number.isFinite(azimuth + tilt))
    throw new RangeError(`azimuth and tilt are numbers of degrees, got ${azimuth} and ${tilt}`);
  const [a, t] = [azimuth * RADIANS, tilt * RADIANS];
  const [sinA, cosA, sinT, cosT] = [Math.sin(a), Math.cos(a), Math.sin(t), Math.cos(t)];
  return {
    ...view,
    forward: [sinA * cosT, cosA * cosT, sinT],
    right: [cosA, -sinA, 0],
    up: [-sinA * sinT, -cosA * sinT, cosT],
    halfWidth: Math.tan((Math.min(hfov, WIDEST) / 2) * RADIANS),
    halfHeight: Math.tan((Math.min(vfov, WIDEST) / 2) * RADIANS),
  };
};

/** Whether a point, ENU metres, lies in the picture and within the range. The camera's own place does not. */
export const isInView = (cone: ViewCone, x: number, y: number, z: number): boolean => {
  const { at, forward: f, right: r, up: u } = cone;
  const [dx, dy, dz] = [x - at[0], y - at[1], z - at[2]];
  if (dx * dx + dy * dy + dz * dz > cone.range * cone.range) return false;
  const ahead = dx * f[0] + dy * f[1] + dz * f[2];
  if (!(ahead > 0)) return false;
  return (
    Math.abs(dx * r[0] + dy * r[1] + dz * r[2]) <= ahead * cone.halfWidth &&
    Math.abs(dx * u[0] + dy * u[1] + dz * u[2]) <= ahead * cone.halfHeight
  );
};

/** Unit vector from the camera to a point of the picture; `x` and `y` run from −1 (left, bottom) to 1 (right, top). */
export const rayThrough = (cone: ViewCone, x: number, y: number): Vec3 => {
  const { forward: f, right: r, up: u } = cone;
  const [sideways, upward] = [x * cone.halfWidth, y * cone.halfHeight];
  const length = Math.hypot(1, sideways, upward);
  return [
    (f[0] + r[0] * sideways + u[0] * upward) / length,
    (f[1] + r[1] * sideways + u[1] * upward) / length,
    (f[2] + r[2] * sideways + u[2] * upward) / length,
  ];
};
