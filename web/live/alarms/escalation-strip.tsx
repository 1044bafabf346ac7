import { RiseOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { liveClient } from '../live-context.ts';
import { useLive } from '../live-store.ts';
import { isToCloseOut } from './alarm-queue.ts';
import { AnswerButton } from './answer-button.tsx';

/** Alarms nobody has answered though the end of their day is near: flashes once for each that becomes one, and stays. */
export const EscalationStrip = () => {
  const { t } = useTranslation();
  const alarms = useLive((state) => state.alarmsNow);
  // Drawn anew with every picture: what is near its time will be over it.
  useLive((state) => state.now);
  const due = useMemo(() => [...alarms.values()].filter(isToCloseOut), [alarms]);
  if (due.length === 0) return null;
  const newest = due.reduce((time, { escalatedAt }) => Math.max(time, escalatedAt ?? 0), 0);
  const now = liveClient()?.gatewayNow() ?? newest;
  const over = due.filter(({ closeBy }) => closeBy !== null && closeBy < now).length;
  return (
    <section
      className="hy-banner hy-escalation"
      role="status"
      aria-label={t('alarms.escalation')}
      data-due={due.length}
    >
      {/* A new key starts the flash anew. */}
      <span key={newest} className="hy-banner-flash" aria-hidden="true" />
      <RiseOutlined aria-hidden="true" />
      <strong>{t('alarms.toCloseOut', { n: due.length })}</strong>
      {over > 0 && <span>{t('alarms.ofThemOver', { n: over })}</span>}
      <AnswerButton />
    </section>
  );
};
