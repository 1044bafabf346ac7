import { contains } from './mesh-cut.ts';

/**
 * Rings filled by the even-odd rule made into polygons: an outer ring first, then its holes. Rings do not cross. A ring in a
 * hole is a polygon of its own.
 */
export const evenOddPolygons = (rings: readonly Float64Array[]): Float64Array[][] => {
  if (rings.length < 2) return rings.map((ring) => [ring]);
  const depth = rings.map(
    (ring) => rings.filter((other) => other !== ring && contains(other, ring[0]!, ring[1]!)).length,
  );
  return rings.flatMap((ring, i) =>
    depth[i]! % 2
      ? []
      : [
          [
            ring,
            ...rings.filter((hole, j) => depth[j] === depth[i]! + 1 && contains(ring, hole[0]!, hole[1]!)),
          ],
        ],
  );
};
