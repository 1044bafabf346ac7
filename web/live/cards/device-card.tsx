import { AimOutlined, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { METRICS, type ReadingKind } from '../../../domain/contracts/live/messages.ts';
import { useSession } from '../../mine/mine-session.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { flyToLive, selectLive } from '../live-context.ts';
import { useLive } from '../live-store.ts';
import { durationText, momentText } from '../moment-text.ts';
import { signedSeconds } from '../people/gateway-list.tsx';
import { deviceState, newestByDevice } from '../scene/device-marks.ts';
import { CardRow } from './card-row.tsx';
import { metricNameKey, readingText } from './reading-text.ts';
import { SurveyPosition } from './survey-position.tsx';

/** A fixed device: its state, newest values with their age, where it hangs and how its gateway's clock goes. */
export const DeviceCard = ({ id, catalog }: { id: string; catalog: Catalog }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const setup = useLive((state) => state.setup);
  const readings = useLive((state) => state.readings);
  const alarms = useLive((state) => state.alarms);
  const known = useLive((state) => state.known);
  const lost = useLive((state) => state.lostSince !== null && state.clock.mode === 'live');
  const flow = useLive((state) => state.flow);
  const now = useLive((state) => state.now);
  const past = useLive((state) => state.clock.mode === 'history');
  const view = useSession((session) => session.view);
  const device = setup?.devices.find((one) => one.id === id);
  const zone = setup?.timeZone ?? '+08:00';
  const own = [...readings.values()].filter((one) => one.device === id);
  const newest = newestByDevice(own).get(id) ?? null;
  const state = device
    ? deviceState(device, newest, {
        readings,
        alarms,
        now,
        known: known.readings && known.alarms && !lost,
      })
    : 'unknown';
  const gateway = flow?.gateways.find((one) => one.gateway === device?.gateway);
  const gatewayName = setup?.gateways?.find((one) => one.id === device?.gateway)?.name[language];
  return (
    <section className="hy-card hy-live-card" aria-label={t('who.device')} data-device={id}>
      <header>
        <div className="hy-card-title">
          <h2>{device?.name[language] ?? id}</h2>
          <p className="hy-quiet">{device ? t(deviceKindKey(device.kind)) : t('who.noDevice')}</p>
        </div>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('live.closeCard')}
          onClick={() => selectLive(null)}
        />
      </header>
      <p className="hy-card-shape">
        <span className="hy-device-state" data-state={state}>
          {t(`deviceState.${state}`)}
        </span>
        {newest !== null && now !== null && (
          <span className="hy-quiet">{t('people.ago', { ago: durationText((now - newest) / 1000, t) })}</span>
        )}
      </p>
      <div className="hy-card-actions">
        <Button
          size="small"
          icon={<AimOutlined />}
          disabled={!view || !device}
          onClick={() => flyToLive({ type: 'device', id })}
        >
          {t('live.flyTo')}
        </Button>
      </div>
      <div className="hy-card-body">
        <dl>
          {own.length === 0 && (
            <CardRow id="values" name={t('who.values')}>
              {null}
            </CardRow>
          )}
          {own.map((one) => (
            <CardRow key={one.metric} id={one.metric} name={t(metricNameKey(one.metric))}>
              {readingText(one, t)}
              {now !== null && (
                <div className="hy-quiet" title={momentText(one.at, zone)}>
                  {t('people.ago', { ago: durationText((now - one.at) / 1000, t) })}
                </div>
              )}
            </CardRow>
          ))}
          <CardRow id="position" name={t('who.position')}>
            {device && <SurveyPosition at={device.enu} catalog={catalog} />}
          </CardRow>
          {device?.gateway && (
            <CardRow id="gateway" name={t('who.gateway')}>
              {gatewayName ?? device.gateway}
              {!past && gateway?.silent && <div className="hy-bad">{t('who.gatewaySilent')}</div>}
            </CardRow>
          )}
          {device?.gateway && (
            <CardRow id="skew" name={t('who.skew')} notKept={past}>
              {gateway?.skewMs != null ? t('who.seconds', { s: signedSeconds(gateway.skewMs) }) : null}
            </CardRow>
          )}
        </dl>
      </div>
    </section>
  );
};

const KINDS = ['reader' as const, ...(Object.keys(METRICS) as ReadingKind[])];

export const deviceKindKey = (kind: string) => {
  const known = KINDS.find((one) => one === kind);
  return known ? (`deviceKind.${known}` as const) : ('live.device' as const);
};
