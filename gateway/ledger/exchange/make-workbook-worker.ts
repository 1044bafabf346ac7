import { parentPort, workerData } from 'node:worker_threads';
import type { MajorSheet } from '../../../domain/major-hazards/major-tables.ts';
import { sheetsWorkbook } from './ledger-workbook.ts';

/** The thread behind makeWorkbook. */
const bytes = await sheetsWorkbook(workerData as readonly MajorSheet[]);
parentPort!.postMessage(new Uint8Array(bytes));
