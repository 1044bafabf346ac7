import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Bench, type Figure, figure, median } from '../figure.ts';
import { measureModule } from '../measured-process.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const RUNS = 3;

const MINES = [
  { id: 'qingshi-iron', manifest: 'data/qingshi-iron/mine.yaml', needs: 'data' },
  { id: 'baiyun-limestone', manifest: 'data/baiyun-limestone/mine.yaml', needs: 'data' },
  { id: 'charleroi', manifest: 'e2e/mines/charleroi/mine.yaml', needs: '../shared/data/01-charleroi-coal' },
];

const folderBytes = async (folder: string): Promise<number> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map(async (file) => (await stat(file)).size))).reduce((a, b) => a + b, 0);
};

const measureMine = async (mine: (typeof MINES)[number]): Promise<Figure[]> => {
  const costs = [];
  let bytes = 0;
  for (let run = 0; run < RUNS; run++) {
    const out = await mkdtemp(join(tmpdir(), 'hyalite-bench-'));
    const args = ['build', join(ROOT, mine.manifest), '--out', out];
    costs.push(await measureModule(join(ROOT, 'bin/hyalite.ts'), args));
    bytes = await folderBytes(out);
    await rm(out, { recursive: true });
  }
  return [
    figure('build', `${mine.id} cpu`, 's', median(costs.map((cost) => cost.cpuSeconds))),
    figure('build', `${mine.id} peak memory`, 'MiB', median(costs.map((cost) => cost.peakMiB))),
    figure('build', `${mine.id} bundle`, 'bytes', bytes),
  ];
};

/** The whole way from survey files to a bundle, a cold process each time. No peer reads survey files into 3D Tiles. */
export const build: Bench = {
  name: 'build',
  about: `hyalite build of the demo mines and Charleroi, whole process, median of ${RUNS}`,
  async run() {
    const figures: Figure[] = [];
    for (const mine of MINES) {
      if (existsSync(join(ROOT, mine.needs))) figures.push(...(await measureMine(mine)));
      else process.stderr.write(`build: ${mine.id} left out, ${mine.needs} is not on this machine\n`);
    }
    return figures;
  },
};
