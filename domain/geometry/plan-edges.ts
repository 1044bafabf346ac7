/** An edge in plan, metres; both ends alike: a point. */
export type PlanEdge = readonly [
  from: readonly [east: number, north: number],
  to: readonly [east: number, north: number],
];

/** On which side of an edge a point lies: > 0 left, 0 on its line. */
const side = ([[ax, ay], [bx, by]]: PlanEdge, [x, y]: PlanEdge[0]): number =>
  (bx - ax) * (y - ay) - (by - ay) * (x - ax);

const toPoint = ([[ax, ay], [bx, by]]: PlanEdge, [x, y]: PlanEdge[0]): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
};

/** Least distance of two edges, metres; 0 where they cross. */
export const edgeDistance = (a: PlanEdge, b: PlanEdge): number => {
  const isCrossing = side(a, b[0]) * side(a, b[1]) < 0 && side(b, a[0]) * side(b, a[1]) < 0;
  return isCrossing ? 0 : Math.min(toPoint(a, b[0]), toPoint(a, b[1]), toPoint(b, a[0]), toPoint(b, a[1]));
};
