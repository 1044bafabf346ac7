import type { EntityFrame } from '../../../domain/contracts/live/entity.ts';
import type { Timers } from './timers.ts';

/** Fetches pictures from…to (ms, both included) every `step` ms. Rejects with the reason where they cannot be had. */
export type FetchPictures = (
  from: number,
  to: number,
  step: number,
  signal: AbortSignal,
) => Promise<readonly EntityFrame[]>;

export interface ReplayOptions {
  readonly fetchPictures: FetchPictures;
  readonly timers: Timers;
  /** `period`: ms until the next picture, 0 while standing still. */
  readonly show: (frame: EntityFrame, period: number) => void;
  readonly failed: (time: number, detail: string) => void;
  readonly ended: () => void;
}

export interface Replay {
  seek(time: number): void;
  play(speed: number, until: number): void;
  pause(): void;
  /** Gives up whatever is on its way. */
  stop(): void;
}

/** At most this many pictures a second go to the screen; faster play takes longer steps through the past. */
const PICTURES_A_SECOND = 4;
const CHUNK = 20;
/** The next chunk is asked for when fewer than this many pictures are left. */
const PREFETCH_BELOW = 12;

/** Step through the past, ms, and its length on the screen, ms, at a speed of 1…60. */
export const pace = (speed: number): { step: number; period: number } => {
  const step = Math.max(1, Math.ceil(speed / PICTURES_A_SECOND)) * 1000;
  return { step, period: step / speed };
};

/**
 * Walks through the kept past: one moment at a time, or playing with the next pictures fetched ahead. Where they do not
 * come in time the clock waits for them; it never runs on over a picture that is not there.
 */
export const createReplay = (o: ReplayOptions): Replay => {
  /** Where play goes on from: what is shown, or what was asked for last. */
  let at: number | null = null;
  let wanted: number | null = null;
  let seeking = false;
  let abort = new AbortController();
  let cancelTick = () => {};
  let playing: {
    step: number;
    period: number;
    until: number;
    queue: EntityFrame[];
    next: number;
    fetching: boolean;
  } | null = null;

  const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

  // One seek at a time and then the newest wanted: aborting at every move of the pointer would never show anything.
  const seekNext = async () => {
    if (seeking || wanted === null) return;
    seeking = true;
    const time = wanted;
    wanted = null;
    const { signal } = abort;
    try {
      const frame = (await o.fetchPictures(time, time, 1000, signal)).at(0);
      if (signal.aborted) return;
      if (frame) {
        o.show(frame, 0);
      } else o.failed(time, '');
    } catch (error) {
      if (signal.aborted) return;
      o.failed(time, reason(error));
    } finally {
      if (!signal.aborted) {
        seeking = false;
        void seekNext();
      }
    }
  };

  const halt = () => {
    cancelTick();
    cancelTick = () => {};
    playing = null;
    abort.abort();
    abort = new AbortController();
    seeking = false;
  };

  const fill = async () => {
    const run = playing;
    if (!run || run.fetching || run.queue.length >= PREFETCH_BELOW || run.next > run.until) return;
    run.fetching = true;
    const from = run.next;
    const to = Math.min(run.until, from + (CHUNK - 1) * run.step);
    try {
      const frames = await o.fetchPictures(from, to, run.step, abort.signal);
      if (playing !== run) return;
      run.queue.push(...frames);
      run.next = to + run.step;
    } catch (error) {
      if (playing !== run) return;
      halt();
      o.failed(from, reason(error));
      return;
    }
    run.fetching = false;
  };

  const tick = () => {
    const run = playing;
    if (!run) return;
    const due = o.timers.now();
    const frame = run.queue.shift();
    void fill();
    if (!frame && run.next > run.until && !run.fetching) {
      halt();
      o.ended();
      return;
    }
    if (frame) {
      at = frame.time;
      o.show(frame, run.period);
    }
    // A late picture is looked for again soon; an early one waits its turn.
    const wait = frame ? run.period - (o.timers.now() - due) : 50;
    cancelTick = o.timers.after(Math.max(10, wait), tick);
  };

  return {
    seek(time) {
      if (playing) halt();
      wanted = at = time;
      void seekNext();
    },
    play(speed, until) {
      halt();
      wanted = null;
      if (at === null) return;
      const from = at;
      const { step, period } = pace(speed);
      playing = { step, period, until, queue: [], next: from + step, fetching: false };
      void fill();
      cancelTick = o.timers.after(0, tick);
    },
    pause() {
      if (playing) halt();
    },
    stop() {
      halt();
      wanted = null;
      at = null;
    },
  };
};
