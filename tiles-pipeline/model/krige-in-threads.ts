import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { GridSpec } from '../../domain/geology/geological-model.ts';
import { type KrigedRows, krigeGrid } from '../../domain/geology/kriging/krige-grid.ts';
import type { Neighbourhood } from '../../domain/geology/kriging/kriger.ts';
import type { KrigingData } from '../../domain/geology/kriging/kriging-data.ts';
import type { VariogramModel } from '../../domain/geology/kriging/variogram-model.ts';

/** What a thread is sent: no functions, so ordinary kriging only. */
export interface KrigingJob {
  readonly data: KrigingData;
  readonly grid: GridSpec;
  readonly model: VariogramModel;
  readonly neighbourhood: Neighbourhood;
  readonly rows: { readonly from: number; readonly to: number };
}

/** Under this many nodes a thread costs more than it saves. */
const NODES_WORTH_A_THREAD = 20_000;

/**
 * Ordinary kriging of a whole grid, its rows shared out among threads. Each thread reads its own copy of the data; the
 * result does not depend on how many there are beyond rounding, since blocks begin at other rows.
 * @throws RangeError as `krigeGrid`
 */
export const krigeInThreads = async (
  job: Omit<KrigingJob, 'rows'>,
  threads = availableParallelism(),
): Promise<KrigedRows> => {
  const { grid } = job;
  const worth = Math.max(1, Math.floor((grid.columns * grid.rows) / NODES_WORTH_A_THREAD));
  const count = Math.min(threads, worth, grid.rows);
  if (count === 1) return krigeGrid(job.data, grid, job);
  const bounds = Array.from({ length: count + 1 }, (_, k) => Math.round((grid.rows * k) / count));
  const parts = await Promise.all(
    bounds.slice(1).map((to, k) => inThread({ ...job, rows: { from: bounds[k]!, to } })),
  );
  const estimate = new Float64Array(grid.columns * grid.rows);
  const variance = new Float64Array(estimate.length);
  parts.forEach((part, k) => {
    estimate.set(part.estimate, bounds[k]! * grid.columns);
    variance.set(part.variance, bounds[k]! * grid.columns);
  });
  const total = (pick: (part: KrigedRows) => number) => parts.reduce((sum, part) => sum + pick(part), 0);
  return {
    estimate,
    variance,
    tooFew: total((part) => part.tooFew),
    singular: total((part) => part.singular),
  };
};

const inThread = (job: KrigingJob): Promise<KrigedRows> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./krige-thread.ts', import.meta.url), { workerData: job });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
