import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { formatCoordinate, formatNumber } from '../../shell/format-number.ts';
import { useSession } from '../mine-session.ts';
import { surveyReadout } from './survey-readout.ts';

/** Where the cursor is on the model: in the survey's own system first, then WGS 84, and which heights these are. */
export const CursorReadout = ({ survey }: { survey: Catalog['survey'] }) => {
  const { t } = useTranslation();
  const cursor = useSession((session) => session.cursor);
  const { metres, source, uncertaintyMetres } = survey.geoidSeparation;
  const separation = t('cursor.separation', {
    metres: formatNumber(metres, { decimals: 2 }) ?? t('app.unknown'),
    source: t(source === 'manifest' ? 'cursor.separationManifest' : 'cursor.separationEgm'),
    uncertainty: uncertaintyMetres === undefined ? '' : ` ± ${uncertaintyMetres} m`,
  });
  const ellipsoid =
    cursor && t('cursor.ellipsoid', { height: formatCoordinate(cursor.geographic.ellipsoidHeight, 2) });
  return (
    <section className="hy-readout" aria-label={t('cursor.title')}>
      {cursor ? (
        <>
          <Tooltip title={survey.crsName}>
            <span className="hy-coordinates" data-system="survey">
              {surveyReadout(cursor.survey, survey).map(({ letter, direction, text }) => (
                <span key={letter}>
                  <abbr title={t(`cursor.${direction}`)}>
                    {letter}
                    {direction !== 'height' && <small>({t(`cursor.${direction}`)})</small>}
                  </abbr>{' '}
                  {text}
                </span>
              ))}
              <span className="hy-unit">{t(`cursor.${survey.units}`)}</span>
            </span>
          </Tooltip>
          <Tooltip title={`WGS 84 · ${ellipsoid}`}>
            <span className="hy-coordinates" data-system="wgs84">
              <span>
                {t('cursor.longitude')} {cursor.geographic.longitude.toFixed(6)}°
              </span>
              <span>
                {t('cursor.latitude')} {cursor.geographic.latitude.toFixed(6)}°
              </span>
            </span>
          </Tooltip>
        </>
      ) : (
        <span className="hy-quiet">{t('cursor.none')}</span>
      )}
      <Tooltip title={`${t('cursor.datum')} · ${separation}`}>
        <span className="hy-datum">{survey.verticalDatum}</span>
      </Tooltip>
    </section>
  );
};
