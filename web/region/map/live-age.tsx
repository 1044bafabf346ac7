import { ClockCircleOutlined, WarningFilled } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { durationText } from '../../live/moment-text.ts';
import { useView } from '../../shell/view-store.ts';
import { ageSeconds, useLiveState } from './use-live-counts.ts';

/** Seconds since the last answer, anew each second; null: there was none. */
const useAge = (): number | null => {
  const { toldAt } = useLiveState();
  const [age, setAge] = useState<number | null>(null);
  useEffect(() => {
    const read = () => setAge(toldAt && ageSeconds(toldAt));
    read();
    const timer = setInterval(read, 1_000);
    return () => clearInterval(timer);
  }, [toldAt]);
  return age;
};

/** How old the live counts of the map are; those that are not of now look it. On a past day there are none. */
export const LiveAge = () => {
  const { t } = useTranslation();
  const age = useAge();
  const { status } = useLiveState();
  const day = useView((state) => state.day);
  if (day !== null) return null;
  const text =
    age === null
      ? t(status === 'asking' ? 'map.liveAsking' : 'map.liveNone')
      : t('map.liveAge', { age: durationText(age, t) });
  return (
    <span className="hy-live-age" data-live={status} title={t('map.liveAgeMeans')}>
      {status === 'stale' || status === 'none' ? <WarningFilled /> : <ClockCircleOutlined />} {text}
    </span>
  );
};

/** The counts on the map are not of now: said over it, with their age. */
export const LiveStaleFlag = () => {
  const { t } = useTranslation();
  const age = useAge();
  const { status } = useLiveState();
  const day = useView((state) => state.day);
  if (day !== null || (status !== 'stale' && status !== 'none')) return null;
  return (
    <span className="hy-map-flag" data-flag="live-stale">
      <span role="alert">
        <WarningFilled /> {t(status === 'stale' ? 'map.liveStale' : 'map.liveNone')}
      </span>
      {age !== null && <span>{t('map.liveAge', { age: durationText(age, t) })}</span>}
    </span>
  );
};
