type Place = readonly [longitude: number, latitude: number];

/** Degrees around a place that are looked through: more than a reach in pixels ever is where one draws. */
const AROUND = 0.02;

/**
 * The corner nearest to a place on the screen.
 * @param screenOf CSS pixels; null: not on the screen
 * @param reach CSS pixels
 * @returns null: none is within reach
 */
export const nearestCorner = (
  corners: Iterable<Place>,
  at: Place,
  screenOf: (at: Place) => { readonly x: number; readonly y: number } | null,
  reach: number,
): Place | null => {
  const here = screenOf(at);
  if (!here) return null;
  let nearest: Place | null = null;
  let least = reach;
  for (const corner of corners) {
    if (Math.abs(corner[0] - at[0]) > AROUND || Math.abs(corner[1] - at[1]) > AROUND) continue;
    const there = screenOf(corner);
    const apart = there ? Math.hypot(there.x - here.x, there.y - here.y) : Number.POSITIVE_INFINITY;
    if (apart >= least) continue;
    [nearest, least] = [corner, apart];
  }
  return nearest;
};
