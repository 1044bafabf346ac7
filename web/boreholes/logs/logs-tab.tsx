import { AimOutlined, ColumnHeightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button, Select, Tooltip } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoreholeLog } from '../../../domain/boreholes/borehole-log.ts';
import { hangLogs } from '../../../domain/boreholes/hang-logs.ts';
import { contactsOfLog } from '../../../domain/boreholes/log-contacts.ts';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { PATTERN_STANDARD } from '../../../domain/drawing/rock-patterns.ts';
import { formatNumber } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { logById, logId } from '../log-id.ts';
import { CursorLine } from './cursor-line.tsx';
import { hangOf, hangOptions } from './hang-options.ts';
import { LogNotes } from './log-notes.tsx';
import { logsOnLine } from './logs-on-line.ts';
import { StripsPanel } from './strips-panel.tsx';
import { unitNames } from './unit-names.ts';
import { useStrataModel } from './use-strata-model.ts';

interface Props {
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
  readonly logs: readonly BoreholeLog[];
}

const ZOOM_STEP = 1.6;
const MOST_ZOOM = 200;

/** The logs of chosen holes beside each other, with lines between like contacts. */
export const LogsTab = ({ catalog, bundleUrl, logs }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const ids = useView((state) => state.logs);
  const hang = useView((state) => state.hang);
  const slice = useView((state) => state.slice);
  const cutLine = useView((state) => state.cutLine);
  const [zoom, setZoom] = useState(1);
  const units = useMemo(() => unitNames(catalog), [catalog]);
  const chosen = useMemo(() => ids.flatMap((id) => logById(logs, id) ?? []), [ids, logs]);
  const sides = useMemo(() => {
    const given = chosen.map((log) => ({ log, contacts: contactsOfLog(log, units) }));
    return hangLogs(given, hangOf(hang)).map((hung, i) => ({ hung, contacts: given[i]!.contacts }));
  }, [chosen, units, hang]);
  const certainBelow = useView((state) => state.certainBelow);
  const model = useStrataModel(catalog, bundleUrl, sides.length > 1);
  const missing = ids.filter((id) => !logById(logs, id));
  const onLine = useMemo(() => logsOnLine(logs, catalog, slice, cutLine), [logs, catalog, slice, cutLine]);
  return (
    <>
      <div className="hy-holes-tools">
        <Select
          mode="multiple"
          className="hy-holes-choice"
          aria-label={t('boreholes.choose')}
          placeholder={t('boreholes.choose')}
          value={chosen.map(logId)}
          maxTagCount={5}
          options={logs.map((log) => ({
            value: logId(log),
            label: log.title,
            title: `${log.title} · ${formatNumber(log.depth, { decimals: 1 })} m`,
          }))}
          optionFilterProp="label"
          onChange={(value: string[]) => setView({ logs: value })}
        />
        <Tooltip title={t(onLine === null ? 'boreholes.alongNone' : 'boreholes.along')}>
          <Button
            icon={<AimOutlined />}
            data-action="along"
            aria-label={t('boreholes.along')}
            disabled={onLine === null || onLine.length === 0}
            onClick={() => setView({ logs: (onLine ?? []).map(logId) })}
          />
        </Tooltip>
      </div>
      <div className="hy-holes-tools">
        <Select
          className="hy-holes-hang"
          prefix={<ColumnHeightOutlined aria-hidden="true" />}
          aria-label={t('boreholes.hang')}
          value={hang}
          options={hangOptions(sides, language, {
            elevation: t('boreholes.hangElevation'),
            depth: t('boreholes.hangDepth'),
            contacts: t('boreholes.hangContacts'),
          })}
          onChange={(value: string) => setView({ hang: value })}
        />
        <Tooltip title={t('boreholes.zoomOut')}>
          <Button
            icon={<ZoomOutOutlined />}
            aria-label={t('boreholes.zoomOut')}
            disabled={zoom <= 1}
            onClick={() => setZoom(Math.max(1, zoom / ZOOM_STEP))}
          />
        </Tooltip>
        <Tooltip title={t('boreholes.zoomIn')}>
          <Button
            icon={<ZoomInOutlined />}
            aria-label={t('boreholes.zoomIn')}
            disabled={zoom >= MOST_ZOOM || chosen.length === 0}
            onClick={() => setZoom(Math.min(MOST_ZOOM, zoom * ZOOM_STEP))}
          />
        </Tooltip>
      </div>
      {missing.length > 0 && (
        <p className="hy-holes-note" role="alert">
          {t('boreholes.noSuchHole', { holes: missing.join(', ') })}
        </p>
      )}
      {sides.length === 0 ? (
        <p className="hy-quiet hy-pad">{t(logs.length === 0 ? 'boreholes.none' : 'boreholes.chooseHint')}</p>
      ) : (
        <>
          <LogNotes sides={sides} hang={hangOf(hang)} />
          <StripsPanel
            sides={sides}
            hang={hangOf(hang)}
            zoom={zoom}
            model={model}
            certainBelow={certainBelow}
          />
          <CursorLine logs={chosen} />
          {sides.length > 1 && (
            <p className="hy-strip-legend">
              {t(model ? 'boreholes.legendModel' : 'boreholes.legend', {
                patterns: PATTERN_STANDARD[language],
                metres: formatNumber(certainBelow, { decimals: 2 }),
              })}
            </p>
          )}
        </>
      )}
    </>
  );
};
