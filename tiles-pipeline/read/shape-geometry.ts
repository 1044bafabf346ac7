import type { Position3, VectorGeometry } from './read-result.ts';

/** One geometry record of a .shp: null with a problem, or null alone for the null shape. */
export interface ShapeReading {
  readonly geometry: VectorGeometry | null;
  readonly problem: { readonly reason: string; readonly unsupportedType?: string } | null;
}

const MULTIPATCH = 31;
/** Esri's whitepaper: any value below −10³⁸ is "no data". */
const NO_DATA = -1e38;

type Ring = readonly Position3[];

/** Twice the signed area, about the first corner: far from zero the plain formula loses the sign of thin rings. */
const signedArea = (ring: Ring): number => {
  const [x0, y0] = ring[0]!;
  let sum = 0;
  for (let i = 1; i + 1 < ring.length; i += 1) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[i + 1]!;
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
};

const contains = (ring: Ring, [x, y]: Position3): boolean => {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
};

/**
 * A shapefile polygon is a heap of rings, outer ones clockwise. Each hole goes to the smallest outer ring that holds
 * its first corner; a hole in no outer ring is an outer ring drawn the wrong way round.
 */
const polygonsOf = (rings: readonly Ring[]): (readonly Ring[])[] => {
  const outers = rings.filter((ring) => signedArea(ring) <= 0);
  const holes = rings.filter((ring) => signedArea(ring) > 0);
  const polygons = outers.map((outer) => ({ outer, area: -signedArea(outer), rings: [outer] }));
  for (const hole of holes) {
    const homes = polygons.filter(({ outer, area }) => area > signedArea(hole) && contains(outer, hole[0]!));
    homes.sort((a, b) => a.area - b.area);
    if (homes[0]) homes[0].rings.push(hole);
    else polygons.push({ outer: hole, area: signedArea(hole), rings: [hole] });
  }
  return polygons.map((polygon) => polygon.rings);
};

/**
 * The geometry in a record's content (after its 8-byte header). Shape types 1–28 of the ESRI Shapefile Technical
 * Description (1998): points, arcs, polygons and multipoints, plain, Z and M; M is dropped.
 */
export const readShape = (content: DataView): ShapeReading => {
  const damaged = (reason: string): ShapeReading => ({ geometry: null, problem: { reason } });
  if (content.byteLength < 4) return damaged('no shape type');
  const type = content.getInt32(0, true);
  if (type === 0) return { geometry: null, problem: null };
  if (type === MULTIPATCH) {
    return { geometry: null, problem: { reason: 'MultiPatch', unsupportedType: 'MultiPatch' } };
  }
  const kind = type % 10;
  const hasZ = type > 10 && type < 20;
  if (type > 28 || ![1, 3, 5, 8].includes(kind)) return damaged(`shape type ${type}`);
  const position = (at: number, zAt: number | null): Position3 => {
    const z = zAt === null ? null : content.getFloat64(zAt, true);
    return [
      content.getFloat64(at, true),
      content.getFloat64(at + 8, true),
      z === null || Number.isNaN(z) || z < NO_DATA ? null : z,
    ];
  };
  if (kind === 1) {
    if (content.byteLength < (hasZ ? 28 : 20)) return damaged('record too short');
    const point = position(4, hasZ ? 20 : null);
    return Number.isFinite(point[0] + point[1])
      ? { geometry: { type: 'points', points: [point] }, problem: null }
      : damaged('coordinate not finite');
  }
  const countsAt = 36;
  if (content.byteLength < countsAt + 4) return damaged('record too short');
  const parts = kind === 8 ? 1 : content.getInt32(countsAt, true);
  const points = content.getInt32(kind === 8 ? countsAt : countsAt + 4, true);
  const partsAt = kind === 8 ? countsAt + 4 : countsAt + 8;
  const pointsAt = kind === 8 ? partsAt : partsAt + 4 * parts;
  const zAt = pointsAt + 16 * points + 16;
  const needed = hasZ ? zAt + 8 * points : pointsAt + 16 * points;
  if (parts < 0 || points < 0 || needed > content.byteLength) {
    return damaged(`${needed} bytes expected, ${content.byteLength} in the record`);
  }
  const all = Array.from({ length: points }, (_, i) =>
    position(pointsAt + 16 * i, hasZ ? zAt + 8 * i : null),
  );
  if (all.some(([x, y]) => !Number.isFinite(x + y))) return damaged('coordinate not finite');
  if (points === 0) return { geometry: null, problem: null };
  if (kind === 8) return { geometry: { type: 'points', points: all }, problem: null };
  const starts = Array.from({ length: parts }, (_, i) => content.getInt32(partsAt + 4 * i, true));
  if (starts.some((start, i) => start < (starts[i - 1] ?? 0) || start >= points))
    return damaged('part index');
  const pieces = starts
    .map((start, i) => all.slice(start, starts[i + 1] ?? points))
    .filter((each) => each.length > 0);
  const geometry: VectorGeometry =
    kind === 3 ? { type: 'lines', lines: pieces } : { type: 'polygons', polygons: polygonsOf(pieces) };
  return { geometry, problem: null };
};
