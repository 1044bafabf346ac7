import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../../domain/contracts/bilingual.ts';
import { coordinateSystems } from '../../shell/coordinate-systems.ts';
import { formatCoordinate } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { useOpenCounty } from '../county-store.ts';
import { useMap } from './map-store.ts';

/** Where the cursor is: WGS 84, CGCS2000, and the county's own survey system. */
export const CursorLine = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { catalog } = useOpenCounty();
  const cursor = useMap((map) => map.cursor);
  const systems = useMemo(() => coordinateSystems(catalog), [catalog]);
  return (
    <section className="hy-map-cursor" aria-label={t('map.cursor')}>
      {cursor ? (
        <>
          <span data-system="wgs84">
            <b>WGS 84</b> {cursor[0].toFixed(6)}°, {cursor[1].toFixed(6)}°
          </span>
          {systems.map(({ id, name, at }) => {
            const { northing, easting } = at(cursor);
            return (
              <span key={id} data-system={id}>
                <b>{name}</b> X {formatCoordinate(northing, 1)} Y {formatCoordinate(easting, 1)} m
              </span>
            );
          })}
        </>
      ) : (
        <span className="hy-quiet">{t('map.noCursor')}</span>
      )}
      {catalog.attribution && (
        <span className="hy-map-attribution">{textIn(catalog.attribution, language)}</span>
      )}
    </section>
  );
};
