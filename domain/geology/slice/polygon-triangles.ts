import earcut from 'earcut';

/**
 * Triangles of a polygon with holes: indices of its points, counted ring after ring. A ring the sweep made (one side out, the
 * other back, over the same places) is cut into strips, which is exact and needs no search; any other by earcut.
 */
export const trianglesOf = (rings: readonly Float64Array[]): ArrayLike<number> => {
  const strip = rings.length === 1 ? stripOf(rings[0]!) : null;
  if (strip) return strip;
  const holes: number[] = [];
  let length = 0;
  for (const ring of rings) {
    if (length > 0) holes.push(length / 2);
    length += ring.length;
  }
  const flat = new Float64Array(length);
  let at = 0;
  for (const ring of rings) {
    flat.set(ring, at);
    at += ring.length;
  }
  return earcut(flat, holes);
};

/** null where the ring is no strip. */
const stripOf = (ring: Float64Array): number[] | null => {
  const count = ring.length / 2;
  if (count < 4 || count % 2) return null;
  const along = pairedOn(ring, 0) ? 0 : pairedOn(ring, 1) ? 1 : -1;
  if (along < 0) return null;
  const across = 1 - along;
  const meets = (i: number): boolean => ring[i * 2 + across] === ring[(count - 1 - i) * 2 + across];
  const triangles: number[] = [];
  for (let i = 1; i < count / 2; i++) {
    const [a, b, c, d] = [i - 1, i, count - 1 - i, count - i];
    // Where a side of it has no length, half of a strip is a line.
    if (!meets(i)) triangles.push(a, b, c);
    if (!meets(i - 1)) triangles.push(a, c, d);
  }
  return triangles;
};

/** Whether the points going and coming back stand over the same places, which only rise. */
const pairedOn = (ring: Float64Array, axis: 0 | 1): boolean => {
  const count = ring.length / 2;
  for (let i = 0; i < count / 2; i++) {
    const here = ring[i * 2 + axis]!;
    if (here !== ring[(count - 1 - i) * 2 + axis]) return false;
    if (i > 0 && !(here > ring[i * 2 - 2 + axis]!)) return false;
  }
  return true;
};
