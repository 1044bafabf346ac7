/**
 * A flat convex shape is a run of corners in a Float64Array, 3 doubles a corner, in order round it: 1 corner is a point,
 * 2 a segment, 3 a triangle, more the section of a heading. Shapes that have collapsed (corners in a line or in one
 * point) are as good as any.
 */

/** The nearest pair of points found so far. Searches only ever bring it down. */
export interface NearestPair {
  /** m²; +∞ where nothing has been found. */
  square: number;
  /** On the first shape, metres. */
  hereX: number;
  hereY: number;
  hereZ: number;
  /** On the second shape, metres. */
  thereX: number;
  thereY: number;
  thereZ: number;
}

/** @param square only pairs nearer than this (m²) are taken */
export const nothingNearer = (square = Infinity): NearestPair => ({
  square,
  hereX: 0,
  hereY: 0,
  hereZ: 0,
  thereX: 0,
  thereY: 0,
  thereZ: 0,
});

/** Sides of a shape: a point counts as one side of no length. */
const sides = (corners: number): number => (corners > 2 ? corners : 1);

/**
 * A side this much shorter across than along (sine) has a plane too uncertain to throw candidates away by: the rest of
 * the work is the same, only without that short cut.
 */
const SLIVER = 1e-6;

/** Thinner than this (sine), or this small (square of twice the area, m⁴), a shape is its sides and has no face. */
const COLLAPSED = 1e-15;
const SMALLEST = 1e-200;

/**
 * Brings `pair` down to the nearest points of two flat convex shapes, where they are nearer than it. Exact in doubles:
 * the smallest of sides against sides and corners against faces, 0 where one pierces the other.
 * @param p corners of the first shape start at `p[pAt]` and are `n`; likewise `q`, `qAt`, `m`
 * @returns whether `pair` was brought down
 */
export function nearestOfFlat(
  p: Float64Array,
  pAt: number,
  n: number,
  q: Float64Array,
  qAt: number,
  m: number,
  pair: NearestPair,
): boolean {
  const before = pair.square;
  // `there` and `here` change places when the second shape's corners are held against the first one's face.
  if (m > 2 && !faceAgainst(p, pAt, n, q, qAt, m, pair, false)) return pair.square < before;
  if (n > 2 && !faceAgainst(q, qAt, m, p, pAt, n, pair, true)) return pair.square < before;
  const pSides = sides(n);
  const qSides = sides(m);
  // For a shape of many sides it pays to leave out those that look away from all of the other shape.
  const many = n > 3;
  if (many) lookOut(p, pAt, n);
  for (let i = 0; i < pSides; i++) {
    const a = pAt + 3 * i;
    const b = pAt + 3 * ((i + 1) % n);
    if (many && looksAway(p, a, b, q, qAt, m)) continue;
    for (let j = 0; j < qSides; j++)
      nearestOfSegments(p, a, b, q, qAt + 3 * j, qAt + 3 * ((j + 1) % m), pair);
  }
  return pair.square < before;
}

/** Normal of the shape of many sides in hand. */
const facing = new Float64Array(3);

/** The normal from three corners far from one another: on a convex shape they are never nearly in a line for nothing. */
function lookOut(p: Float64Array, pAt: number, n: number): void {
  const b = pAt + 3 * Math.floor(n / 3);
  const c = pAt + 3 * Math.floor((2 * n) / 3);
  const [ux, uy, uz] = [p[b]! - p[pAt]!, p[b + 1]! - p[pAt + 1]!, p[b + 2]! - p[pAt + 2]!];
  const [vx, vy, vz] = [p[c]! - p[pAt]!, p[c + 1]! - p[pAt + 1]!, p[c + 2]! - p[pAt + 2]!];
  facing[0] = uy * vz - uz * vy;
  facing[1] = uz * vx - ux * vz;
  facing[2] = ux * vy - uy * vx;
}

/**
 * Whether all corners of `q` lie on the inner side of a side of `p`. Then no nearest point lies on that side: from any of
 * its points one could go inward, and nearer.
 */
function looksAway(p: Float64Array, a: number, b: number, q: Float64Array, qAt: number, m: number): boolean {
  const ex = p[b]! - p[a]!;
  const ey = p[b + 1]! - p[a + 1]!;
  const ez = p[b + 2]! - p[a + 2]!;
  const ix = facing[1]! * ez - facing[2]! * ey;
  const iy = facing[2]! * ex - facing[0]! * ez;
  const iz = facing[0]! * ey - facing[1]! * ex;
  const size = Math.abs(ix) + Math.abs(iy) + Math.abs(iz);
  for (let j = 0; j < m; j++) {
    const at = qAt + 3 * j;
    const inward = ix * (q[at]! - p[a]!) + iy * (q[at + 1]! - p[a + 1]!) + iz * (q[at + 2]! - p[a + 2]!);
    if (!(inward > AWAY * size)) return false;
  }
  return true;
}

/** Clearly on the inner side, metres: where it is doubtful the side is looked at. */
const AWAY = 1e-6;

/**
 * Corners and sides of `p` against the face of `q`.
 * @returns false where nothing nearer than `pair` is left to find
 */
function faceAgainst(
  p: Float64Array,
  pAt: number,
  n: number,
  q: Float64Array,
  qAt: number,
  m: number,
  pair: NearestPair,
  swapped: boolean,
): boolean {
  const ox = q[qAt]!;
  const oy = q[qAt + 1]!;
  const oz = q[qAt + 2]!;
  // The normal over all corners: a single corner of a section may be straight.
  let nx = 0;
  let ny = 0;
  let nz = 0;
  let ux = q[qAt + 3]! - ox;
  let uy = q[qAt + 4]! - oy;
  let uz = q[qAt + 5]! - oz;
  let longest = ux * ux + uy * uy + uz * uz;
  for (let j = 2; j < m; j++) {
    const vx = q[qAt + 3 * j]! - ox;
    const vy = q[qAt + 3 * j + 1]! - oy;
    const vz = q[qAt + 3 * j + 2]! - oz;
    nx += uy * vz - uz * vy;
    ny += uz * vx - ux * vz;
    nz += ux * vy - uy * vx;
    ux = vx;
    uy = vy;
    uz = vz;
    longest = Math.max(longest, ux * ux + uy * uy + uz * uz);
  }
  const nn = nx * nx + ny * ny + nz * nz;
  if (!(nn > COLLAPSED * COLLAPSED * longest * longest + SMALLEST)) return true;

  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < n; i++) {
    const at = pAt + 3 * i;
    const h = nx * (p[at]! - ox) + ny * (p[at + 1]! - oy) + nz * (p[at + 2]! - oz);
    if (h < low) low = h;
    if (h > high) high = h;
  }
  const clear = low > 0 ? low : high < 0 ? -high : 0;
  if (clear > 0 && nn > SLIVER * SLIVER * longest * longest && clear * clear >= pair.square * nn)
    return false;

  for (let i = 0; i < n; i++) {
    const at = pAt + 3 * i;
    const px = p[at]!;
    const py = p[at + 1]!;
    const pz = p[at + 2]!;
    const h = nx * (px - ox) + ny * (py - oy) + nz * (pz - oz);
    const share = h / nn;
    const fx = px - nx * share;
    const fy = py - ny * share;
    const fz = pz - nz * share;
    if (h * share < pair.square && isOnFace(fx, fy, fz, q, qAt, m, nx, ny, nz)) {
      const square = (px - fx) ** 2 + (py - fy) ** 2 + (pz - fz) ** 2;
      if (square < pair.square) set(pair, square, px, py, pz, fx, fy, fz, swapped);
    }
    if (clear > 0 || n === 1 || (n === 2 && i === 1)) continue;
    const to = pAt + 3 * ((i + 1) % n);
    const g = nx * (p[to]! - ox) + ny * (p[to + 1]! - oy) + nz * (p[to + 2]! - oz);
    if (!((h < 0 && g > 0) || (h > 0 && g < 0)) || pair.square === 0) continue;
    const along = h / (h - g);
    const x = px + (p[to]! - px) * along;
    const y = py + (p[to + 1]! - py) * along;
    const z = pz + (p[to + 2]! - pz) * along;
    if (isOnFace(x, y, z, q, qAt, m, nx, ny, nz)) set(pair, 0, x, y, z, x, y, z, swapped);
  }
  return pair.square > 0;
}

/** Whether a point of the plane of a face lies on the face, its sides included. */
function isOnFace(
  x: number,
  y: number,
  z: number,
  q: Float64Array,
  qAt: number,
  m: number,
  nx: number,
  ny: number,
  nz: number,
): boolean {
  for (let j = 0; j < m; j++) {
    const a = qAt + 3 * j;
    const b = qAt + 3 * ((j + 1) % m);
    const ex = q[b]! - q[a]!;
    const ey = q[b + 1]! - q[a + 1]!;
    const ez = q[b + 2]! - q[a + 2]!;
    const wx = x - q[a]!;
    const wy = y - q[a + 1]!;
    const wz = z - q[a + 2]!;
    if (nx * (ey * wz - ez * wy) + ny * (ez * wx - ex * wz) + nz * (ex * wy - ey * wx) < 0) return false;
  }
  return true;
}

/** Closer to parallel than this (square of the sine) the crossing of two lines says nothing; their ends do. */
const PARALLEL = 1e-14;

/**
 * Nearest points of the segments p[a] p[b] and q[c] q[d], where nearer than `pair`.
 * After Ericson, Real-Time Collision Detection (2005), 5.1.9; near-parallel segments are settled by their ends.
 */
function nearestOfSegments(
  p: Float64Array,
  a: number,
  b: number,
  q: Float64Array,
  c: number,
  d: number,
  pair: NearestPair,
): void {
  const ux = p[b]! - p[a]!;
  const uy = p[b + 1]! - p[a + 1]!;
  const uz = p[b + 2]! - p[a + 2]!;
  const vx = q[d]! - q[c]!;
  const vy = q[d + 1]! - q[c + 1]!;
  const vz = q[d + 2]! - q[c + 2]!;
  const rx = p[a]! - q[c]!;
  const ry = p[a + 1]! - q[c + 1]!;
  const rz = p[a + 2]! - q[c + 2]!;
  const uu = ux * ux + uy * uy + uz * uz;
  const vv = vx * vx + vy * vy + vz * vz;
  const uv = ux * vx + uy * vy + uz * vz;
  const ur = ux * rx + uy * ry + uz * rz;
  const vr = vx * rx + vy * ry + vz * rz;
  const denominator = uu * vv - uv * uv;

  let s = 0;
  let t = 0;
  if (denominator > PARALLEL * uu * vv) {
    s = unitShare((uv * vr - ur * vv) / denominator);
    t = (uv * s + vr) / vv;
    if (t < 0) {
      t = 0;
      s = unitShare(-ur / uu);
    } else if (t > 1) {
      t = 1;
      s = unitShare((uv - ur) / uu);
    }
  } else {
    // Of two parallel segments an end of one is always among the nearest points.
    let best = Infinity;
    for (let end = 0; end < 4; end++) {
      let i = end;
      let j = end - 2;
      if (end < 2) j = vv > 0 ? unitShare((vr + i * uv) / vv) : 0;
      else i = uu > 0 ? unitShare((j * uv - ur) / uu) : 0;
      const square = (rx + ux * i - vx * j) ** 2 + (ry + uy * i - vy * j) ** 2 + (rz + uz * i - vz * j) ** 2;
      if (square < best) {
        best = square;
        s = i;
        t = j;
      }
    }
  }
  const dx = rx + ux * s - vx * t;
  const dy = ry + uy * s - vy * t;
  const dz = rz + uz * s - vz * t;
  const square = dx * dx + dy * dy + dz * dz;
  if (square >= pair.square) return;
  pair.square = square;
  pair.hereX = p[a]! + ux * s;
  pair.hereY = p[a + 1]! + uy * s;
  pair.hereZ = p[a + 2]! + uz * s;
  pair.thereX = q[c]! + vx * t;
  pair.thereY = q[c + 1]! + vy * t;
  pair.thereZ = q[c + 2]! + vz * t;
}

const unitShare = (share: number): number => (share < 0 ? 0 : share > 1 ? 1 : share);

function set(
  pair: NearestPair,
  square: number,
  x: number,
  y: number,
  z: number,
  u: number,
  v: number,
  w: number,
  swapped: boolean,
): void {
  pair.square = square;
  pair.hereX = swapped ? u : x;
  pair.hereY = swapped ? v : y;
  pair.hereZ = swapped ? w : z;
  pair.thereX = swapped ? x : u;
  pair.thereY = swapped ? y : v;
  pair.thereZ = swapped ? z : w;
}
