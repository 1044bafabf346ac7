import Delaunator from 'delaunator';

/**
 * How far a place lies outside the convex hull of points in plan, metres; 0 within it. Of points on a line the hull is the
 * stretch between the outermost.
 */
export const distanceOutsideHull = (
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
): ((x: number, y: number) => number) => {
  const coords = new Float64Array(xs.length * 2);
  for (let i = 0; i < xs.length; i++) {
    coords[i * 2] = xs[i]!;
    coords[i * 2 + 1] = ys[i]!;
  }
  const hull = Array.from(new Delaunator(coords).hull, (i) => [xs[i]!, ys[i]!] as const);
  if (hull.length === 0) return () => Number.POSITIVE_INFINITY;
  return (x, y) => {
    let [least, left, right] = [Number.POSITIVE_INFINITY, false, false];
    hull.forEach(([ax, ay], i) => {
      const [bx, by] = hull[(i + 1) % hull.length]!;
      const [dx, dy] = [bx - ax, by - ay];
      const side = dx * (y - ay) - dy * (x - ax);
      if (side > 0) left = true;
      else if (side < 0) right = true;
      const length2 = dx * dx + dy * dy;
      const t = length2 > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2)) : 0;
      least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy));
    });
    return left !== right ? 0 : least;
  };
};
