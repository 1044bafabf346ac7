import { AimOutlined, CheckCircleOutlined, ClockCircleOutlined, RiseOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import { jurisdictionIn } from '../../../domain/rules/jurisdiction-names.ts';
import { writtenClause } from '../../../domain/rules/verification.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { useLive } from '../live-store.ts';
import { durationText, momentText, shortMomentText } from '../moment-text.ts';
import { maySayLater } from '../picture/alarms-at.ts';
import { SourceText } from '../source-text.tsx';
import { AcknowledgeForm } from './acknowledge-form.tsx';
import { subjectName } from './alarm-names.ts';
import { flyToAlarm, hasPlace } from './alarm-place.ts';
import { alarmStage } from './alarm-queue.ts';
import { AlarmPlace, JudgedText, UrgencySign } from './alarm-words.tsx';
import { VerificationSign } from './verification-sign.tsx';

/** Below this the time left to the close-out is counted down in the row itself. */
const COUNTDOWN_BELOW_MS = 4 * 3_600_000;

interface AlarmItemProps {
  readonly alarm: Alarm;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** One alarm: its row, and opened what it was judged by and who answers for it. */
export const AlarmItem = ({ alarm, open, onToggle }: AlarmItemProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const setup = useLive((state) => state.setup);
  const now = useLive((state) => state.now) ?? alarm.raisedAt;
  const past = useLive((state) => state.clock.mode === 'history');
  const zone = setup?.timeZone ?? '+08:00';
  const stage = alarmStage(alarm);
  const ago = (time: number) => durationText((now - time) / 1000, t);
  const left = alarm.closeBy === null || stage === 'settled' ? null : alarm.closeBy - now;
  return (
    <li
      className="hy-alarm"
      data-alarm={alarm.id}
      data-kind={alarm.kind}
      data-stage={stage}
      data-urgency={alarm.urgency}
      data-warning={alarm.warning ?? undefined}
    >
      <div className="hy-alarm-head">
        <button type="button" className="hy-alarm-title" aria-expanded={open} onClick={onToggle}>
          <UrgencySign alarm={alarm} />
          <strong>{t(`alarmKind.${alarm.kind}`)}</strong>
          <span className="hy-alarm-who">
            <SourceText text={subjectName(alarm, setup, language)} />
          </span>
        </button>
        <Tooltip title={t('live.flyTo')}>
          <Button
            size="small"
            type="text"
            icon={<AimOutlined />}
            aria-label={t('live.flyTo')}
            disabled={!hasPlace(alarm)}
            onClick={() => flyToAlarm(alarm)}
          />
        </Tooltip>
      </div>
      <p className="hy-alarm-line">
        <span>
          <AlarmPlace alarm={alarm} />
        </span>
        <Tooltip title={momentText(alarm.raisedAt, zone)}>
          <span className="hy-quiet">{t('people.ago', { ago: ago(alarm.raisedAt) })}</span>
        </Tooltip>
      </p>
      {alarm.judged && (
        <p className="hy-alarm-line">
          <JudgedText alarm={alarm} />
        </p>
      )}
      {maySayLater(alarm, past) && (
        <p className="hy-alarm-line hy-quiet" data-says-later="true">
          {t('alarms.saysLater')}
        </p>
      )}
      {stage !== 'open' && (
        <p className="hy-alarm-line hy-stage">
          {stage === 'cleared' ? (
            <ClockCircleOutlined aria-hidden="true" />
          ) : (
            <CheckCircleOutlined aria-hidden="true" />
          )}{' '}
          {t(`alarmStage.${stage}`)}
          {alarm.acknowledged && (
            <span className="hy-quiet">
              {' '}
              <SourceText text={alarm.acknowledged.by} /> {shortMomentText(alarm.acknowledged.at, now, zone)}
            </span>
          )}
        </p>
      )}
      {(alarm.escalatedAt !== null || (left !== null && left < COUNTDOWN_BELOW_MS)) &&
        stage !== 'settled' && (
          <p className="hy-alarm-line hy-close-by" data-over={left !== null && left < 0}>
            {alarm.escalatedAt !== null && (
              <strong>
                <RiseOutlined aria-hidden="true" /> {t('alarms.escalated')}
              </strong>
            )}
            {left !== null && (
              <span>
                {left >= 0
                  ? t('alarms.closeIn', { left: durationText(left / 1000, t) })
                  : t('alarms.closeOver', { over: durationText(-left / 1000, t) })}
              </span>
            )}
          </p>
        )}
      {open && (
        <div className="hy-alarm-body">
          <dl>
            <dt>{t('alarms.rule')}</dt>
            <dd>
              {writtenClause(alarm.rule.clause) === null ? (
                t('rules.noClause')
              ) : (
                <SourceText text={alarm.rule.clause} />
              )}
            </dd>
            <dt>{t('alarms.jurisdiction')}</dt>
            <dd>
              <SourceText text={jurisdictionIn(alarm.rule.jurisdiction, language)} />
            </dd>
            <dt>{t('alarms.status')}</dt>
            <dd>
              <VerificationSign status={alarm.rule.status} />
            </dd>
            <dt>{t('alarms.raisedAt')}</dt>
            <dd>{momentText(alarm.raisedAt, zone)}</dd>
            {alarm.risen?.map((rise) => (
              <Fragment key={rise.at}>
                <dt>{t('alarms.risenAt')}</dt>
                <dd>
                  {momentText(rise.at, zone)} ·{' '}
                  {t('alarms.risenFrom', { urgency: t(`urgency.${rise.from}`) })}
                </dd>
                {rise.acknowledged && (
                  <>
                    <dt>{t('alarms.answerBefore')}</dt>
                    <dd>
                      <SourceText text={rise.acknowledged.by} /> · {momentText(rise.acknowledged.at, zone)}
                      {rise.acknowledged.note && <div>{rise.acknowledged.note}</div>}
                    </dd>
                  </>
                )}
              </Fragment>
            ))}
            {alarm.clearedAt !== null && (
              <>
                <dt>{t('alarms.clearedAt')}</dt>
                <dd>{momentText(alarm.clearedAt, zone)}</dd>
              </>
            )}
            {alarm.closeBy !== null && (
              <>
                <dt>{t('alarms.closeBy')}</dt>
                <dd>{momentText(alarm.closeBy, zone)}</dd>
              </>
            )}
            {alarm.acknowledged && (
              <>
                <dt>{t('alarms.answer')}</dt>
                <dd>
                  <SourceText text={alarm.acknowledged.by} /> · {momentText(alarm.acknowledged.at, zone)}
                  {alarm.acknowledged.note && <div>{alarm.acknowledged.note}</div>}
                </dd>
              </>
            )}
          </dl>
          {alarm.acknowledged === null && <AcknowledgeForm alarm={alarm} />}
        </div>
      )}
    </li>
  );
};
