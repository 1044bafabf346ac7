import type { SectionFrame, SectionPiece } from './section.ts';

/** A stretch of a path laid into a section at right angles to it. */
export interface ProjectedStretch {
  /** (s, t), two numbers a point. */
  readonly line: Float64Array;
  /** Along the path at each point, metres. */
  readonly depth: Float64Array;
  /** Distance from the section at each point, metres; positive on the side one looks from, A on the left. */
  readonly off: Float64Array;
}

/**
 * What of a path lies within `band` of a section, beside its line and not beyond its ends. Near a bend a path may be laid into both pieces,
 * as the section shows both.
 * @param path depth, east, north, up: four numbers a point
 * @param band metres to each side
 */
export const projectPath = ({ pieces }: SectionFrame, path: Float64Array, band: number): ProjectedStretch[] =>
  pieces.flatMap((piece) => projectOnto(piece, path, band));

/** How far along a section a place within `band` metres beside its line is; of several pieces the nearest. null: it is not beside it. */
export const pointInBand = (
  { pieces }: SectionFrame,
  [east, north]: readonly [number, number],
  band: number,
): number | null => {
  let found: { readonly s: number; readonly off: number } | null = null;
  for (const piece of pieces) {
    const { s, off } = placed(piece, Float64Array.of(0, east, north, 0), 0);
    if (s < 0 || s > piece.to - piece.from || Math.abs(off) > band) continue;
    if (!found || Math.abs(off) < found.off) found = { s: s + piece.from, off: Math.abs(off) };
  }
  return found?.s ?? null;
};

interface Placed {
  readonly depth: number;
  readonly s: number;
  readonly t: number;
  readonly off: number;
}

const projectOnto = (piece: SectionPiece, path: Float64Array, band: number): ProjectedStretch[] => {
  const { from, to } = piece;
  const found: ProjectedStretch[] = [];
  let points: Placed[] = [];
  const end = (): void => {
    if (points.length > 1)
      found.push({
        line: Float64Array.from(points.flatMap(({ s, t }) => [s + from, t])),
        depth: Float64Array.from(points, ({ depth }) => depth),
        off: Float64Array.from(points, ({ off }) => off),
      });
    points = [];
  };
  let before = placed(piece, path, 0);
  for (let i = 4; i < path.length; i += 4) {
    const here = placed(piece, path, i);
    let [low, high] = [0, 1];
    for (const [a, b, least, most] of [
      [before.off, here.off, -band, band],
      [before.s, here.s, 0, to - from],
    ] as const) {
      const [one, other] = within(a, b, least, most);
      low = Math.max(low, one);
      high = Math.min(high, other);
    }
    if (low < high) {
      if (low > 0) end();
      if (points.length === 0) points.push(between(before, here, low));
      points.push(between(before, here, high));
    }
    if (low >= high || high < 1) end();
    before = here;
  }
  end();
  return found;
};

const placed = ({ plane }: SectionPiece, path: Float64Array, i: number): Placed => {
  const { origin, right } = plane;
  const [e, n] = [path[i + 1]! - origin[0], path[i + 2]! - origin[1]];
  return {
    depth: path[i]!,
    s: e * right[0] + n * right[1],
    t: path[i + 3]!,
    off: e * right[1] - n * right[0],
  };
};

const between = (a: Placed, b: Placed, f: number): Placed => ({
  depth: a.depth + f * (b.depth - a.depth),
  s: a.s + f * (b.s - a.s),
  t: a.t + f * (b.t - a.t),
  off: a.off + f * (b.off - a.off),
});

/** Shares of the way from a to b at which it enters and leaves [least, most]; the first is the greater where it never does. */
const within = (a: number, b: number, least: number, most: number): readonly [number, number] => {
  if (a === b) return a >= least && a <= most ? [0, 1] : [1, 0];
  const [one, other] = [(least - a) / (b - a), (most - a) / (b - a)];
  return [Math.min(one, other), Math.max(one, other)];
};
