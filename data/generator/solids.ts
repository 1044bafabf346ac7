import Module from 'manifold-3d';
import type { Vec3 } from './place.ts';
import { toMillimetre } from './place.ts';

/** Closed bodies from implicit fields, and the few meshes built by hand. Positions in local metres. */
export interface Mesh {
  readonly positions: readonly Vec3[];
  readonly triangles: readonly (readonly [number, number, number])[];
}
export interface NamedMesh extends Mesh {
  readonly name: string;
}

export interface FieldBox {
  /** Centre and half extents in a turned frame; `toWorld` takes frame metres to local metres. */
  readonly min: Vec3;
  readonly max: Vec3;
  readonly toWorld: (a: number, b: number, c: number) => Vec3;
  /** +1 where toWorld keeps handedness, −1 where it mirrors. */
  readonly handed: 1 | -1;
}

const wasm = await Module();
wasm.setup();

const NUDGE = 0.02;

/**
 * Where a thin neck was simplified away, two vertices of the solid can lie on one point; a reader that welds them gets
 * an edge with four triangles. The later one moves 2 cm towards its own neighbours.
 */
const parted = (positions: readonly Vec3[], triangles: Mesh['triangles']): Vec3[] => {
  const taken = new Set<string>();
  return positions.map((p, i) => {
    const key = p.map((v) => Math.round(v / 0.005)).join(' ');
    if (!taken.has(key)) {
      taken.add(key);
      return p;
    }
    const ring = triangles
      .filter((t) => t.includes(i))
      .flatMap((t) => t.filter((j) => j !== i).map((j) => positions[j]!));
    const to = [0, 1, 2].map((d) => ring.reduce((sum, q) => sum + q[d]!, 0) / ring.length - p[d]!);
    const length = Math.hypot(...to);
    return [0, 1, 2].map((d) => toMillimetre(p[d]! + (to[d]! / length) * NUDGE)) as unknown as Vec3;
  });
};

/** Skin of `field > 0` inside the box: the largest connected piece, closed, outward-facing. */
export const solidOf = (field: (p: Vec3) => number, box: FieldBox, edge: number, tolerance: number): Mesh => {
  const level = wasm.Manifold.levelSet(
    (q) => field(box.toWorld(q[0], q[1], q[2])),
    { min: [...box.min], max: [...box.max] },
    edge,
  );
  const pieces = level.decompose();
  const largest = pieces.reduce((best, piece) => (piece.volume() > best.volume() ? piece : best));
  const slim = largest.simplify(tolerance);
  const mesh = slim.getMesh();
  const positions: Vec3[] = [];
  for (let i = 0; i < mesh.numVert; i++) {
    const at = i * mesh.numProp;
    const p = box.toWorld(
      mesh.vertProperties[at]!,
      mesh.vertProperties[at + 1]!,
      mesh.vertProperties[at + 2]!,
    );
    positions.push([toMillimetre(p[0]), toMillimetre(p[1]), toMillimetre(p[2])]);
  }
  const triangles: (readonly [number, number, number])[] = [];
  for (let i = 0; i < mesh.numTri; i++) {
    const [a, b, c] = [mesh.triVerts[3 * i]!, mesh.triVerts[3 * i + 1]!, mesh.triVerts[3 * i + 2]!];
    triangles.push(box.handed > 0 ? [a, b, c] : [a, c, b]);
  }
  for (const made of [level, slim, ...pieces]) made.delete();
  return { positions: parted(positions, triangles), triangles };
};

/** An axis-parallel box around a centre. */
export const boxAround = (centre: Vec3, half: Vec3): FieldBox => ({
  min: [centre[0] - half[0], centre[1] - half[1], centre[2] - half[2]],
  max: [centre[0] + half[0], centre[1] + half[1], centre[2] + half[2]],
  toWorld: (x, y, z) => [x, y, z],
  handed: 1,
});

/** A sheet over a grid of points (null = hole in the sheet); facing up. */
export const sheet = (rows: readonly (readonly (Vec3 | null)[])[]): Mesh => {
  const positions: Vec3[] = [];
  const number = rows.map((row) => row.map((p) => (p ? positions.push(p) - 1 : -1)));
  const triangles: (readonly [number, number, number])[] = [];
  for (let j = 0; j + 1 < rows.length; j++)
    for (let i = 0; i + 1 < rows[j]!.length; i++) {
      const [a, b, c, d] = [number[j]![i]!, number[j]![i + 1]!, number[j + 1]![i + 1]!, number[j + 1]![i]!];
      if (a >= 0 && b >= 0 && c >= 0) triangles.push([a, b, c]);
      if (a >= 0 && c >= 0 && d >= 0) triangles.push([a, c, d]);
    }
  return { positions, triangles };
};

/** Closed body between two full grids of the same shape, `top` above `bottom`. */
export const slab = (top: readonly (readonly Vec3[])[], bottom: readonly (readonly Vec3[])[]): Mesh => {
  const width = top[0]!.length;
  const height = top.length;
  const upper = sheet(top);
  const lower = sheet(bottom);
  const offset = upper.positions.length;
  const triangles = [
    ...upper.triangles,
    ...lower.triangles.map(([a, b, c]) => [a + offset, c + offset, b + offset] as const),
  ];
  const rim: number[] = [];
  for (let i = 0; i < width; i++) rim.push(i);
  for (let j = 1; j < height; j++) rim.push(j * width + width - 1);
  for (let i = width - 2; i >= 0; i--) rim.push((height - 1) * width + i);
  for (let j = height - 2; j > 0; j--) rim.push(j * width);
  rim.forEach((a, k) => {
    const b = rim[(k + 1) % rim.length]!;
    triangles.push([a, a + offset, b + offset], [a, b + offset, b]);
  });
  return { positions: [...upper.positions, ...lower.positions], triangles };
};
