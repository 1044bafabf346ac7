import type { Hazard } from '../../../domain/contracts/hazard.ts';
import { ledgerGeoJson } from '../../../domain/hazards/exchange/ledger-geojson.ts';
import { serveDesk } from '../../serve-desk.ts';
import type { FileErrand, FileWanted } from './file-desk.ts';
import { ledgerGeoPackage } from './ledger-geopackage.ts';
import { ledgerWorkbook, sheetsWorkbook } from './ledger-workbook.ts';

const ledgerFile = async ({ format, versions, marks, folder }: FileWanted): Promise<Uint8Array> => {
  const told = new Map(versions.map(({ content, ...of }) => [JSON.parse(content) as Hazard, of]));
  const hazards = [...told.keys()];
  const versionOf = (hazard: Hazard): number | null => told.get(hazard)?.number ?? null;
  // A template is filled in: what follows from versions is not in it.
  const movedOf = hazards.length === 0 ? null : (hazard: Hazard) => told.get(hazard)?.movedDeadline ?? null;
  const markOf = ({ mine }: Hazard): string | null => marks.get(mine) ?? null;
  switch (format) {
    case 'xlsx':
      return ledgerWorkbook(hazards, versionOf, markOf, movedOf);
    case 'gpkg':
      return ledgerGeoPackage(hazards, folder, versionOf, markOf, movedOf);
    case 'geojson':
      return Buffer.from(ledgerGeoJson(hazards, versionOf, markOf, movedOf));
  }
};

/** The thread behind a FileDesk. */
serveDesk<FileErrand, Uint8Array>(async (errand) => {
  const made = errand.do === 'ledger' ? await ledgerFile(errand.wanted) : await sheetsWorkbook(errand.sheets);
  // A buffer of Node's pool may share its memory: a copy has its own, and goes over without another.
  const bytes = new Uint8Array(made);
  return { answer: bytes, bytes: [bytes] };
});
