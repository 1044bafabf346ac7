import { ApiOutlined, DisconnectOutlined } from '@ant-design/icons';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { useLive } from '../live-store.ts';
import { durationText, shortMomentText } from '../moment-text.ts';

/** Below this a clock is as good as right, ms. */
const SKEW_SHOWN_MS = 1000;

/** Field gateways: which are silent, so that people in their reach may be missed, and how well each reports. */
export const GatewayList = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const flow = useLive((state) => state.flow);
  const setup = useLive((state) => state.setup);
  const live = useLive((state) => state.clock.mode === 'live');
  const present = useLive((state) => state.now);
  if (!flow || !setup || !live) return <p className="hy-quiet hy-pad">{t('people.gatewaysUnknown')}</p>;
  const refused = Object.values(flow.rejected).reduce((sum, n) => sum + n, 0);
  const strangers = flow.rejected['too-many-strangers'] ?? 0;
  /** What is lost for good, or held up, by a gateway that does not keep to the contract: somebody must go there. */
  const faulty = (flow.rejected['seq-reused'] ?? 0) + (flow.rejected['not-storable'] ?? 0);
  const silent = flow.gateways.filter((one) => one.silent);
  const nameOf = (id: string) => setup.gateways?.find((one) => one.id === id)?.name[language] ?? id;
  const sorted = [...flow.gateways].sort(
    (a, b) => Number(b.silent) - Number(a.silent) || nameOf(a.gateway).localeCompare(nameOf(b.gateway)),
  );
  return (
    <details
      className="hy-gateways"
      open={silent.length > 0 || strangers > 0 || faulty > 0 || undefined}
      data-silent={silent.length}
      data-strangers={strangers}
    >
      <summary>
        {silent.length > 0 ? (
          <strong className="hy-bad">
            <DisconnectOutlined aria-hidden="true" />{' '}
            {t('people.gatewaysSilent', { silent: silent.length, n: flow.gateways.length })}
          </strong>
        ) : (
          <span className="hy-quiet">
            <ApiOutlined aria-hidden="true" />{' '}
            {flow.gateways.length === 0
              ? t('people.gatewaysUnknown')
              : t('people.gatewaysFine', { n: flow.gateways.length })}
          </span>
        )}
      </summary>
      {strangers > 0 && (
        <p className="hy-bad" role="alert">
          {t('people.strangersRefused', { n: formatCount(strangers) })}
        </p>
      )}
      {faulty > 0 && (
        <p className="hy-bad" role="alert">
          {t('people.gatewaysFaulty', { n: formatCount(faulty) })}
        </p>
      )}
      {refused > strangers + faulty && (
        <p className="hy-quiet">
          {t('people.messagesRefused', { n: formatCount(refused - strangers - faulty) })}
        </p>
      )}
      <ul>
        {sorted.map((one) => {
          const now = Math.max(present ?? one.lastReceivedAt, one.lastReceivedAt);
          return (
            <li key={one.gateway} data-gateway={one.gateway} data-silent={one.silent}>
              <strong>{nameOf(one.gateway)}</strong>
              <span className={one.silent ? 'hy-bad' : 'hy-quiet'}>
                {lastReportText(one.lastReceivedAt, now, setup.timeZone, t)}
              </span>
              {(one.missing > 0 || one.late > 0) && (
                <span className="hy-quiet">
                  {t('people.gatewayMissing', {
                    missing: formatCount(one.missing),
                    late: formatCount(one.late),
                  })}
                </span>
              )}
              {one.skewMs !== null && Math.abs(one.skewMs) >= SKEW_SHOWN_MS && (
                <span>{t('people.gatewaySkew', { s: signedSeconds(one.skewMs) })}</span>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
};

/** When a gateway was last heard. It keeps 0 until it is: that is no moment of 1970, but never. */
export const lastReportText = (last: number, now: number, zone: string, t: TFunction): string =>
  last === 0
    ? t('people.never')
    : t('people.gatewayLast', {
        moment: shortMomentText(last, now, zone),
        ago: durationText((now - last) / 1000, t),
      });

/** Seconds with their sign; what rounds to nothing has none. */
export const signedSeconds = (ms: number): string =>
  Math.abs(ms) < 50
    ? '0.0'
    : `${ms < 0 ? '−' : '+'}${(Math.abs(ms) / 1000).toFixed(Math.abs(ms) < 10_000 ? 1 : 0)}`;
