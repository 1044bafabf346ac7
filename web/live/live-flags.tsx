import { DatabaseOutlined, DisconnectOutlined, HistoryOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { liveClient } from './live-context.ts';
import { useLive } from './live-store.ts';
import { durationText, momentText } from './moment-text.ts';

/** What must be known before a live picture is believed: that it is not of now, not complete or not being kept. */
export const LiveFlags = () => {
  const { t } = useTranslation();
  const connection = useLive((state) => state.connection);
  const clock = useLive((state) => state.clock);
  const lostSince = useLive((state) => state.lostSince);
  const now = useLive((state) => state.now);
  const flow = useLive((state) => state.flow);
  const picture = useLive((state) => state.known.picture);
  const failure = useLive((state) => state.setupFailure);
  const pastFailure = useLive((state) => state.pastFailure);
  const zone = useLive((state) => state.setup?.timeZone) ?? '+08:00';
  if (connection === 'none') return null;
  const past = clock.mode === 'history';
  const gatewayNow = liveClient()?.gatewayNow() ?? now;
  return (
    <>
      {past && (
        <p className="hy-flag hy-flag-past" data-flag="past">
          <HistoryOutlined aria-hidden="true" /> <strong>{t('timeline.past')}</strong>
          {now !== null && <span>{momentText(now, zone)}</span>}
          <span>{t('timeline.notNow')}</span>
        </p>
      )}
      {past && pastFailure !== null && (
        <p className="hy-flag hy-flag-lost" role="alert" data-flag="past-failed">
          <HistoryOutlined aria-hidden="true" />{' '}
          {pastFailure === '' ? t('timeline.nothingKept') : t('timeline.failed', { why: pastFailure })}
        </p>
      )}
      {lostSince !== null && (
        <p className="hy-flag hy-flag-lost" role="alert" data-flag="lost">
          <DisconnectOutlined aria-hidden="true" />{' '}
          <span>
            <strong>{t('live.lost')}</strong>{' '}
            {t('live.lostSince', {
              moment: momentText(lostSince, zone),
              ago: durationText(((gatewayNow ?? lostSince) - lostSince) / 1000, t),
            })}
          </span>
        </p>
      )}
      {!picture && !past && lostSince === null && connection === 'waiting' && (
        <p className="hy-flag hy-flag-lost" role="alert" data-flag="lost">
          <DisconnectOutlined aria-hidden="true" /> {failure ? t('live.failed') : t('live.lostBefore')}
        </p>
      )}
      {flow?.history === 'not-kept' && (
        <p className="hy-flag hy-flag-lost" role="alert" data-flag="not-kept">
          <DatabaseOutlined aria-hidden="true" />{' '}
          {t('live.notKept', { moment: momentText(flow.historySince, zone) })}
        </p>
      )}
    </>
  );
};
