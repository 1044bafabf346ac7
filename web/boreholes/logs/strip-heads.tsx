import { CloseOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HungLog } from '../../../domain/boreholes/hang-logs.ts';
import { formatNumber, formatPropertyNumber } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { logId } from '../log-id.ts';
import { type StripLayout, WIDTHS } from './strip-layout.ts';
import type { Track } from './tracks.ts';

interface Props {
  readonly hung: readonly HungLog[];
  readonly layout: StripLayout;
  readonly tracks: readonly Track[];
}

/** Names of the holes over their strips, and of the columns beside a single one. */
export const StripHeads = ({ hung, layout, tracks }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const logs = useView((state) => state.logs);
  const single = hung.length === 1 ? hung[0]! : null;
  const right = single ? layout.places[0]!.band + WIDTHS.band + WIDTHS.water : 0;
  const structures = single && single.log.structures.length > 0 ? WIDTHS.structures : 0;
  return (
    <div className="hy-strip-heads">
      {hung.map(({ log, hung: asAsked }, i) => {
        const { left, band } = layout.places[i]!;
        const id = logId(log);
        return (
          <div
            key={id}
            className="hy-strip-head"
            style={{ left, width: band - left + WIDTHS.band + WIDTHS.gap - 4 }}
            data-log={id}
            data-hung={asAsked}
          >
            <strong title={log.title}>{log.title}</strong>
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={t('boreholes.remove', { hole: log.title })}
              onClick={() => setView({ logs: logs.filter((one) => one !== id) })}
            />
            <span>
              {log.height === null ? (
                <Tooltip title={t('boreholes.heightUnknownHint')}>
                  <em data-unknown="true">{t('boreholes.elevationUnknown')}</em>
                </Tooltip>
              ) : (
                `${formatNumber(log.height, { decimals: 2 })} m`
              )}
            </span>
            <span>{!asAsked && log.height !== null ? <em>{t('boreholes.notHung')}</em> : null}</span>
          </div>
        );
      })}
      {tracks.map(({ column, most }, i) => (
        <div
          key={column.id}
          className="hy-strip-head hy-strip-track-head"
          style={{ left: right + WIDTHS.names + structures + i * WIDTHS.track, width: WIDTHS.track - 6 }}
        >
          <span title={column.name[language]}>{column.name[language]}</span>
          <span>
            0–{formatPropertyNumber(most, column)} {column.unit}
          </span>
        </div>
      ))}
      {structures > 0 && (
        <div
          className="hy-strip-head hy-strip-track-head"
          style={{ left: right + WIDTHS.names, width: structures - 4 }}
        >
          <span>{t('boreholes.structures')}</span>
          <span>{t('boreholes.dip')}</span>
        </div>
      )}
    </div>
  );
};
