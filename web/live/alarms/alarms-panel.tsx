import { AudioMutedOutlined, SoundOutlined } from '@ant-design/icons';
import { Button, Input, Segmented, Select, Tooltip } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ALARM_KINDS, type Alarm, type AlarmKind } from '../../../domain/contracts/live/alarm.ts';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { liveClient } from '../live-context.ts';
import { useLive } from '../live-store.ts';
import { placeName } from '../place-names.ts';
import { AlarmItem } from './alarm-item.tsx';
import { subjectName } from './alarm-names.ts';
import { alarmQueue, isUnanswered } from './alarm-queue.ts';
import { setSoundOn, useSound } from './alarm-sound.ts';
import { RulesView } from './rules-view.tsx';

/** A storm of alarms must not stall the page: more on demand. */
const PAGE = 60;
const HISTORY_DAYS = [1, 7, 30] as const;

/** One queue of everything that still asks for an answer, and the history behind it. */
export const AlarmsPanel = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const setup = useLive((state) => state.setup);
  const alarms = useLive((state) => state.alarms);
  const known = useLive((state) => state.known.alarms);
  const past = useLive((state) => state.clock.mode === 'history');
  const [view, setView] = useState<'queue' | 'history' | 'rules'>('queue');
  const [days, setDays] = useState<number>(1);
  const [kind, setKind] = useState<AlarmKind | null>(null);
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const [pages, setPages] = useState(1);
  const cut = useLive((state) => state.alarmsCut);
  const fetched = useAlarmHistory(view === 'history' && !past, days);

  const list = useMemo(() => {
    if (view === 'queue') return alarmQueue(alarms.values());
    const all = new Map<string, Alarm>();
    for (const one of [...(fetched.alarms ?? []), ...alarms.values()])
      if ((all.get(one.id)?.cursor ?? -1) <= one.cursor) all.set(one.id, one);
    return [...all.values()].sort((a, b) => b.raisedAt - a.raisedAt);
  }, [view, alarms, fetched.alarms]);
  const shown = useMemo(() => {
    const words = search.trim().toLowerCase();
    return list.filter(
      (one) =>
        (kind === null || one.kind === kind) &&
        (words === '' ||
          `${subjectName(one, setup, language)} ${one.place ? `${one.place} ${placeName(one.place, setup, language)}` : ''} ${one.acknowledged?.by ?? ''}`
            .toLowerCase()
            .includes(words)),
    );
  }, [list, kind, search, setup, language]);
  const kinds = useMemo(() => new Set(list.map((one) => one.kind)), [list]);
  const unanswered = list.filter(isUnanswered).length;

  return (
    <div className="hy-alarms" data-known={known} data-unanswered={unanswered}>
      <div className="hy-people-bar">
        <Segmented
          size="small"
          aria-label={t('alarms.view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'queue' as const, label: t('alarms.queue') },
            { value: 'history' as const, label: t('alarms.history') },
            { value: 'rules' as const, label: t('alarms.rules') },
          ]}
        />
        <SoundButton />
      </div>
      {view !== 'rules' && (view === 'history' || list.length > 8) && (
        <div className="hy-people-search">
          <Select
            size="small"
            aria-label={t('alarms.kind')}
            value={kind ?? 'all'}
            onChange={(value) => setKind(value === 'all' ? null : (value as AlarmKind))}
            options={[
              { value: 'all', label: t('alarms.allKinds') },
              ...ALARM_KINDS.filter((one) => kinds.has(one)).map((one) => ({
                value: one,
                label: t(`alarmKind.${one}`),
              })),
            ]}
          />
          <Input
            allowClear
            size="small"
            placeholder={t('alarms.search')}
            aria-label={t('alarms.search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          {view === 'history' && !past && (
            <Segmented
              size="small"
              aria-label={t('alarms.days')}
              value={days}
              onChange={setDays}
              options={HISTORY_DAYS.map((n) => ({ value: n as number, label: t('alarms.lastDays', { n }) }))}
            />
          )}
        </div>
      )}
      {view === 'rules' ? (
        <RulesView />
      ) : !known ? (
        <p className="hy-unknown hy-pad" role="status">
          {t(past ? 'alarms.unknownThen' : 'alarms.unknownNow')}
        </p>
      ) : (
        <>
          {view === 'history' && fetched.failed && (
            <p className="hy-bad hy-pad" role="alert">
              {t('alarms.historyFailed')}
            </p>
          )}
          {(cut || (view === 'history' && fetched.more)) && (
            <p className="hy-bad hy-pad" role="alert">
              {t('alarms.cut', { n: formatCount(list.length) })}
            </p>
          )}
          {shown.length === 0 && (
            <p className="hy-quiet hy-pad">
              {t(list.length > 0 ? 'alarms.noneSuch' : view === 'queue' ? 'alarms.none' : 'alarms.noHistory')}
            </p>
          )}
          <ul className="hy-alarm-list">
            {shown.slice(0, pages * PAGE).map((alarm) => (
              <AlarmItem
                key={alarm.id}
                alarm={alarm}
                open={opened === alarm.id}
                onToggle={() => setOpened(opened === alarm.id ? null : alarm.id)}
              />
            ))}
          </ul>
          {shown.length > pages * PAGE && (
            <Button size="small" block onClick={() => setPages(pages + 1)}>
              {t('alarms.more', { n: formatCount(shown.length - pages * PAGE) })}
            </Button>
          )}
        </>
      )}
    </div>
  );
};

const SoundButton = () => {
  const { t } = useTranslation();
  const sound = useSound();
  return (
    <Tooltip title={t(`soundHint.${sound}`)}>
      <Button
        size="small"
        type={sound === 'off' ? 'default' : 'text'}
        icon={sound === 'on' ? <SoundOutlined /> : <AudioMutedOutlined />}
        aria-pressed={sound !== 'off'}
        data-sound={sound}
        onClick={() => setSoundOn(sound === 'off')}
      >
        {t(`sound.${sound}`)}
      </Button>
    </Tooltip>
  );
};

const useAlarmHistory = (wanted: boolean, days: number) => {
  const [state, setState] = useState<{ alarms: readonly Alarm[] | null; more: boolean; failed: boolean }>({
    alarms: null,
    more: false,
    failed: false,
  });
  useEffect(() => {
    const client = liveClient();
    const now = client?.gatewayNow();
    if (!wanted || !client || !now) return;
    const stop = new AbortController();
    client.routes.alarms(now - days * 86_400_000, now, stop.signal).then(
      (answer) =>
        setState(
          answer.ok ? { ...answer.value, failed: false } : { alarms: null, more: false, failed: true },
        ),
      () => {}, // only an abort rejects
    );
    return () => stop.abort();
  }, [wanted, days]);
  return state;
};
