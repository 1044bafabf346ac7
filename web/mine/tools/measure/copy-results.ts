import type { TFunction } from 'i18next';
import type { Language } from '../../../../domain/contracts/bilingual.ts';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import { enu } from '../../../../domain/frame/coordinates.ts';
import type { Measurement } from '../../../../domain/measure/measurement.ts';
import { METRES_PER_UNIT } from '../../../../domain/units/quantities.ts';
import type { MeasureRow } from './measure-rows.ts';

const ZONE_STEP = 1_000_000;

/**
 * A measurement as tables take it: tabs between columns, plain numbers, and first what the numbers are in. A warning goes with
 * its number, so that no figure travels without what makes it doubtful.
 */
export const resultText = (
  measure: Measurement,
  rows: readonly MeasureRow[],
  catalog: Catalog,
  language: Language,
  t: TFunction,
): string => {
  const { survey } = catalog;
  const frame = frameOfCatalog(catalog);
  const unit = METRES_PER_UNIT[survey.units];
  const number = (value: number): string => (value / unit).toFixed(3);
  const lines: string[][] = [
    [`${t('measure.header')}: ${t(`measure.${measure.kind}`)}`, catalog.name[language]],
    [survey.crsName, survey.verticalDatum, t(`cursor.${survey.units}`)],
    ...(catalog.provenance === 'synthetic' ? [[t('synthetic.badge')]] : []),
    ...rows.map(({ name, value, unit: sign, warning }) => [
      name,
      // Digits are grouped for reading only.
      value?.replaceAll(',', '') ?? t('app.unknown'),
      sign,
      ...(warning ? [warning] : []),
    ]),
    ['', 'X', 'Y', 'H'],
    ...measure.points.map((point, i) => {
      const { easting, northing, height } = frame.enuToSurvey(enu(...point));
      const east = (easting / unit + (survey.zonePrefix ?? 0) * ZONE_STEP).toFixed(3);
      const plan = survey.axes === 'x-north-y-east' ? [number(northing), east] : [east, number(northing)];
      return [String(i + 1), ...plan, number(height)];
    }),
  ];
  return lines.map((line) => line.join('\t')).join('\n');
};
