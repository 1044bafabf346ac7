import type { CameraPose } from '../mine-view.ts';
import { wrapHeading } from './camera-pose.ts';
import { mix } from './vector.ts';

/** The shorter way round from one heading to another, −180…180 degrees. */
const turnBetween = (from: number, to: number): number => {
  const turn = wrapHeading(to - from);
  return turn > 180 ? turn - 360 : turn;
};

const ease = (t: number): number => t * t * (3 - 2 * t);

/**
 * A pose on the way from one to another; `t` is 0…1. The range changes by equal ratios, so a flight over many scales
 * feels even, and the target arrives together with it.
 */
export function poseBetween(from: CameraPose, to: CameraPose, t: number): CameraPose {
  if (t <= 0) return from;
  if (t >= 1) return to;
  const s = ease(t);
  return {
    target: mix(from.target, to.target, s),
    heading: wrapHeading(from.heading + turnBetween(from.heading, to.heading) * s),
    pitch: from.pitch + (to.pitch - from.pitch) * s,
    range: from.range * (to.range / from.range) ** s,
  };
}
