type Point = readonly [east: number, north: number];

const distanceToSide = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const t = length2 > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2)) : 0;
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
};

/**
 * A ring with fewer points, no left-out one further than `tolerance` from it (D. Douglas & T. Peucker 1973). Of turf's simplify the
 * first point stays whatever it is, and it wants degrees; this begins at a corner and takes metres.
 * @param ring not closed, in metres
 */
export function simplifiedRing(ring: readonly Point[], tolerance: number): Point[] {
  if (ring.length < 4) return [...ring];
  const farthestFrom = (from: number): number =>
    ring.reduce((best, [x, y], i) => {
      const [ax, ay] = ring[from]!;
      const [bx, by] = ring[best]!;
      return Math.hypot(x - ax, y - ay) > Math.hypot(bx - ax, by - ay) ? i : best;
    }, from);
  // Two corners far apart are of the ring, whatever its first point is.
  const first = farthestFrom(0);
  const turned = [...ring.slice(first), ...ring.slice(0, first)];
  const second = (farthestFrom(first) - first + ring.length) % ring.length;
  const kept = new Set([0, second]);
  const split = (from: number, to: number): void => {
    let [most, at] = [tolerance, -1];
    for (let i = from + 1; i < to; i++) {
      const off = distanceToSide(turned[i]!, turned[from]!, turned[to % turned.length]!);
      if (off > most) [most, at] = [off, i];
    }
    if (at < 0) return;
    kept.add(at);
    split(from, at);
    split(at, to);
  };
  split(0, second);
  split(second, turned.length);
  return turned.filter((_, i) => kept.has(i));
}
