import type { CameraPose } from '../mine-view.ts';
import { add, dot, scale, subtract, type Vec3 } from './vector.ts';

/**
 * Camera pose ⇄ place and axes of the camera, in one local frame (ENU, metres). Headings in degrees clockwise from
 * north, pitch in degrees, positive upward. Nothing here rolls, so the horizon stays level whatever is done.
 */

/** The camera stops short of looking straight down or up: at ±90° the heading loses its meaning and the view flips. */
export const MAX_PITCH = 89;

export interface CameraAxes {
  readonly direction: Vec3;
  readonly right: Vec3;
  readonly up: Vec3;
}

const RADIANS = Math.PI / 180;

/** Heading brought into 0…360. */
export const wrapHeading = (degrees: number): number => ((degrees % 360) + 360) % 360;

export const clampPitch = (degrees: number): number => Math.min(MAX_PITCH, Math.max(-MAX_PITCH, degrees));

/** Unit axes of a camera without roll. */
export function cameraAxes(heading: number, pitch: number): CameraAxes {
  const sinHeading = Math.sin(heading * RADIANS);
  const cosHeading = Math.cos(heading * RADIANS);
  const sinPitch = Math.sin(pitch * RADIANS);
  const cosPitch = Math.cos(pitch * RADIANS);
  return {
    direction: [sinHeading * cosPitch, cosHeading * cosPitch, sinPitch],
    right: [cosHeading, -sinHeading, 0],
    up: [-sinHeading * sinPitch, -cosHeading * sinPitch, cosPitch],
  };
}

/** Where the camera of a pose stands. */
export const cameraPosition = (pose: CameraPose): Vec3 =>
  subtract(pose.target, scale(cameraAxes(pose.heading, pose.pitch).direction, pose.range));

/** The pose of a camera at `position` looking along heading and pitch, its target `range` metres ahead. */
export const poseFrom = (position: Vec3, heading: number, pitch: number, range: number): CameraPose => ({
  target: add(position, scale(cameraAxes(heading, pitch).direction, range)),
  heading: wrapHeading(heading),
  pitch,
  range,
});

/** Direction, in the frame, of the ray through a window point. `x`, `y` are −1…1 from the centre, y upward. */
export function rayDirection(
  pose: CameraPose,
  x: number,
  y: number,
  tanHalfHeight: number,
  aspect: number,
): Vec3 {
  const { direction, right, up } = cameraAxes(pose.heading, pose.pitch);
  const ray = add(direction, add(scale(right, x * tanHalfHeight * aspect), scale(up, y * tanHalfHeight)));
  return scale(ray, 1 / Math.sqrt(dot(ray, ray)));
}
