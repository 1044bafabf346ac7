import type { Bilingual } from '../../contracts/bilingual.ts';
import type { HolesFile } from '../../contracts/holes.ts';
import type { CutPlane } from '../section/mesh-cut.ts';
import type { SectionFrame, SectionPiece } from '../section/section.ts';

/** A stretch of a borehole through one rock, or one nobody logged. */
export interface HoleInterval {
  readonly layerId: string;
  readonly featureId: string;
  readonly hole: string;
  readonly title: string;
  readonly rock: Bilingual;
  readonly colour: string;
  /** ENU, three numbers a point, from its top down. */
  readonly line: Float64Array;
}

export const readHoles = ({ intervals }: HolesFile): HoleInterval[] =>
  intervals.map(({ layer, feature, hole, title, rock, colour, line }) => ({
    layerId: layer,
    featureId: feature,
    hole,
    title,
    rock,
    colour,
    line: Float64Array.from(line),
  }));

/** An interval laid into a cut, at right angles to it. */
export interface CutHole {
  /** Index of the interval. */
  readonly interval: number;
  /** (s, t), two numbers a point. */
  readonly line: Float64Array;
}

/** Metres from the cut within which a hole is laid into it. */
export const HOLE_BAND = 15;

/** The intervals near a cut, each piece laid into it. A steep hole met by a level is as short there as its way through the band. */
export const cutHoles = (
  { pieces }: SectionFrame,
  holes: readonly HoleInterval[],
  band: number = HOLE_BAND,
): CutHole[] =>
  pieces.flatMap((piece) =>
    holes.flatMap(({ line }, interval) =>
      laidInto(piece, line, band).map((laid) => ({ interval, line: laid })),
    ),
  );

const laidInto = ({ from, plane }: SectionPiece, line: Float64Array, band: number): Float64Array[] => {
  const found: Float64Array[] = [];
  let laid: number[] = [];
  const end = (): void => {
    if (laid.length >= 4) found.push(Float64Array.from(laid));
    laid = [];
  };
  const add = ([s, t]: readonly [number, number]): void => {
    laid.push(s + from, t);
  };
  let before = inPlane(plane, line, 0);
  for (let i = 3; i < line.length; i += 3) {
    const here = inPlane(plane, line, i);
    const part = within(before[2], here[2], band);
    if (!part) end();
    else {
      const [low, high] = part;
      if (low > 0) end();
      if (laid.length === 0) add(between(before, here, low));
      add(between(before, here, high));
      if (high < 1) end();
    }
    before = here;
  }
  end();
  return found;
};

type Placed = readonly [s: number, t: number, off: number];

const inPlane = ({ origin, right, up }: CutPlane, line: Float64Array, i: number): Placed => {
  const [e, n, u] = [line[i]! - origin[0], line[i + 1]! - origin[1], line[i + 2]! - origin[2]];
  const along = (axis: readonly [number, number, number]): number => e * axis[0] + n * axis[1] + u * axis[2];
  return [
    along(right),
    along(up),
    along([
      right[1] * up[2] - right[2] * up[1],
      right[2] * up[0] - right[0] * up[2],
      right[0] * up[1] - right[1] * up[0],
    ]),
  ];
};

const between = (a: Placed, b: Placed, f: number): readonly [number, number] => [
  a[0] + f * (b[0] - a[0]),
  a[1] + f * (b[1] - a[1]),
];

/** Share of the way from a to b that lies within ± band; null: none. */
const within = (a: number, b: number, band: number): readonly [number, number] | null => {
  if (a === b) return Math.abs(a) <= band ? [0, 1] : null;
  const [one, other] = [(-band - a) / (b - a), (band - a) / (b - a)];
  const low = Math.max(0, Math.min(one, other));
  const high = Math.min(1, Math.max(one, other));
  return high > low ? [low, high] : null;
};
