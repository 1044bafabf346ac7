import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { GridSpec } from '../../domain/geology/geological-model.ts';
import {
  gridKriger,
  type KrigedRows,
  ROWS_TOGETHER,
  type Unestimated,
} from '../../domain/geology/kriging/krige-grid.ts';
import type { Neighbourhood } from '../../domain/geology/kriging/kriger.ts';
import type { KrigingData } from '../../domain/geology/kriging/kriging-data.ts';
import type { VariogramModel } from '../../domain/geology/kriging/variogram-model.ts';

/** What a thread is sent: no functions, so ordinary kriging only. */
export interface KrigingJob {
  readonly data: KrigingData;
  readonly grid: GridSpec;
  readonly model: VariogramModel;
  readonly neighbourhood: Neighbourhood;
}

/** What the threads share: the grid they fill, and the next rows nobody has taken. */
export interface SharedGrid {
  readonly estimate: Float64Array<SharedArrayBuffer>;
  readonly variance: Float64Array<SharedArrayBuffer>;
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** Under this many nodes a thread costs more than it saves. */
const NODES_WORTH_A_THREAD = 20_000;

/**
 * Ordinary kriging of a whole grid. This thread works like the others, and each takes the next rows when it is done with
 * its last, so that one which starts late only takes fewer. The result does not depend on how many there are.
 * @throws RangeError as `krigeGrid`
 */
export const krigeInThreads = async (
  job: KrigingJob,
  threads = availableParallelism(),
): Promise<KrigedRows> => {
  const { columns, rows } = job.grid;
  const worth = Math.max(1, Math.floor((columns * rows) / NODES_WORTH_A_THREAD));
  const shared: SharedGrid = {
    estimate: new Float64Array(new SharedArrayBuffer(columns * rows * 8)),
    variance: new Float64Array(new SharedArrayBuffer(columns * rows * 8)),
    next: new Int32Array(new SharedArrayBuffer(4)),
  };
  const others = Array.from({ length: Math.min(threads, worth, rows) - 1 }, () => inThread(job, shared));
  // Heard of below, or not at all where this thread fails with the same error.
  for (const other of others) other.catch(() => {});
  const parts = [krigeRows(job, shared), ...(await Promise.all(others))];
  const total = (pick: (part: Unestimated) => number) => parts.reduce((sum, part) => sum + pick(part), 0);
  return {
    estimate: Float64Array.from(shared.estimate),
    variance: Float64Array.from(shared.variance),
    tooFew: total((part) => part.tooFew),
    singular: total((part) => part.singular),
  };
};

/** One thread's share: rows, as long as there are any. */
export const krigeRows = ({ data, grid, ...o }: KrigingJob, shared: SharedGrid): Unestimated => {
  const krige = gridKriger(data, grid, o);
  let tooFew = 0;
  let singular = 0;
  for (;;) {
    const from = Atomics.add(shared.next, 0, 1) * ROWS_TOGETHER;
    if (from >= grid.rows) return { tooFew, singular };
    const missing = krige(shared, from, Math.min(grid.rows, from + ROWS_TOGETHER));
    tooFew += missing.tooFew;
    singular += missing.singular;
  }
};

const inThread = (job: KrigingJob, shared: SharedGrid): Promise<Unestimated> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./krige-thread.ts', import.meta.url), { workerData: { job, shared } });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
