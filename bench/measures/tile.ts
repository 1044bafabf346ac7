import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Bench, figure, median } from '../figure.ts';
import { measureModule, type ProcessCost } from '../measured-process.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const RUNS = 3;
/** 708 × 708 cells of two triangles: just over a million. */
const CELLS = 708;
const CELL_METRES = 5;

/** Rolling hills as OBJ text: smooth enough to simplify, rough enough to cost something. */
const hillsObj = (): string => {
  const lines: string[] = ['o hills'];
  for (let row = 0; row <= CELLS; row++)
    for (let column = 0; column <= CELLS; column++) {
      const [x, y] = [column * CELL_METRES, row * CELL_METRES];
      const z =
        80 * Math.sin(x / 400) * Math.cos(y / 330) + 6 * Math.sin(x / 37) + 2 * Math.sin((x + 2 * y) / 11);
      lines.push(`v ${x} ${y} ${z.toFixed(3)}`);
    }
  const vertex = (row: number, column: number) => row * (CELLS + 1) + column + 1;
  for (let row = 0; row < CELLS; row++)
    for (let column = 0; column < CELLS; column++) {
      const [a, b, c, d] = [
        vertex(row, column),
        vertex(row, column + 1),
        vertex(row + 1, column),
        vertex(row + 1, column + 1),
      ];
      lines.push(`f ${a} ${b} ${d}`, `f ${a} ${d} ${c}`);
    }
  return `${lines.join('\n')}\n`;
};

const folderBytes = async (folder: string): Promise<number> => {
  const names = await readdir(folder);
  return (await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size))).reduce(
    (a, b) => a + b,
    0,
  );
};

const cost = (costs: readonly ProcessCost[], pick: (one: ProcessCost) => number): number =>
  median(costs.map(pick));

/** Ours makes a whole pyramid of levels with features; the peer one level without. */
export const tile: Bench = {
  name: 'tile',
  about: `a million triangles from OBJ: our tileset (all levels) beside gltfpack's one GLB, median of ${RUNS}`,
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'hyalite-bench-'));
    const obj = join(folder, 'hills.obj');
    await writeFile(obj, hillsObj());
    const [ours, peer]: ProcessCost[][] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      ours.push(await measureModule(join(import.meta.dirname, 'tile-obj.ts'), [obj, join(folder, 'tiles')]));
      const glb = join(folder, 'peer.glb');
      peer.push(
        await measureModule(join(ROOT, 'node_modules/gltfpack/cli.js'), [
          '-i',
          obj,
          '-o',
          glb,
          '-c',
          '-vp',
          '16',
        ]),
      );
    }
    const name = 'gltfpack 1.3 (one level, no features)';
    const bytes = {
      ours: await folderBytes(join(folder, 'tiles')),
      peer: (await stat(join(folder, 'peer.glb'))).size,
    };
    await rm(folder, { recursive: true });
    return [
      figure(
        'tile',
        'cpu',
        's',
        cost(ours, (c) => c.cpuSeconds),
        { value: cost(peer, (c) => c.cpuSeconds), name },
      ),
      figure(
        'tile',
        'peak memory',
        'MiB',
        cost(ours, (c) => c.peakMiB),
        { value: cost(peer, (c) => c.peakMiB), name },
      ),
      figure('tile', 'output', 'bytes', bytes.ours, { value: bytes.peer, name }),
    ];
  },
};
