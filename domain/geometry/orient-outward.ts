import { type Box3, boxesOverlap, emptyBox, growBox } from './bounds.ts';
import type { TriangleMesh } from './triangle-mesh.ts';

/**
 * Turns triangles so that all of a part agree, outer shells face out and shells inside another (cavities) face in.
 * Parts that are not closed are made to agree and otherwise left as they were. Returns the mesh itself where nothing
 * had to be turned.
 */
export function orientOutward(mesh: TriangleMesh): TriangleMesh {
  const indices = mesh.indices.slice();
  const shells = agree(mesh, indices);
  const { positions } = mesh;
  for (const shell of shells) {
    if (!shell.closed || shell.triangles.length === 0) continue;
    const depth = shells.filter(
      (other) => other !== shell && other.closed && isInside(positions, indices, shell, other),
    ).length;
    const wanted = depth % 2 === 0 ? 1 : -1;
    if (Math.sign(volume(positions, indices, shell)) === -wanted)
      for (const triangle of shell.triangles) flip(indices, triangle);
  }
  return indices.every((v, i) => v === mesh.indices[i]) ? mesh : { positions, indices };
}

interface Shell {
  readonly triangles: number[];
  readonly box: Box3;
  closed: boolean;
}

const flip = (indices: Uint32Array, triangle: number): void => {
  const b = indices[triangle * 3 + 1]!;
  indices[triangle * 3 + 1] = indices[triangle * 3 + 2]!;
  indices[triangle * 3 + 2] = b;
};

/** Walks over edges of two triangles from the first triangle of each part, turning its neighbours to agree. */
function agree({ positions }: TriangleMesh, indices: Uint32Array): Shell[] {
  const vertices = positions.length / 3;
  const count = indices.length / 3;
  const sides = new Map<number, number[]>();
  const keyOf = (from: number, to: number): number =>
    from < to ? from * vertices + to : to * vertices + from;
  for (let half = 0; half < indices.length; half++) {
    const key = keyOf(indices[half]!, indices[next(half)]!);
    const list = sides.get(key);
    if (list) list.push((half / 3) | 0);
    else sides.set(key, [(half / 3) | 0]);
  }
  const seen = new Uint8Array(count);
  const shells: Shell[] = [];
  for (let seed = 0; seed < count; seed++) {
    if (seen[seed]) continue;
    seen[seed] = 1;
    const shell: Shell = { triangles: [], box: emptyBox(), closed: true };
    shells.push(shell);
    const queue = [seed];
    for (let triangle = queue.pop(); triangle !== undefined; triangle = queue.pop()) {
      shell.triangles.push(triangle);
      for (let k = 0; k < 3; k++) {
        const from = indices[triangle * 3 + k]!;
        const to = indices[triangle * 3 + ((k + 1) % 3)]!;
        growBox(shell.box, positions[from * 3]!, positions[from * 3 + 1]!, positions[from * 3 + 2]!);
        const pair = sides.get(keyOf(from, to))!;
        if (pair.length % 2 === 1) shell.closed = false;
        if (pair.length !== 2) continue;
        const other = pair[0] === triangle ? pair[1]! : pair[0]!;
        if (seen[other]) continue;
        seen[other] = 1;
        if (runs(indices, other, from, to)) flip(indices, other);
        queue.push(other);
      }
    }
  }
  return shells;
}

const next = (half: number): number => (half % 3 === 2 ? half - 2 : half + 1);

const runs = (indices: Uint32Array, triangle: number, from: number, to: number): boolean =>
  [0, 1, 2].some((k) => indices[triangle * 3 + k] === from && indices[triangle * 3 + ((k + 1) % 3)] === to);

function volume(p: Float64Array, indices: Uint32Array, { triangles, box }: Shell): number {
  const [ox, oy, oz] = box.min;
  let sum = 0;
  for (const triangle of triangles) {
    const [a, b, c] = [0, 1, 2].map((k) => indices[triangle * 3 + k]! * 3) as [number, number, number];
    const ax = p[a]! - ox;
    const ay = p[a + 1]! - oy;
    const az = p[a + 2]! - oz;
    const [bx, by, bz] = [p[b]! - ox, p[b + 1]! - oy, p[b + 2]! - oz];
    const [cx, cy, cz] = [p[c]! - ox, p[c + 1]! - oy, p[c + 2]! - oz];
    sum += ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
  }
  return sum;
}

/**
 * Whether a triangle of `inner` lies in `outer`: crossings of the line going up from it, counted for odd or even.
 * The line starts at an odd mix of the corners, so that it does not run through edges of regular meshes.
 */
function isInside(p: Float64Array, indices: Uint32Array, inner: Shell, outer: Shell): boolean {
  if (!boxesOverlap(inner.box, outer.box)) return false;
  const [a, b, c] = [0, 1, 2].map((k) => indices[inner.triangles[0]! * 3 + k]! * 3) as [
    number,
    number,
    number,
  ];
  const mix = (k: number): number => 0.3217 * p[a + k]! + 0.2911 * p[b + k]! + 0.3872 * p[c + k]!;
  const [x, y, z] = [mix(0), mix(1), mix(2)];
  let crossings = 0;
  for (const triangle of outer.triangles) {
    const [u, v, w] = [0, 1, 2].map((k) => indices[triangle * 3 + k]! * 3) as [number, number, number];
    const side = (i: number, j: number): number =>
      (p[i]! - x) * (p[j + 1]! - y) - (p[j]! - x) * (p[i + 1]! - y);
    const [d, e, f] = [side(v, w), side(w, u), side(u, v)];
    if (!((d > 0 && e > 0 && f > 0) || (d < 0 && e < 0 && f < 0))) continue;
    const up = (d * p[u + 2]! + e * p[v + 2]! + f * p[w + 2]!) / (d + e + f);
    if (up > z) crossings++;
  }
  return crossings % 2 === 1;
}
