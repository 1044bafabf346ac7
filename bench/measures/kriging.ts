import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { HAS_GOLDEN } from '../../domain/geology/kriging/golden-data.test-kit.ts';
import { type Bench, figure, median } from '../figure.ts';
import { measureModule, type ProcessCost } from '../measured-process.ts';

const RUNS = 5;
const ROOT = resolve(import.meta.dirname, '../..');
const DATA = join(ROOT, '../shared/data/15-kriging-golden/points.csv');

/** The same task for R gstat, which prints the CPU seconds and the wall seconds of the whole R process. */
const SCRIPT = `
suppressPackageStartupMessages({ library(gstat); library(sp) })
p <- read.csv("${DATA}")
coordinates(p) <- ~ x + y
g <- expand.grid(x = seq(5, 4995, by = 10), y = seq(5, 4995, by = 10))
coordinates(g) <- ~ x + y
m <- vgm(psill = 160, model = "Sph", range = 1500, nugget = 0.64)
k <- krige(z ~ 1, p, g, model = m, nmax = 32, debug.level = 0)
stopifnot(abs(mean(k$var1.pred) + 310.7717) < 1e-3)
t <- proc.time()
cat(t[["user.self"]] + t[["sys.self"]], t[["elapsed"]])
`;

const hasGstat = (): boolean => spawnSync('Rscript', ['-e', 'library(gstat)']).status === 0;

const runGstat = (script: string): { cpuSeconds: number; wallSeconds: number } => {
  const { status, stdout, stderr } = spawnSync('Rscript', [script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`R gstat failed: ${stderr}`);
  const [cpuSeconds, wallSeconds] = stdout.trim().split(' ').map(Number);
  return { cpuSeconds: cpuSeconds!, wallSeconds: wallSeconds! };
};

/** Ours, a fresh Node each time, start and compiling included, in turns with R gstat, its own start included. */
export const kriging: Bench = {
  name: 'kriging',
  about: `ordinary kriging, 2 000 points to 500 × 500 cells, 32 neighbours, whole processes, medians of ${RUNS}`,
  skip: () => (HAS_GOLDEN ? null : 'the points of ../shared/data/15-kriging-golden are not there'),
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'hyalite-bench-'));
    const script = join(folder, 'gstat.R');
    await writeFile(script, SCRIPT);
    const gstat = hasGstat();
    const module = join(import.meta.dirname, 'kriging-grid.ts');
    const one: ProcessCost[] = [];
    const two: ProcessCost[] = [];
    const peer: { cpuSeconds: number; wallSeconds: number }[] = [];
    try {
      for (let run = 0; run < RUNS; run++) {
        one.push(await measureModule(module, ['1']));
        two.push(await measureModule(module, ['2']));
        if (gstat) peer.push(runGstat(script));
      }
    } finally {
      await rm(folder, { recursive: true });
    }
    const of = <T>(costs: readonly T[], pick: (cost: T) => number) => median(costs.map(pick));
    const beside = (pick: (cost: (typeof peer)[number]) => number) =>
      gstat ? { value: of(peer, pick), name: 'R gstat' } : null;
    const cpu = (cost: { cpuSeconds: number }) => cost.cpuSeconds;
    const wall = (cost: { wallSeconds: number }) => cost.wallSeconds;
    const oneThread = { value: of(one, wall), name: 'one thread' };
    return [
      figure('kriging', 'CPU, one thread', 's', of(one, cpu), beside(cpu)),
      figure('kriging', 'CPU, two threads', 's', of(two, cpu), beside(cpu)),
      figure('kriging', 'time to the result, one thread', 's', of(one, wall), beside(wall)),
      figure('kriging', 'time to the result, two threads', 's', of(two, wall), oneThread),
      figure(
        'kriging',
        'peak memory',
        'MiB',
        of(one, (cost) => cost.peakMiB),
      ),
    ];
  },
};
