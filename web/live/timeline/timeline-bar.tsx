import {
  CaretRightOutlined,
  DisconnectOutlined,
  HistoryOutlined,
  LoadingOutlined,
  PauseOutlined,
  StepBackwardOutlined,
  StepForwardOutlined,
  WifiOutlined,
} from '@ant-design/icons';
import { Button, Select, Tooltip } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { heldSpans } from '../holds/held-spans.ts';
import { HoldsButton } from '../holds/holds-button.tsx';
import { liveClient } from '../live-context.ts';
import { useLive } from '../live-store.ts';
import { durationText, momentText } from '../moment-text.ts';
import { alarmTicks, markedTimes, shareOf } from './timeline-scale.ts';

const SPEEDS = [1, 2, 5, 10, 20, 60] as const;
const HOUR = 3_600_000;
/** Lengths of the bar; 0 = everything that is kept. */
const WINDOWS = [1, 8, 24, 0] as const;
const STEP_MS = 10_000;
/** While the thumb is dragged, so often a picture is asked for. */
const SEEK_EVERY_MS = 120;
const TICKS_APART = 0.004;
const MARKS = 7;
/** A picture this far from the wanted moment is still on its way, ms. */
const ARRIVED_MS = 1500;
/** The bar's ends move in steps, so that nothing slides under the pointer, ms. */
const EDGE_MS = 5000;

/** Old and live on one line, which always says in words which of the two is on the screen. */
export const TimelineBar = () => {
  const { t } = useTranslation();
  const clock = useLive((state) => state.clock);
  const now = useLive((state) => state.now);
  const connection = useLive((state) => state.connection);
  const lostSince = useLive((state) => state.lostSince);
  const span = useLive((state) => state.span);
  const gaps = useLive((state) => state.gaps);
  const marks = useLive((state) => state.marks);
  const holds = useLive((state) => state.holds);
  const picture = useLive((state) => state.known.picture);
  const failed = useLive((state) => state.pastFailure !== null);
  const zone = useLive((state) => state.setup?.timeZone) ?? '+08:00';
  const [hours, setHours] = useState<number>(1);
  const [speed, setSpeed] = useState<number>(1);
  const seek = useThrottledSeek();

  const past = clock.mode === 'history';
  const gatewayNow = liveClient()?.gatewayNow() ?? span?.to ?? null;
  const to = gatewayNow === null ? null : Math.ceil(gatewayNow / EDGE_MS) * EDGE_MS;
  const wanted = past ? clock.time : gatewayNow;
  // While the past is shown the bar holds still under the pointer; it moves only where the moment has left it.
  const heldEnd = useRef<number | null>(null);
  const length = hours === 0 ? (to ?? 0) - (span?.from ?? (to ?? 0) - HOUR) : hours * HOUR;
  let end = to ?? 0;
  if (past && wanted !== null) {
    end = heldEnd.current ?? end;
    if (wanted < end - length || wanted > end) end = Math.min(to ?? end, wanted + length / 2);
  }
  heldEnd.current = past ? end : null;
  const from = end - length;
  const keptFrom = span ? shareOf(span.from, from, end) : 1;
  const fromBlock = Math.floor(from / 60_000);
  const endBlock = Math.ceil(end / 60_000);
  useEffect(() => {
    if (fromBlock > 0 && endBlock > fromBlock) liveClient()?.loadMarks(fromBlock * 60_000, endBlock * 60_000);
  }, [fromBlock, endBlock]);
  const ticks = useMemo(() => alarmTicks(marks, from, end, TICKS_APART), [marks, from, end]);
  const held = useMemo(() => heldSpans(holds?.holds ?? [], from, end), [holds, from, end]);
  const times = useMemo(() => (end > from ? markedTimes(from, end, MARKS, zone) : []), [from, end, zone]);

  const lost = !past && (lostSince !== null || connection === 'waiting');
  const loading =
    past &&
    !failed &&
    (!picture || (clock.speed === 0 && now !== null && Math.abs(now - clock.time) > ARRIVED_MS));
  const mode = past ? 'past' : lost ? 'lost' : 'live';
  const moveTo = (time: number) => liveClient()?.showPast(time);
  const value = wanted ?? end;
  const wantedText = wanted === null ? '' : momentText(wanted, zone);
  return (
    <section className="hy-timeline" aria-label={t('timeline.label')} data-mode={mode} data-loading={loading}>
      <div className="hy-timeline-mode" role="status" aria-live="polite">
        {past ? <HistoryOutlined /> : lost ? <DisconnectOutlined /> : <WifiOutlined />}
        <strong>{t(`timeline.${mode}`)}</strong>
      </div>
      <time className="hy-timeline-moment" data-moment={now ?? ''}>
        {now === null ? t('timeline.noMoment') : momentText(now, zone)}
        {loading && (
          <span className="hy-quiet">
            {' '}
            <LoadingOutlined /> {t('timeline.loading', { moment: wantedText.slice(11) })}
          </span>
        )}
      </time>
      <div className="hy-timeline-buttons">
        <Tooltip title={t('timeline.stepBack')}>
          <Button
            size="small"
            type="text"
            icon={<StepBackwardOutlined />}
            aria-label={t('timeline.stepBack')}
            disabled={wanted === null || !span}
            onClick={() => wanted !== null && moveTo(wanted - STEP_MS)}
          />
        </Tooltip>
        <Button
          size="small"
          type={past ? 'default' : 'text'}
          icon={past && clock.speed > 0 ? <PauseOutlined /> : <CaretRightOutlined />}
          aria-label={t(past && clock.speed > 0 ? 'timeline.pause' : 'timeline.play')}
          disabled={!past || (!picture && clock.speed === 0)}
          data-play
          onClick={() => {
            if (past && clock.speed > 0) liveClient()?.pause();
            else liveClient()?.play(speed);
          }}
        />
        <Tooltip title={t('timeline.stepForward')}>
          <Button
            size="small"
            type="text"
            icon={<StepForwardOutlined />}
            aria-label={t('timeline.stepForward')}
            disabled={!past}
            onClick={() => wanted !== null && moveTo(wanted + STEP_MS)}
          />
        </Tooltip>
        <Select
          size="small"
          aria-label={t('timeline.speed')}
          value={speed}
          popupMatchSelectWidth={false}
          options={SPEEDS.map((one) => ({ value: one as number, label: `${one}×` }))}
          onChange={(next) => {
            setSpeed(next);
            if (past && clock.speed > 0) liveClient()?.play(next);
          }}
        />
      </div>
      <div className="hy-timeline-track">
        <span
          className="hy-timeline-unkept"
          style={{ width: `${keptFrom * 100}%` }}
          title={t('timeline.unkept')}
        />
        {gaps
          .filter((gap) => gap.to > from && gap.from < end)
          .map((gap) => (
            <span
              key={gap.from}
              className="hy-timeline-unkept"
              data-why={gap.why}
              style={{
                left: `${shareOf(gap.from, from, end) * 100}%`,
                width: `${(shareOf(gap.to, from, end) - shareOf(gap.from, from, end)) * 100}%`,
              }}
              title={t(`timeline.gap.${gap.why}`)}
            />
          ))}
        {times.map((time) => (
          <span
            key={time}
            className="hy-timeline-time"
            style={{ left: `${shareOf(time, from, end) * 100}%` }}
          >
            {hours === 0 || hours > 24
              ? momentText(time, zone).slice(5, 16)
              : momentText(time, zone).slice(11, 16)}
          </span>
        ))}
        {held.map((span) => (
          <span
            key={span.from}
            className="hy-timeline-held"
            data-begins={span.begins}
            data-ends={span.ends}
            style={{ left: `${span.from * 100}%`, right: `${(1 - span.to) * 100}%` }}
          />
        ))}
        {ticks.map((tick) => (
          <span
            key={tick.share}
            className="hy-timeline-alarm"
            data-grave={tick.grave}
            style={{ left: `${tick.share * 100}%` }}
          />
        ))}
        <input
          type="range"
          aria-label={t('timeline.slider', { alarms: marks.length, held: held.length, gaps: gaps.length })}
          aria-valuetext={`${t(`timeline.${mode}`)} ${wantedText}`}
          min={from}
          max={end}
          step={1000}
          value={value}
          disabled={to === null || !span}
          onChange={(event) => seek(Number(event.target.value))}
        />
      </div>
      <Select
        size="small"
        className="hy-timeline-window"
        aria-label={t('timeline.window')}
        value={hours}
        popupMatchSelectWidth={false}
        options={WINDOWS.map((one) => ({
          value: one as number,
          label: one === 0 ? t('timeline.allKept') : t('timeline.hours', { n: one }),
        }))}
        onChange={setHours}
      />
      <HoldsButton />
      <Button
        size="small"
        type={past ? 'primary' : 'text'}
        disabled={!past}
        icon={<WifiOutlined />}
        data-back-to-live
        onClick={() => liveClient()?.backToLive()}
      >
        {t('timeline.back')}
      </Button>
      {past && gatewayNow !== null && now !== null && (
        <span className="hy-unseen">
          {t('people.ago', { ago: durationText((gatewayNow - now) / 1000, t) })}
        </span>
      )}
    </section>
  );
};

/** Follows the thumb at once, and asks for pictures no oftener than they can be shown; the last place counts. */
const useThrottledSeek = (): ((time: number) => void) => {
  const state = useRef<{ timer: ReturnType<typeof setTimeout> | null; time: number }>({
    timer: null,
    time: 0,
  });
  useEffect(
    () => () => {
      if (state.current.timer) clearTimeout(state.current.timer);
    },
    [],
  );
  return (time) => {
    const held = state.current;
    held.time = time;
    if (held.timer) return;
    liveClient()?.showPast(time);
    const asked = time;
    held.timer = setTimeout(() => {
      held.timer = null;
      if (held.time !== asked) liveClient()?.showPast(held.time);
    }, SEEK_EVERY_MS);
  };
};
