import { parentPort, workerData } from 'node:worker_threads';
import { krigeGrid } from '../../domain/geology/kriging/krige-grid.ts';
import type { KrigingJob } from './krige-in-threads.ts';

/** One thread's share of a grid: works once and ends. */
const { data, grid, ...o } = workerData as KrigingJob;
const rows = krigeGrid(data, grid, o);
parentPort!.postMessage(rows, [rows.estimate.buffer as ArrayBuffer, rows.variance.buffer as ArrayBuffer]);
