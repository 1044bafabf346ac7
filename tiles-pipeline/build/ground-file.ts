import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GroundEntry } from '../../domain/contracts/ground.ts';
import type { GridSpec } from '../../domain/geology/geological-model.ts';
import { heightAt } from '../../domain/geology/horizon-height.ts';
import { boxOfPositions, isEmptyBox, unionBox } from '../../domain/geometry/bounds.ts';
import type { TriangleMesh } from '../../domain/geometry/triangle-mesh.ts';
import { metres } from '../../domain/units/quantities.ts';
import type { ModelledLayer } from '../model/model-mine.ts';

const FILE = 'model/ground.bin';

/** A file of 8 MB; finer ground is thinned, and `error` says what that costs. */
const MOST_NODES = 2_000_000;
/** Share of a triangle by which its edges are widened: a node on an edge two triangles share is in one of them. */
const EDGE = 1e-9;

/**
 * Writes the heights of the ground on a grid as fine as the terrain was surveyed; null where there is no terrain, and then no
 * file. The same layers give the same bytes.
 */
export const writeGround = async (
  layers: readonly ModelledLayer[],
  folder: string,
  most = MOST_NODES,
): Promise<GroundEntry | null> => {
  const surfaces = layers
    .filter(({ kind }) => kind === 'terrain')
    .flatMap(({ features }) => features)
    .map(({ mesh, properties }) => ({ mesh, spacing: Number(properties.cellSize ?? Number.NaN) }));
  const grid = gridOver(surfaces, most);
  if (!grid) return null;
  const up = new Float64Array(grid.columns * grid.rows).fill(Number.NaN);
  for (const { mesh } of surfaces) lay(mesh, grid, up);
  let base = Number.POSITIVE_INFINITY;
  for (const value of up) if (value < base) base = value;
  if (!Number.isFinite(base)) return null;
  base = Math.floor(base);
  const bytes = new DataView(new ArrayBuffer(up.length * 4));
  up.forEach((value, k) => {
    bytes.setFloat32(k * 4, value - base, true);
  });
  await mkdir(join(folder, 'model'), { recursive: true });
  await writeFile(join(folder, FILE), new Uint8Array(bytes.buffer));
  const { east, north, cell, columns, rows } = grid;
  const error = Math.max(...surfaces.map(({ mesh }) => errorOf(mesh, grid, up)));
  return { file: FILE, east, north, cell, columns, rows, base, error: Number(error.toPrecision(3)) };
};

const gridOver = (
  surfaces: readonly { readonly mesh: TriangleMesh; readonly spacing: number }[],
  most: number,
): GridSpec | null => {
  const box = surfaces.map(({ mesh }) => boxOfPositions(mesh.positions)).reduce(unionBox, boxOfPositions([]));
  if (isEmptyBox(box)) return null;
  const [width, depth] = [box.max[0] - box.min[0], box.max[1] - box.min[1]];
  const spacing = Math.min(
    ...surfaces.map(({ mesh, spacing }) =>
      spacing > 0 ? spacing : Math.sqrt((width * depth * 2) / Math.max(1, mesh.indices.length / 3)),
    ),
  );
  const cell = Math.max(spacing, Math.sqrt((width * depth) / most), 0.01);
  return {
    east: metres(box.min[0]),
    north: metres(box.min[1]),
    cell: metres(cell),
    columns: Math.max(2, Math.floor(width / cell + 1e-6) + 1),
    rows: Math.max(2, Math.floor(depth / cell + 1e-6) + 1),
  };
};

/** Where surfaces lie over one another the upper one is the ground. */
const lay = ({ positions: p, indices }: TriangleMesh, grid: GridSpec, up: Float64Array): void => {
  const { east, north, cell, columns, rows } = grid;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i]! * 3, indices[i + 1]! * 3, indices[i + 2]! * 3];
    const [ax, ay] = [(p[a]! - east) / cell, (p[a + 1]! - north) / cell];
    const [bx, by] = [(p[b]! - east) / cell, (p[b + 1]! - north) / cell];
    const [cx, cy] = [(p[c]! - east) / cell, (p[c + 1]! - north) / cell];
    const twice = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    if (twice === 0) continue;
    const from = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - EDGE));
    const to = Math.min(columns - 1, Math.floor(Math.max(ax, bx, cx) + EDGE));
    const low = Math.max(0, Math.ceil(Math.min(ay, by, cy) - EDGE));
    const high = Math.min(rows - 1, Math.floor(Math.max(ay, by, cy) + EDGE));
    for (let y = low; y <= high; y++)
      for (let x = from; x <= to; x++) {
        const v = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / twice;
        const w = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / twice;
        if (v < -EDGE || w < -EDGE || v + w > 1 + EDGE) continue;
        const height = p[a + 2]! + v * (p[b + 2]! - p[a + 2]!) + w * (p[c + 2]! - p[a + 2]!);
        const at = y * columns + x;
        if (!(up[at]! >= height)) up[at] = height;
      }
  }
};

const errorOf = ({ positions }: TriangleMesh, grid: GridSpec, up: Float64Array): number => {
  let most = 0;
  for (let i = 0; i < positions.length; i += 3) {
    const off = Math.abs(heightAt(grid, up, positions[i]!, positions[i + 1]!) - positions[i + 2]!);
    if (off > most) most = off;
  }
  return most;
};
