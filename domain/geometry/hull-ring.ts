type Point = readonly [east: number, north: number];

const turns = (a: Point, b: Point, c: Point): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Convex hull in plan (A. M. Andrew's monotone chain, 1979), counter-clockwise. @param positions three numbers a point, of which the first two count */
export const hullRing = (positions: Float64Array): Point[] => {
  const points = Array.from(
    { length: positions.length / 3 },
    (_, i): Point => [positions[i * 3]!, positions[i * 3 + 1]!],
  ).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (all: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const p of all) {
      while (chain.length > 1 && turns(chain.at(-2)!, chain.at(-1)!, p) <= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(points), ...half(points.reverse())];
};
