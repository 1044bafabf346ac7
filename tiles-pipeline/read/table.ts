import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { type DelimitedOptions, readDelimitedTable } from './delimited-table.ts';
import { checkFile } from './file-bytes.ts';
import { fileError, placeOf } from './finding-place.ts';
import type { Table } from './read-result.ts';
import { readWorkbookTable, type WorkbookOptions } from './workbook-table.ts';

export type TableOptions = DelimitedOptions & WorkbookOptions;

const firstBytes = async (file: string): Promise<Buffer> => {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * A table of any format we read. The signature decides before the extension, for an .xls is often a renamed CSV or
 * XLSX. Throws as the readers do, and table-format-old for the binary .xls of Excel 97.
 */
export const readTable = async (file: string, options: TableOptions): Promise<Table> => {
  const place = placeOf(file, options);
  await checkFile(file, place);
  const head = await firstBytes(file);
  if (head.subarray(0, 4).equals(ZIP)) return readWorkbookTable(file, options);
  if (head.subarray(0, 4).equals(OLE)) throw fileError('table-format-old', place);
  if (extname(file).toLowerCase() === '.xlsx') {
    throw fileError('workbook-unreadable', place, { params: { reason: 'no ZIP signature' } });
  }
  return readDelimitedTable(file, options);
};
