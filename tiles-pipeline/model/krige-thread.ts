import { parentPort, workerData } from 'node:worker_threads';
import { type KrigingJob, krigeRows, type SharedGrid } from './krige-in-threads.ts';

/** One of the threads of `krigeInThreads`: works once and ends. */
const { job, shared } = workerData as { readonly job: KrigingJob; readonly shared: SharedGrid };
parentPort!.postMessage(krigeRows(job, shared));
