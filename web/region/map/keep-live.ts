import type { CountyLive } from '../../../domain/contracts/county-live.ts';
import type { Timers } from '../../live/wire/timers.ts';
import type { Fetched } from '../../shell/fetch-json.ts';

/** Asked for so often: people come and go by the minute, and the gateway counts once a second. */
const EVERY_MS = 5_000;
/** A gateway that takes a question and does not answer is as silent as one that is gone. */
const ANSWERS_WITHIN_MS = 10_000;
/** Counts older than this are not of now, whoever is to blame: three questions went by. */
export const STALE_AFTER_MS = 15_000;

export interface LiveKeeper {
  /** The page is looked at again. */
  askNow(): void;
  stop(): void;
}

/**
 * Asks a county's live counts again and again, and says when what was told last is not of now any more: at once where the gateway
 * fails or refuses, after ANSWERS_WITHIN_MS where it says nothing, after STALE_AFTER_MS in any case.
 *
 * Asked, not pushed: the live socket (domain/contracts/live/viewer.ts) carries each person of one mine, subscribed mine by mine; a
 * county needs eleven numbers a mine and no person. All of 2 000 mines are 100 kB before packing every 5 s, made once a second for
 * all who see the same, and every answer is cut to what its reader sees anew, as every route is; a pushed one would need that
 * check, a resume and a diff of its own to save less than the map's tiles weigh.
 */
export const keepLive = (o: {
  readonly ask: (signal: AbortSignal) => Promise<Fetched<CountyLive>>;
  readonly isHidden: () => boolean;
  readonly timers: Timers;
  readonly onAnswer: (live: CountyLive) => void;
  readonly onStale: () => void;
}): LiveKeeper => {
  const { timers } = o;
  let stopped = false;
  let asking: AbortController | null = null;
  let cancelNext = (): void => {};
  let cancelStale = timers.after(STALE_AFTER_MS, o.onStale);
  const ask = async (): Promise<void> => {
    const question = new AbortController();
    asking = question;
    const cancelWait = timers.after(ANSWERS_WITHIN_MS, () => question.abort());
    // an abort rejects: nothing was answered
    const fetched = await o.ask(question.signal).catch(() => null);
    cancelWait();
    asking = null;
    if (stopped) return;
    if (fetched?.ok) {
      cancelStale();
      cancelStale = timers.after(STALE_AFTER_MS, o.onStale);
      o.onAnswer(fetched.value);
    } else o.onStale();
  };
  const next = (): void => {
    cancelNext();
    if (stopped || asking) return;
    if (o.isHidden()) cancelNext = timers.after(EVERY_MS, next);
    else
      void ask().then(() => {
        if (!stopped) cancelNext = timers.after(EVERY_MS, next);
      });
  };
  next();
  return {
    askNow: next,
    stop: () => {
      stopped = true;
      cancelNext();
      cancelStale();
      asking?.abort();
    },
  };
};
