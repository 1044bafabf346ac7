import { parentPort, workerData } from 'node:worker_threads';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import { ledgerGeoJson } from '../../../domain/hazards/exchange/ledger-geojson.ts';
import { ledgerGeoPackage } from './ledger-geopackage.ts';
import { ledgerWorkbook } from './ledger-workbook.ts';
import type { FileWanted } from './make-file.ts';

/** The thread behind makeLedgerFile. */
const { format, versions, marks, folder } = workerData as FileWanted;
const numbers = new Map(versions.map(({ number, content }) => [JSON.parse(content) as Hazard, number]));
const hazards = [...numbers.keys()];
const versionOf = (hazard: Hazard): number | null => numbers.get(hazard) ?? null;
const markOf = ({ mine }: Hazard): string | null => marks.get(mine) ?? null;
const bytes =
  format === 'xlsx'
    ? await ledgerWorkbook(hazards, versionOf, markOf)
    : format === 'gpkg'
      ? await ledgerGeoPackage(hazards, folder, versionOf, markOf)
      : Buffer.from(ledgerGeoJson(hazards, versionOf, markOf));
parentPort!.postMessage(new Uint8Array(bytes));
