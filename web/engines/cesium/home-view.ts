import type { EnuBox } from '../../../domain/contracts/catalog.ts';
import type { CameraPose } from '../mine-view.ts';
import { MAX_PITCH } from './camera-pose.ts';
import { length, mix, subtract, type Vec3 } from './vector.ts';

/** From the south-east, a little above: shows plan, depth and north at once, as mine block diagrams are drawn. */
const HOME_HEADING = 330;
const HOME_PITCH = -28;

const middle = (box: EnuBox): Vec3 => mix(box.min, box.max, 0.5);

/** Range at which a sphere of this radius fills the narrower side of the picture. */
const rangeOf = (radius: number, tanHalfHeight: number, aspect: number): number => {
  const half = Math.atan(tanHalfHeight * Math.min(1, aspect));
  return radius / Math.sin(half);
};

/** The pose that shows a whole box (ENU metres as drawn) from this side. A point is framed as 5 m. */
export const framing = (
  box: EnuBox,
  heading: number,
  pitch: number,
  tanHalfHeight: number,
  aspect: number,
): CameraPose => ({
  target: middle(box),
  heading,
  pitch,
  range: rangeOf(Math.max(length(subtract(box.max, box.min)) / 2, 5), tanHalfHeight, aspect),
});

/** The mine's home view. Slightly nearer than the sphere asks: a mine is flat, its corners may touch the frame. */
export const homeView = (box: EnuBox, tanHalfHeight: number, aspect: number): CameraPose => {
  const whole = framing(box, HOME_HEADING, HOME_PITCH, tanHalfHeight, aspect);
  return { ...whole, range: whole.range * 0.82 };
};

/** Looks north, level, from where the present pose looks. */
export const levelled = (pose: CameraPose): CameraPose => ({ ...pose, heading: 0, pitch: 0 });

/** Looks down with north up, as a plan does. */
export const planOf = (pose: CameraPose): CameraPose => ({ ...pose, heading: 0, pitch: -MAX_PITCH });
