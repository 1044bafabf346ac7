import { parentPort, workerData } from 'node:worker_threads';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import { ledgerGeoJson } from '../../../domain/hazards/exchange/ledger-geojson.ts';
import { ledgerGeoPackage } from './ledger-geopackage.ts';
import { ledgerWorkbook } from './ledger-workbook.ts';
import type { FileWanted } from './make-file.ts';

/** The thread behind makeLedgerFile. */
const { format, contents, folder } = workerData as FileWanted;
const hazards = contents.map((content) => JSON.parse(content) as Hazard);
const bytes =
  format === 'xlsx'
    ? await ledgerWorkbook(hazards)
    : format === 'gpkg'
      ? await ledgerGeoPackage(hazards, folder)
      : Buffer.from(ledgerGeoJson(hazards));
parentPort!.postMessage(new Uint8Array(bytes));
