import { AimOutlined, AlertFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shell/preferences.ts';
import { liveClient } from '../live-context.ts';
import { useLive } from '../live-store.ts';
import { durationText } from '../moment-text.ts';
import { SourceText } from '../source-text.tsx';
import { subjectName } from './alarm-names.ts';
import { flyToAlarm } from './alarm-place.ts';
import { alarmQueue, isGrave } from './alarm-queue.ts';
import { noteHeard, playSound, REPEAT_MS, soundFor, unlockAtFirstGesture } from './alarm-sound.ts';
import { AlarmPlace, UrgencySign } from './alarm-words.tsx';
import { AnswerButton } from './answer-button.tsx';
import { EscalationStrip } from './escalation-strip.tsx';

const SHOWN = 3;

/** What must be seen from any panel: calls for help and red warnings, and what is to be closed out before its day ends. */
export const AlarmBanner = () => {
  useAlarmSound();
  return (
    <div className="hy-banners">
      <GraveBanner />
      <EscalationStrip />
    </div>
  );
};

/**
 * Calls for help and red warnings of now, over everything until somebody answers, also while the past is shown. A new
 * one flashes; where motion is not wanted it stands still in the same colours.
 */
const GraveBanner = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const setup = useLive((state) => state.setup);
  const alarms = useLive((state) => state.alarmsNow);
  const past = useLive((state) => state.clock.mode === 'history');
  const grave = useMemo(() => alarmQueue(alarms.values()).filter(isGrave), [alarms]);
  const newest = grave.reduce((time, { raisedAt }) => Math.max(time, raisedAt), 0);
  if (grave.length === 0) return null;
  return (
    <section className="hy-banner" role="alert" aria-label={t('alarms.banner')} data-banner={grave.length}>
      {/* A new key starts the flash anew. */}
      <span key={newest} className="hy-banner-flash" aria-hidden="true" />
      <AlertFilled aria-hidden="true" />
      <ul>
        {grave.slice(0, SHOWN).map((alarm) => (
          <li key={alarm.id}>
            <UrgencySign alarm={alarm} />
            <strong>
              {t(`alarmKind.${alarm.kind}`)} · <SourceText text={subjectName(alarm, setup, language)} />
            </strong>
            <span>
              <AlarmPlace alarm={alarm} />
            </span>
            <Since time={alarm.raisedAt} />
            <Button
              size="small"
              icon={<AimOutlined />}
              onClick={() => {
                if (past) liveClient()?.backToLive();
                flyToAlarm(alarm);
              }}
            >
              {t('live.flyTo')}
            </Button>
          </li>
        ))}
        {grave.length > SHOWN && <li>{t('alarms.moreGrave', { n: grave.length - SHOWN })}</li>}
      </ul>
      {past && <strong>{t('alarms.isNow')}</strong>}
      <AnswerButton />
    </section>
  );
};

const Since = ({ time }: { time: number }) => {
  const { t } = useTranslation();
  // Drawn anew with every picture or tick; in the past the present's clock is the client's.
  useLive((state) => state.now);
  const now = liveClient()?.gatewayNow() ?? time;
  return <span>{t('people.ago', { ago: durationText((now - time) / 1000, t) })}</span>;
};

const useAlarmSound = () => {
  const alarms = useLive((state) => state.alarmsNow);
  const heard = useRef<Set<string>>(new Set());
  const grave = useMemo(() => [...alarms.values()].some(isGrave), [alarms]);
  useEffect(() => unlockAtFirstGesture(), []);
  useEffect(() => {
    playSound(soundFor(alarms, heard.current));
    noteHeard(alarms, heard.current);
  }, [alarms]);
  useEffect(() => {
    if (!grave) return;
    playSound('grave');
    const timer = setInterval(() => playSound('grave'), REPEAT_MS);
    return () => clearInterval(timer);
  }, [grave]);
};
