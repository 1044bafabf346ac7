import type { TFunction } from 'i18next';
import type { Language } from '../../../../domain/contracts/bilingual.ts';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import { enu } from '../../../../domain/frame/coordinates.ts';
import type { VirtualHole } from '../../../../domain/geology/virtual-hole.ts';
import { virtualHoleCsv } from '../../../../domain/geology/virtual-hole-csv.ts';
import { saveBlob } from '../../../shell/save-blob.ts';
import { surveyReadout } from '../../status/survey-readout.ts';

/** Saves the virtual hole as a table that says where it is, of which data it was made, and that nobody drilled it. */
export const exportVirtualHole = (
  hole: VirtualHole,
  catalog: Catalog,
  t: TFunction,
  language: Language,
): void => {
  const [first, second] = surveyReadout(
    frameOfCatalog(catalog).enuToSurvey(enu(hole.east, hole.north, 0)),
    catalog.survey,
  );
  const place = [first, second].map(({ letter, text }) => `${letter} ${text.replaceAll('\u2009', '')}`);
  const csv = virtualHoleCsv(
    hole,
    [
      t('boreholes.csvTitle', { mine: catalog.name[language] }),
      `${place.join(' ')} · ${catalog.survey.crsName}`,
      `${t('boreholes.collar')} ${hole.elevation.toFixed(2)} m · ${catalog.survey.verticalDatum}`,
      `${t('report.revision')} ${catalog.revision}`,
    ],
    language,
  );
  saveBlob(
    new Blob([csv], { type: 'text/csv;charset=utf-8' }),
    `${catalog.mineId}-virtual-hole_${hole.east}_${hole.north}.csv`,
  );
};
