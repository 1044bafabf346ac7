/** A line of one height, in cells of the grid: column and row, fractions between nodes. */
export type GridLine = readonly (readonly [column: number, row: number])[];

/** Values at the nodes of a grid, row by row; NaN: not known. */
export interface NodeGrid {
  readonly width: number;
  readonly height: number;
  readonly heights: ArrayLike<number>;
}

type Side = 't' | 'r' | 'b' | 'l';
type Joins = readonly (readonly [from: Side, to: Side])[];

/** Which sides of a cell (top, right, bottom, left) its line joins, by which corners are high: 8 · nw + 4 · ne + 2 · se + sw. */
const JOINS: readonly Joins[] = [
  [],
  [['l', 'b']],
  [['b', 'r']],
  [['l', 'r']],
  [['r', 't']],
  [
    ['l', 'b'],
    ['r', 't'],
  ],
  [['b', 't']],
  [['l', 't']],
  [['t', 'l']],
  [['t', 'b']],
  [
    ['t', 'l'],
    ['b', 'r'],
  ],
  [['t', 'r']],
  [['r', 'l']],
  [['r', 'b']],
  [['b', 'l']],
];
/** Of a saddle whose middle is high. */
const OVER_SADDLE: Readonly<Record<number, Joins>> = {
  5: [
    ['l', 't'],
    ['r', 'b'],
  ],
  10: [
    ['t', 'r'],
    ['b', 'l'],
  ],
};

/**
 * Lines of one height through a grid (marching squares, W. Lorensen & H. Cline 1987 in two dimensions): closed, or from border to
 * border. Cells with a corner of unknown height have none. Of a saddle the mean of its corners decides.
 */
export const levelLines = ({ width, height, heights }: NodeGrid, level: number): GridLine[] => {
  /** Edges of the grid that the level crosses: number → number of the next one, as the higher ground lies on the left. */
  const next = new Map<number, number>();
  const previous = new Set<number>();
  const across = (i: number, j: number): number => 2 * (j * width + i);
  const down = (i: number, j: number): number => 2 * (j * width + i) + 1;
  for (let j = 0; j < height - 1; j++)
    for (let i = 0; i < width - 1; i++) {
      const at = j * width + i;
      const [a, b, c, d] = [heights[at]!, heights[at + 1]!, heights[at + width + 1]!, heights[at + width]!];
      if (!(a + b + c + d < Number.POSITIVE_INFINITY)) continue;
      const shape = (a >= level ? 8 : 0) + (b >= level ? 4 : 0) + (c >= level ? 2 : 0) + (d >= level ? 1 : 0);
      if (shape === 0 || shape === 15) continue;
      const [top, right, bottom, left] = [across(i, j), down(i + 1, j), across(i, j + 1), down(i, j)];
      const join = (from: number, to: number): void => {
        next.set(from, to);
        previous.add(to);
      };
      const edges = { t: top, r: right, b: bottom, l: left };
      const isHigh = (a + b + c + d) / 4 >= level;
      for (const [from, to] of isHigh ? (OVER_SADDLE[shape] ?? JOINS[shape]!) : JOINS[shape]!)
        join(edges[from], edges[to]);
    }
  const point = (edge: number): readonly [number, number] => {
    const at = edge >> 1;
    const [i, j] = [at % width, Math.floor(at / width)];
    const here = heights[at]!;
    const there = heights[edge & 1 ? at + width : at + 1]!;
    const t = (level - here) / (there - here);
    return edge & 1 ? [i, j + t] : [i + t, j];
  };
  const follow = (start: number): GridLine => {
    const line = [point(start)];
    for (let at = next.get(start); at !== undefined; ) {
      line.push(point(at));
      const on = at === start ? undefined : next.get(at);
      next.delete(at);
      at = on;
    }
    next.delete(start);
    return line;
  };
  const open = [...next.keys()].filter((edge) => !previous.has(edge)).map(follow);
  const rings: GridLine[] = [];
  while (next.size > 0) rings.push(follow(next.keys().next().value as number));
  return [...open, ...rings].filter((line) => line.length > 1);
};
