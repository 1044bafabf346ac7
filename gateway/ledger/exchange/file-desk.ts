import type { MovedDeadline } from '../../../domain/contracts/moved-deadline.ts';
import type { MajorSheet } from '../../../domain/major-hazards/major-tables.ts';
import { createThreadDesk } from '../../thread-desk.ts';
import type { UploadFormat } from './upload-format.ts';

/** A ledger that is to be a file. */
export interface FileWanted {
  readonly format: UploadFormat;
  /** Versions of hazards as the ledger stores them: JSON, their numbers, and how the deadline was moved up to each. */
  readonly versions: readonly {
    readonly number: number;
    readonly content: string;
    readonly movedDeadline: MovedDeadline | null;
  }[];
  /** What is said of where what is of a mine comes from; a mine that is not there: nothing. */
  readonly marks: ReadonlyMap<string, string>;
  /** Where a GeoPackage lies while it is made. */
  readonly folder: string;
}

/** What file-thread.ts is asked for. */
export type FileErrand =
  | { readonly do: 'ledger'; readonly wanted: FileWanted }
  | { readonly do: 'workbook'; readonly sheets: readonly MajorSheet[] };

/**
 * Files of the ledger are made in a thread of their own, one after the other: a county's workbook takes long, and alarms must not wait
 * for it. What writes these formats is loaded there and gone with the thread. Both @throws DeskBusy, DeskLate, DeskFailed
 */
export interface FileDesk {
  ledger(wanted: FileWanted): Promise<Buffer>;
  workbook(sheets: readonly MajorSheet[]): Promise<Buffer>;
  close(): Promise<void>;
}

/** Files take seconds each, and whoever waits for more than these has left. */
const LIMITS = { most: 12, limit: 120_000, idle: 20_000, heap: 1024 };

export const createFileDesk = (): FileDesk => {
  const desk = createThreadDesk<FileErrand, Uint8Array>({
    script: new URL('./file-thread.ts', import.meta.url),
    what: 'make a file of the ledger',
    ...LIMITS,
  });
  const made = async (errand: FileErrand): Promise<Buffer> => {
    const bytes = await desk.do(errand);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
  return {
    ledger: (wanted) => made({ do: 'ledger', wanted }),
    workbook: (sheets) => made({ do: 'workbook', sheets }),
    close: () => desk.close(),
  };
};
