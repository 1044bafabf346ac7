import type { StoreApi } from 'zustand';
import type { Alarm } from '../../domain/contracts/live/alarm.ts';
import type { EntityFrame, RosterEntry } from '../../domain/contracts/live/entity.ts';
import type { PictureRoster } from '../../domain/contracts/live/history.ts';
import type { IncidentHold } from '../../domain/contracts/live/incident-hold.ts';
import { tellSignedOut } from '../shell/signed-out.ts';
import { holdsWith } from './holds/held-spans.ts';
import type { LiveRoutes } from './live-routes.ts';
import { type LiveState, NO_LIVE } from './live-store.ts';
import { growOld } from './picture/grow-old.ts';
import { createPastData, type PastData } from './picture/past-data.ts';
import { mergeAlarms, NO_PRESENT, type Present, takeNews } from './picture/take-news.ts';
import type { Timers } from './wire/timers.ts';
import type { WorkerOrder, WorkerReport } from './wire/worker-talk.ts';

/** The worker as the client sees it. */
export interface LiveWorker {
  post(order: WorkerOrder): void;
  /** Set by the client. */
  receive: (report: WorkerReport) => void;
  terminate(): void;
}

export interface LiveClientOptions {
  readonly mine: string;
  readonly routes: LiveRoutes;
  readonly store: Pick<StoreApi<LiveState>, 'getState' | 'setState'>;
  readonly createWorker: () => LiveWorker;
  readonly timers: Timers;
}

export interface LiveClient {
  readonly routes: LiveRoutes;
  /** Shows one moment of the past, ms, standing still. */
  showPast(time: number): void;
  /** 1…60. */
  play(speed: number): void;
  pause(): void;
  backToLive(): void;
  /** Fetches the alarms of a stretch of time for the marks on the timeline, ms. */
  loadMarks(from: number, to: number): void;
  /** An alarm as the gateway answered after an acknowledgement. */
  takeAlarm(alarm: Alarm): void;
  /** Fetches the incident holds; also done by itself with the span of what is kept. */
  loadHolds(): Promise<void>;
  /** A hold as the gateway answered after it was made or released. */
  takeHold(hold: IncidentHold): void;
  /** The gateway's clock, ms; null before the first picture. */
  gatewayNow(): number | null;
  stop(): void;
}

const FRAMES_A_SECOND = 1;
const TICK_MS = 1000;
/** So long without a picture and the one on the screen begins to age by itself. */
const AGES_AFTER_MS = 2500;
const LOST_AFTER_MS = 5000;
const SPAN_EVERY_MS = 60_000;
const SETUP_RETRY_MS = 5000;
/** The present is not yet past: a moment newer than this is shown live. */
const NEAREST_PAST_MS = 1000;

/**
 * Everything between the gateway and the store of one mine. The present goes on in here while the store shows the past,
 * and not one value of the one is ever shown in the other.
 */
export const startLive = (o: LiveClientOptions): LiveClient => {
  const { store, timers, routes } = o;
  const abort = new AbortController();
  let present: Present = NO_PRESENT;
  /** The gateway's clock less ours, ms. */
  let offset: number | null = null;
  let worker: LiveWorker | null = null;
  let past: PastData | null = null;
  let pastRoster: ReadonlyMap<number, RosterEntry> = new Map();
  let pastSpots: LiveState['spots'] = [];
  let pastSynthetic = false;
  let fetchedMarks: readonly Alarm[] = [];
  let cancelTick = () => {};
  let cancelSpan = () => {};

  const gatewayNow = () => (offset === null ? null : offset + timers.now());
  const { getState } = store;
  const set = (patch: Partial<LiveState>) => {
    if (!abort.signal.aborted) store.setState(patch);
  };

  const marks = (): readonly Alarm[] => [
    ...new Map([...fetchedMarks, ...present.alarms.values()].map((one) => [one.id, one])).values(),
  ];

  const showPresent = () => {
    const { setup, connection } = getState();
    const now = gatewayNow();
    const { frame } = present;
    const quiet = frame && now !== null ? now - frame.time : 0;
    const shown =
      frame && setup && quiet > AGES_AFTER_MS ? growOld(frame, quiet / 1000, setup.presence) : frame;
    const lost = frame !== null && (quiet > LOST_AFTER_MS || (connection === 'waiting' && quiet > TICK_MS));
    set({
      now,
      lostSince: lost ? frame.time : null,
      frame: shown,
      synthetic: present.synthetic || (frame?.synthetic ?? false),
      roster: present.roster,
      spots: present.spots,
      readings: present.readings,
      alarms: present.alarms,
      alarmsCut: false,
      flow: present.flow,
      known: { picture: frame !== null, alarms: present.alarmsKnown, readings: present.readingsKnown },
      pastFailure: null,
    });
  };

  const showPastData = () => {
    const { clock, frame, known } = getState();
    if (clock.mode !== 'history') return;
    const time = frame?.time ?? clock.time;
    past?.want(time, clock.speed);
    const alarms = past?.alarms(time) ?? null;
    const readings = past?.readings(time) ?? null;
    set({
      now: time,
      alarms: alarms ?? new Map(),
      alarmsCut: past?.alarmsCut(time) ?? false,
      readings: readings ?? new Map(),
      known: { ...known, alarms: alarms !== null, readings: readings !== null },
    });
  };

  const mergedRoster = () => new Map([...present.roster, ...pastRoster]);

  const takePast = (frame: EntityFrame, period: number) => {
    const { clock } = getState();
    if (clock.mode !== 'history') return;
    const { gaps, known } = getState();
    // Its picture is empty because nobody knows, not because nobody was there.
    const isLost = gaps.some(({ from, to }) => frame.time >= from && frame.time < to);
    set({
      frame: isLost ? null : frame,
      synthetic: frame.synthetic || pastSynthetic,
      known: { ...known, picture: !isLost },
      pastFailure: isLost ? '' : null,
      // Standing still, the clock is where it was put; playing, it is where the pictures are.
      ...(period > 0 && clock.speed > 0 ? { clock: { ...clock, time: frame.time } } : {}),
    });
    showPastData();
  };

  const takePastRoster = ({ entities, spots, synthetic }: PictureRoster) => {
    pastRoster = new Map(entities.map((entry) => [entry.handle, entry]));
    pastSpots = spots;
    pastSynthetic = synthetic;
    if (getState().clock.mode === 'history') set({ roster: mergedRoster(), spots: pastSpots });
  };

  const receive = (report: WorkerReport) => {
    if (abort.signal.aborted) return;
    const isLive = getState().clock.mode === 'live';
    switch (report.type) {
      case 'signed-out':
        tellSignedOut();
        return;
      case 'connection':
        set({ connection: report.state });
        if (report.state === 'open') void loadSpan();
        if (isLive) showPresent();
        return;
      case 'frame':
        present = { ...present, frame: report.frame };
        offset = report.frame.time - timers.now();
        if (isLive) showPresent();
        return;
      case 'news':
        if (report.news.type === 'refused') {
          set({ ...NO_LIVE, mine: o.mine });
          return;
        }
        present = takeNews(present, report.news);
        if (report.news.type === 'alarms') set({ marks: marks(), alarmsNow: present.alarms });
        if (isLive) showPresent();
        // How the gateways and the database do concerns whoever looks at the past as well.
        else if (report.news.type === 'flow') set({ flow: present.flow });
        return;
      case 'past':
        takePast(report.frame, report.period);
        return;
      case 'past-roster':
        takePastRoster(report.roster);
        return;
      case 'past-failed': {
        const { clock } = getState();
        if (clock.mode !== 'history') return;
        set({
          frame: null,
          clock: { ...clock, time: report.time, speed: 0 },
          pastFailure: report.detail,
          known: { ...getState().known, picture: false },
        });
        showPastData();
        return;
      }
      case 'past-ended': {
        const { clock } = getState();
        if (clock.mode === 'history') set({ clock: { ...clock, speed: 0 } });
      }
    }
  };

  const loadHolds = async () => {
    const answer = await routes.holds(abort.signal).catch(() => null);
    if (answer)
      set(answer.ok ? { holds: answer.value, holdsFailure: null } : { holdsFailure: answer.failure });
  };

  const loadSpan = async () => {
    cancelSpan();
    void loadHolds();
    const answer = await routes.history(abort.signal).catch(() => null);
    if (abort.signal.aborted) return;
    if (answer?.ok) set({ span: answer.value.span, gaps: answer.value.gaps });
    cancelSpan();
    cancelSpan = timers.after(SPAN_EVERY_MS, () => void loadSpan());
  };

  const tick = () => {
    const { clock } = getState();
    if (clock.mode === 'live') showPresent();
    else {
      const now = gatewayNow();
      const late = present.frame && now !== null && now - present.frame.time > LOST_AFTER_MS;
      set({ lostSince: late ? present.frame!.time : null });
    }
    cancelTick = timers.after(TICK_MS, tick);
  };

  const begin = async () => {
    set({
      ...NO_LIVE,
      mine: o.mine,
      setupFailure: getState().setupFailure,
      panel: getState().panel,
      clock: getState().clock,
      connection: 'connecting',
    });
    const answer = await routes.setup(abort.signal).catch(() => null);
    if (abort.signal.aborted || !answer) return;
    if (!answer.ok) {
      if (answer.failure.kind === 'missing') set({ connection: 'none' });
      else {
        set({ connection: 'waiting', setupFailure: answer.failure });
        cancelTick = timers.after(SETUP_RETRY_MS, () => void begin());
      }
      return;
    }
    set({ setup: answer.value, setupFailure: null });
    past = createPastData({
      fetchAlarms: async (from, to, signal) => {
        const list = await routes.alarms(from, to, signal);
        if (!list.ok) throw new Error(list.failure.kind);
        return list.value;
      },
      fetchReadings: async (at, signal) => {
        const list = await routes.readingsAt(at, signal);
        if (!list.ok) throw new Error(list.failure.kind);
        return list.value.readings;
      },
      now: () => gatewayNow() ?? 0,
      changed: showPastData,
    });
    worker = o.createWorker();
    worker.receive = receive;
    worker.post({ type: 'open', mine: o.mine, rate: FRAMES_A_SECOND });
    const { clock } = getState();
    if (clock.mode === 'history') showPast(clock.time);
    tick();
  };

  const showPast = (time: number) => {
    const { clock, known, span } = getState();
    const now = gatewayNow();
    if (now !== null && time > now - NEAREST_PAST_MS) {
      backToLive();
      return;
    }
    const moment = Math.round(span ? Math.max(span.from, time) : time);
    const fromLive = clock.mode === 'live';
    set({
      clock: { mode: 'history', time: moment, speed: 0 },
      pastFailure: null,
      // Nothing of now may stand under a date of the past.
      ...(fromLive
        ? {
            frame: null,
            now: moment,
            alarms: new Map(),
            readings: new Map(),
            known: { ...known, picture: false, alarms: false, readings: false },
            roster: mergedRoster(),
            spots: pastSpots.length > 0 ? pastSpots : present.spots,
          }
        : {}),
    });
    worker?.post({ type: 'seek', time: moment });
    showPastData();
  };

  const backToLive = () => {
    set({ clock: { mode: 'live' } });
    worker?.post({ type: 'live' });
    showPresent();
  };

  void begin();

  return {
    routes,
    showPast,
    play(speed) {
      const { clock } = getState();
      if (clock.mode !== 'history') return;
      set({ clock: { ...clock, speed } });
      worker?.post({ type: 'play', speed, until: gatewayNow() ?? getState().span?.to ?? clock.time });
    },
    pause() {
      const { clock } = getState();
      if (clock.mode !== 'history') return;
      set({ clock: { ...clock, speed: 0 } });
      worker?.post({ type: 'pause' });
    },
    backToLive,
    loadMarks(from, to) {
      routes.alarms(from, to, abort.signal).then(
        (list) => {
          if (!list.ok) return; // the marks stay as they are; the lists say what is not known
          fetchedMarks = list.value.alarms;
          set({ marks: marks() });
        },
        () => {}, // only an abort rejects
      );
    },
    takeAlarm(alarm) {
      present = { ...present, alarms: mergeAlarms(present.alarms, [alarm]) };
      set({ marks: marks(), alarmsNow: present.alarms });
      if (getState().clock.mode === 'live') showPresent();
    },
    loadHolds,
    takeHold(hold) {
      const { holds } = getState();
      if (holds) set({ holds: { ...holds, holds: holdsWith(holds.holds, hold) } });
      void loadHolds();
    },
    gatewayNow,
    stop() {
      abort.abort();
      cancelTick();
      cancelSpan();
      past?.stop();
      worker?.post({ type: 'close' });
      worker?.terminate();
      store.setState(NO_LIVE);
    },
  };
};
