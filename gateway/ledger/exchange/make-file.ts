import { Worker } from 'node:worker_threads';
import type { MajorSheet } from '../../../domain/major-hazards/major-tables.ts';
import type { UploadFormat } from './upload-format.ts';

/** What make-file-worker.ts is started with. */
export interface FileWanted {
  readonly format: UploadFormat;
  /** Versions of hazards as the ledger stores them: JSON, and their numbers. */
  readonly versions: readonly { readonly number: number; readonly content: string }[];
  /** What is said of where what is of a mine comes from; a mine that is not there: nothing. */
  readonly marks: ReadonlyMap<string, string>;
  /** Where a GeoPackage lies while it is made. */
  readonly folder: string;
}

let before: Promise<unknown> = Promise.resolve();

const make = (program: string, wanted: unknown): Promise<Buffer> =>
  new Promise((settle, fail) => {
    const worker = new Worker(new URL(program, import.meta.url), { workerData: wanted });
    worker.once('message', (bytes: Uint8Array) =>
      settle(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    );
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`making a file of the ledger ended with ${code}`)));
  });

/**
 * A ledger as a file, made in a thread of its own, one after the other: a county's workbook takes long, and alarms must not wait for it. What
 * writes these formats is loaded there and gone with the thread.
 */
export const makeLedgerFile = (wanted: FileWanted): Promise<Buffer> =>
  queued('./make-file-worker.ts', wanted);

/** Sheets as a workbook, made likewise. */
export const makeWorkbook = (sheets: readonly MajorSheet[]): Promise<Buffer> =>
  queued('./make-workbook-worker.ts', sheets);

const queued = (program: string, wanted: unknown): Promise<Buffer> => {
  const file = before.then(() => make(program, wanted));
  before = file.catch(() => {});
  return file;
};
