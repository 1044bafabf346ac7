import { ArrowUpOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { slopeWarnings } from '../../../../domain/slopes/station-motion.ts';
import { formatNumber } from '../../../shell/format-number.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { selectLive } from '../../live-context.ts';
import { useLive } from '../../live-store.ts';
import type { Station } from './use-stations.ts';

interface StationTableProps {
  readonly stations: readonly Station[];
  readonly open: string | null;
  readonly onOpen: (id: string) => void;
}

/** Fastest first: what moves most is read first. Unknown speeds come last, and say so. */
const bySpeed = (a: Station, b: Station): number =>
  (b.motion.speed?.speed.value ?? -1) - (a.motion.speed?.speed.value ?? -1);

export const StationTable = ({ stations, open, onOpen }: StationTableProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const thresholds = useLive((state) => state.setup?.thresholds ?? null);
  if (stations.length === 0) return <p className="hy-quiet">{t('slopes.noStations')}</p>;
  return (
    <table className="hy-stations">
      <thead>
        <tr>
          <th>{t('slopes.station')}</th>
          <th>
            {t('slopes.total')} <span className="hy-unit">{t('slopes.millimetre')}</span>
          </th>
          <th>
            {t('slopes.speed')} <span className="hy-unit">{t('slopes.perDay')}</span>
          </th>
          <th>{t('slopes.warnings')}</th>
        </tr>
      </thead>
      <tbody>
        {[...stations].sort(bySpeed).map(({ device, motion, lineOfSight }) => {
          const speed = motion.speed?.speed;
          const worst = slopeWarnings(device.id, motion, thresholds ?? [])[0];
          return (
            <tr key={device.id} data-device={device.id} data-open={device.id === open}>
              <td>
                <button
                  type="button"
                  className="hy-slope-link"
                  onClick={() => {
                    onOpen(device.id);
                    selectLive({ type: 'device', id: device.id });
                  }}
                >
                  {device.name[language]}
                </button>
              </td>
              <td className="hy-number">
                {motion.total ? (
                  <>
                    {!lineOfSight && motion.total.azimuth !== null && (
                      <ArrowUpOutlined
                        className="hy-bearing"
                        style={{ rotate: `${Math.round(motion.total.azimuth)}deg` }}
                        title={t('slopes.heading', { degrees: Math.round(motion.total.azimuth) })}
                      />
                    )}
                    {formatNumber(motion.total.length, { decimals: 1 })}
                  </>
                ) : (
                  t('app.unknown')
                )}
              </td>
              <td className="hy-number" data-unknown={!speed}>
                {speed
                  ? `${formatNumber(speed.value, { decimals: 2 })} ± ${formatNumber(speed.error, { decimals: 2 })}`
                  : t('slopes.notKnown')}
              </td>
              <td>
                {worst?.warning && (
                  <span className="hy-warning" data-warning={worst.warning}>
                    {t(`warningLevel.${worst.warning}`)}
                  </span>
                )}
                {worst && !worst.warning && <span className="hy-warning">{t('readings.over')}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
