import { parentPort, workerData } from 'node:worker_threads';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import { ledgerGeoJson } from '../../../domain/hazards/exchange/ledger-geojson.ts';
import { ledgerGeoPackage } from './ledger-geopackage.ts';
import { ledgerWorkbook } from './ledger-workbook.ts';
import type { FileWanted } from './make-file.ts';

/** The thread behind makeLedgerFile. */
const { format, versions, synthetic, folder } = workerData as FileWanted;
const numbers = new Map(versions.map(({ number, content }) => [JSON.parse(content) as Hazard, number]));
const hazards = [...numbers.keys()];
const versionOf = (hazard: Hazard): number | null => numbers.get(hazard) ?? null;
const made = new Set(synthetic);
const isSynthetic = ({ mine }: Hazard): boolean => made.has(mine);
const bytes =
  format === 'xlsx'
    ? await ledgerWorkbook(hazards, versionOf, isSynthetic)
    : format === 'gpkg'
      ? await ledgerGeoPackage(hazards, folder, versionOf, isSynthetic)
      : Buffer.from(ledgerGeoJson(hazards, versionOf, isSynthetic));
parentPort!.postMessage(new Uint8Array(bytes));
