import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shell/preferences.ts';
import { useRules } from '../../alarms/use-rules.ts';
import { useLive } from '../../live-store.ts';
import { roundedSpan, useTrends } from '../../trend/use-trend.ts';
import { DeviceRows } from './device-rows.tsx';
import { boundsOfRules, deviceReadings, READING_KINDS } from './reading-rows.ts';
import './readings.css';

/** The direction of a value is judged over so long. */
const DIRECTION_SPAN_MS = 2 * 3_600_000;
const DIRECTION_POINTS = 24;

/** Water, air, power, hoist, pumps, seals, belt: value, direction, bound and age, at the place where they are. */
export default function ReadingsPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const setup = useLive((state) => state.setup);
  const readings = useLive((state) => state.readings);
  const known = useLive((state) => state.known.readings);
  const now = useLive((state) => state.now);
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [rules] = useRules();
  const ofCounty = useMemo(() => boundsOfRules(rules?.ok ? rules.value.rules : []), [rules]);
  const all = useMemo(
    () => (setup && now !== null ? deviceReadings(setup, readings, now, ofCounty) : []),
    [setup, readings, now, ofCounty],
  );
  const answers = useTrends(
    setup && now !== null
      ? all.map(({ device, rows }) => ({
          mine: setup.mine,
          device: device.id,
          metrics: rows.map(({ metric }) => metric),
          ...roundedSpan(now - DIRECTION_SPAN_MS, now, DIRECTION_POINTS),
        }))
      : [],
  );
  if (!setup) return null;
  const wanted = search.trim().toLowerCase();
  const shown = all.filter(
    ({ device }) =>
      wanted === '' ||
      device.name[language].toLowerCase().includes(wanted) ||
      device.id.toLowerCase().includes(wanted),
  );
  return (
    <div className="hy-readings">
      <Input.Search
        allowClear
        value={search}
        placeholder={t('readings.find')}
        aria-label={t('readings.find')}
        onChange={(event) => setSearch(event.target.value)}
      />
      {!known && (
        <p className="hy-quiet" role="status">
          {t('readings.unknownPast')}
        </p>
      )}
      {rules && !rules.ok && (
        <p className="hy-quiet" role="status">
          {t('readings.rulesUnknown')}
        </p>
      )}
      {all.length === 0 && <p className="hy-quiet">{t('readings.none')}</p>}
      {all.length > 0 && shown.length === 0 && <p className="hy-quiet">{t('readings.nothingFound')}</p>}
      {READING_KINDS.map((kind) => {
        const devices = shown.filter((one) => one.kind === kind);
        return (
          devices.length > 0 && (
            <section key={kind} data-kind={kind}>
              <h3>{t(`readingKind.${kind}`)}</h3>
              {devices.map((one) => (
                <DeviceRows
                  key={one.device.id}
                  mine={setup.mine}
                  readings={one}
                  trends={answers}
                  open={open === one.device.id}
                  onOpen={() => setOpen(open === one.device.id ? null : one.device.id)}
                />
              ))}
            </section>
          )
        );
      })}
    </div>
  );
}
