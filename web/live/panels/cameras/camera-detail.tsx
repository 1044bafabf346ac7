import { AimOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shell/format-number.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { useLive } from '../../live-store.ts';
import { flyToPoint } from './fly-to.ts';
import { StreamBox } from './stream-box.tsx';
import type { Camera } from './use-cameras.ts';

/** The chosen camera: its picture, how it looks, what it sees or why nobody knows. */
export const CameraDetail = ({ camera: { device, sight, status } }: { camera: Camera }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const setup = useLive((live) => live.setup);
  const places = [...(setup?.keyPlaces ?? []), ...(setup?.workPlaces ?? [])].filter(
    ({ id }) => sight?.keyPlaces.includes(id) || sight?.workPlaces.includes(id),
  );
  const whole = (value: number) => formatNumber(value, { decimals: 0 });
  const cone = sight?.cone;
  return (
    <div className="hy-camera-detail">
      <StreamBox device={device} state={status.state} />
      {cone && (
        <p className="hy-quiet">
          {t('cameras.view', {
            azimuth: whole(cone.azimuth),
            tilt: whole(cone.tilt),
            hfov: whole(cone.hfov),
            vfov: whole(cone.vfov),
            range: whole(cone.range),
          })}
        </p>
      )}
      {sight && sight.missing.length > 0 && (
        <p className="hy-camera-unknown">
          {t('cameras.missing', {
            fields: sight.missing
              .map((field) => t(`viewField.${field}`))
              .join(language === 'zh' ? '、' : ', '),
          })}
        </p>
      )}
      {sight?.stands === 'unknown' && <p className="hy-camera-unknown">{t('cameras.standsUnknown')}</p>}
      {sight?.stands === 'surface' && <p className="hy-quiet">{t('cameras.standsSurface')}</p>}
      {sight && sight.movedBy > 0.05 && (
        <p className="hy-quiet">
          {t('cameras.moved', { metres: formatNumber(sight.movedBy, { decimals: 1 }) })}
        </p>
      )}
      {places.length > 0 && (
        <ul className="hy-camera-places" aria-label={t('cameras.placesSeen')}>
          {places.map(({ id, name, enu }) => (
            <li key={id}>
              <Button size="small" icon={<AimOutlined />} onClick={() => flyToPoint(enu)}>
                {name[language]}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
