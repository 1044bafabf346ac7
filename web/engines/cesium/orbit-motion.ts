import type { EnuBox } from '../../../domain/contracts/catalog.ts';
import type { CameraPose } from '../mine-view.ts';
import { cameraAxes, cameraPosition, clampPitch, poseFrom, wrapHeading } from './camera-pose.ts';
import { add, dot, length, mix, scale, subtract, type Vec3 } from './vector.ts';

/**
 * The camera's moves as pure functions pose → pose, in the frame as drawn (ENU metres, exaggerated). Every move ends
 * in `constrain`, so no input can lose the mine, flip the picture or pass through what the pointer is on.
 */

export interface OrbitLimits {
  /** The target never leaves this box. */
  readonly box: EnuBox;
  /** Metres; nearest the camera comes to its target, or to what the pointer is on. */
  readonly minRange: number;
  /** Metres. */
  readonly maxRange: number;
}

const MARGIN = 0.15;

/** Limits for a mine of this extent, drawn with this exaggeration about `pivotUp`. */
export function orbitLimits(extent: EnuBox, exaggeration: number, pivotUp: number): OrbitLimits {
  const drawn = (up: number): number => pivotUp + (up - pivotUp) * exaggeration;
  const min: Vec3 = [extent.min[0], extent.min[1], drawn(extent.min[2])];
  const max: Vec3 = [extent.max[0], extent.max[1], drawn(extent.max[2])];
  const diagonal = Math.max(length(subtract(max, min)), 10);
  const margin = diagonal * MARGIN;
  return {
    box: {
      min: [min[0] - margin, min[1] - margin, min[2] - margin],
      max: [max[0] + margin, max[1] + margin, max[2] + margin],
    },
    minRange: Math.min(2, diagonal * 0.01),
    maxRange: diagonal * 4,
  };
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Brings a strayed pose back: target into the box, range and pitch into their limits. Idempotent. */
export const constrain = (pose: CameraPose, limits: OrbitLimits): CameraPose => ({
  target: [
    clamp(pose.target[0], limits.box.min[0], limits.box.max[0]),
    clamp(pose.target[1], limits.box.min[1], limits.box.max[1]),
    clamp(pose.target[2], limits.box.min[2], limits.box.max[2]),
  ],
  heading: wrapHeading(pose.heading),
  pitch: clampPitch(pose.pitch),
  range: clamp(pose.range, limits.minRange, limits.maxRange),
});

/** Turns the camera about `pivot`, which keeps its place on the screen. Degrees. */
export function orbit(
  pose: CameraPose,
  pivot: Vec3,
  turn: number,
  tilt: number,
  limits: OrbitLimits,
): CameraPose {
  const heading = pose.heading + turn;
  const pitch = clampPitch(pose.pitch + tilt);
  const before = cameraAxes(pose.heading, pose.pitch);
  const after = cameraAxes(heading, pitch);
  const arm = subtract(cameraPosition(pose), pivot);
  const turned = add(
    add(scale(after.right, dot(arm, before.right)), scale(after.direction, dot(arm, before.direction))),
    scale(after.up, dot(arm, before.up)),
  );
  return constrain(poseFrom(add(pivot, turned), heading, pitch, pose.range), limits);
}

/** Slides the camera in its own picture plane: metres to the right and upward. */
export function pan(pose: CameraPose, right: number, upward: number, limits: OrbitLimits): CameraPose {
  const axes = cameraAxes(pose.heading, pose.pitch);
  const shift = add(scale(axes.right, right), scale(axes.up, upward));
  return constrain({ ...pose, target: add(pose.target, shift) }, limits);
}

/**
 * Scales camera and target about `pivot` by `factor` (< 1 goes nearer), so the pivot keeps its place on the screen.
 * The camera never passes the pivot: it stops `minRange` before it, however hard the wheel is turned.
 */
export function zoom(pose: CameraPose, pivot: Vec3, factor: number, limits: OrbitLimits): CameraPose {
  const distance = length(subtract(cameraPosition(pose), pivot));
  const nearest = distance > 0 ? limits.minRange / distance : 1;
  const allowed =
    factor < 1
      ? Math.min(1, Math.max(factor, nearest, limits.minRange / pose.range))
      : Math.max(1, Math.min(factor, limits.maxRange / pose.range));
  return constrain(
    { ...pose, target: mix(pivot, pose.target, allowed), range: pose.range * allowed },
    limits,
  );
}

/** Metres a window pixel covers at `depth` metres ahead of the camera. */
export const metresPerPixel = (depth: number, tanHalfHeight: number, heightPixels: number): number =>
  (2 * depth * tanHalfHeight) / heightPixels;
