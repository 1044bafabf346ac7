import type { Vec3 } from '../../geometry/bounds.ts';
import type { PlanPoint } from '../section/curtain.ts';
import { boxCorners, type Slice, towards } from './slice.ts';

/**
 * What a slice takes away, as one upright prism for every kind: what is in it, or what is not in it. The shader
 * `slice-away.glsl` and `isCutAway` decide alike, so what is drawn and what can be pointed at are the same.
 */
export interface CutRegion {
  /** (east, north) two numbers a corner, closed, even-odd; without corners the prism is as wide as the world. */
  readonly outline: Float64Array;
  /** ENU up between which the prism lies. */
  readonly low: number;
  readonly high: number;
  /** True: what is inside stays, and all else is taken away. */
  readonly keepsInside: boolean;
}

/** Corners of an outline: 20 of a drawn line, its two prolongations, and the way round. */
export const MOST_OUTLINE_CORNERS = 32;

/** Heights no mine reaches, metres; finite, because a shader's infinity is not to be relied on. */
export const FAR_UP = 1e6;

/**
 * @param reach metres from the frame's origin within which all of the mine lies: lines are prolonged beyond it. Not farther
 * than needed: the shader's float32 is as fine as the corners are near.
 */
export const cutRegion = (slice: Slice, reach: number): CutRegion => {
  switch (slice.kind) {
    case 'level':
      return {
        outline: new Float64Array(0),
        low: slice.up,
        high: FAR_UP,
        keepsInside: slice.flipped,
      };
    case 'box':
      return {
        outline: Float64Array.from(boxCorners(slice).flat()),
        low: slice.low,
        high: slice.high,
        keepsInside: !slice.flipped,
      };
    case 'plane': {
      const [e, n] = towards(slice.azimuth);
      const [ae, an] = slice.at;
      return rightOf(
        [
          [ae - e, an - n],
          [ae + e, an + n],
        ],
        reach,
        slice.flipped,
      );
    }
    case 'line':
      return rightOf(slice.line, reach, slice.flipped);
  }
};

/** The half of the world to the right of a line that goes on straight beyond its ends. */
const rightOf = (line: readonly PlanPoint[], reach: number, keepsInside: boolean): CutRegion => {
  const first = line[0]!;
  const last = line.at(-1)!;
  const far = 3 * (reach + Math.max(...line.map(([e, n]) => Math.hypot(e, n))));
  const beyond = (from: PlanPoint, to: PlanPoint): PlanPoint => {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    return [to[0] + ((to[0] - from[0]) / length) * far, to[1] + ((to[1] - from[1]) / length) * far];
  };
  const begin = beyond(distinct(line, 0, 1), first);
  const end = beyond(distinct(line, line.length - 1, -1), last);
  // Back from the end to the beginning clockwise along a circle, in steps short enough that no chord comes near the mine.
  const angleOf = ([e, n]: PlanPoint): number => Math.atan2(e, n);
  const turn = (angleOf(begin) - angleOf(end) + 4 * Math.PI) % (2 * Math.PI);
  const steps = Math.max(1, Math.ceil(turn / (Math.PI / 3)));
  const radius = Math.max(Math.hypot(...begin), Math.hypot(...end));
  const round = Array.from({ length: steps - 1 }, (_, k): PlanPoint => {
    const angle = angleOf(end) + (turn * (k + 1)) / steps;
    return [Math.sin(angle) * radius, Math.cos(angle) * radius];
  });
  return {
    outline: Float64Array.from([begin, ...line, end, ...round].flat()),
    low: -FAR_UP,
    high: FAR_UP,
    keepsInside,
  };
};

/** The corner nearest along the line that lies elsewhere than corner `at`. @throws RangeError where there is none */
const distinct = (line: readonly PlanPoint[], at: number, step: 1 | -1): PlanPoint => {
  const [e, n] = line[at]!;
  for (let i = at + step; i >= 0 && i < line.length; i += step)
    if (line[i]![0] !== e || line[i]![1] !== n) return line[i]!;
  throw new RangeError('a line to cut along needs two points apart from each other');
};

/** Whether a point, true ENU, is taken away. */
export const isCutAway = (region: CutRegion, [east, north, up]: Vec3): boolean =>
  inPrism(region, east, north, up) !== region.keepsInside;

const inPrism = ({ outline, low, high }: CutRegion, east: number, north: number, up: number): boolean => {
  if (up < low || up > high) return false;
  if (outline.length === 0) return true;
  let inside = false;
  let be = outline.at(-2)! - east;
  let bn = outline.at(-1)! - north;
  for (let i = 0; i < outline.length; i += 2) {
    const ae = outline[i]! - east;
    const an = outline[i + 1]! - north;
    // Crosses the ray to the east: the edge goes past the point's latitude, and the point lies west of it.
    if (an > 0 !== bn > 0 && ae * bn - be * an > 0 === bn > an) inside = !inside;
    be = ae;
    bn = an;
  }
  return inside;
};
