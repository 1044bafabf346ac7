import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readGround, terrainOf } from '../../domain/geology/ground-field.ts';
import type { TriangleMesh } from '../../domain/geometry/triangle-mesh.ts';
import type { ModelledLayer } from '../model/model-mine.ts';
import { writeGround } from './ground-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyalite-ground-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A slope of nodes 10 m apart that rises 1 in 10 to the east, one node missing. */
const slope = (columns: number, rows: number, missing: number | null = null): TriangleMesh => {
  const positions: number[] = [];
  const indices: number[] = [];
  for (let k = 0; k < columns * rows; k++) {
    const [i, j] = [k % columns, Math.floor(k / columns)];
    positions.push(-200 + i * 10, 70 + j * 10, 300 + i);
    if (i === columns - 1 || j === rows - 1) continue;
    for (const triangle of [
      [k, k + 1, k + columns + 1],
      [k, k + columns + 1, k + columns],
    ])
      if (!triangle.includes(missing ?? -1)) indices.push(...triangle);
  }
  return { positions: Float64Array.from(positions), indices: Uint32Array.from(indices) };
};
const terrain = (mesh: TriangleMesh, cellSize: number | null): ModelledLayer =>
  ({ kind: 'terrain', features: [{ mesh, properties: { cellSize } }] }) as unknown as ModelledLayer;
const written = async (layers: readonly ModelledLayer[], most?: number) => {
  const entry = (await writeGround(layers, folder, most))!;
  const { buffer, byteOffset, length } = await readFile(join(folder, entry.file));
  const field = readGround(entry, buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer);
  return { entry, field, at: terrainOf(field) };
};

describe('the heights of the ground', () => {
  test('are those of the terrain, to a millimetre', async () => {
    const { entry, at } = await written([terrain(slope(21, 11), 10)]);
    expect(entry).toMatchObject({ east: -200, north: 70, cell: 10, columns: 21, rows: 11, error: 0 });
    expect(at(-200, 70)).toBeCloseTo(300, 3);
    expect(at(-123.4, 111.1)).toBeCloseTo(307.66, 3);
    expect(at(0, 170)).toBeCloseTo(320, 3);
    expect(at(0.5, 170)).toBeNull();
  });

  test('are unknown where a cell has no data', async () => {
    const { at } = await written([terrain(slope(21, 11, 5 * 21 + 10), 10)]);
    expect(at(-102, 118)).toBeNull();
    expect(at(-150, 150)).toBeCloseTo(305, 3);
  });

  test('too many are thinned, and it is said how much that costs', async () => {
    const bumpy = slope(41, 41);
    bumpy.positions[(20 * 41 + 21) * 3 + 2]! += 4;
    const { entry } = await written([terrain(bumpy, 10)], 500);
    expect(entry.columns * entry.rows).toBeLessThanOrEqual(500 * 1.2);
    expect(entry.error).toBeGreaterThan(1);
  });

  test('of terrain without a cell size are as dense as its triangles', async () => {
    const { entry } = await written([terrain(slope(21, 11), null)]);
    expect(entry.cell).toBeCloseTo(10, 1);
  });

  test('where there is no terrain there is no file', async () => {
    expect(await writeGround([], folder)).toBeNull();
  });
});
