import { readFileSync, writeSync } from 'node:fs';
import process from 'node:process';
import { readLedgerGeoJson } from '../../../domain/hazards/exchange/ledger-geojson.ts';
import { type ReadLedger, readLedgerTables } from '../../../domain/hazards/exchange/read-ledger-tables.ts';
import { readGeoPackage, TooManyRows } from './ledger-geopackage.ts';
import { readWorkbook } from './ledger-workbook.ts';
import type { UploadAnswer } from './read-upload.ts';
import type { UploadFormat } from './upload-format.ts';
import { checkZip, ZipTooLarge } from './zip-limits.ts';

/**
 * The program that reads what somebody uploaded: a process of its own that may read that file and nothing else of the
 * machine's, started by read-upload.ts. It writes one line of JSON: UploadAnswer.
 */
const [format, file, mine, unpackedBytes] = process.argv.slice(2) as [UploadFormat, string, string, string];

const read = async (): Promise<ReadLedger> => {
  if (format === 'gpkg') return readLedgerTables(readGeoPackage(file), mine);
  const bytes = readFileSync(file);
  if (format === 'geojson') {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return readLedgerGeoJson(text.replace(/^\uFEFF/u, ''), mine);
  }
  checkZip(bytes, Number(unpackedBytes));
  return readLedgerTables(await readWorkbook(bytes), mine);
};

const answer: UploadAnswer = await read().then(
  (done) => ({ read: done }),
  (error: unknown) => ({
    error: error instanceof Error ? error.message : String(error),
    isTooLarge: error instanceof ZipTooLarge || error instanceof TooManyRows,
  }),
);
const text = Buffer.from(JSON.stringify(answer));
for (let i = 0; i < text.length; ) {
  try {
    i += writeSync(1, text, i);
  } catch (error) {
    // A full pipe: whoever reads it is not there yet.
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  }
}
