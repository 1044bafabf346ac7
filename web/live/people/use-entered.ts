import { useEffect, useState } from 'react';
import { liveClient } from '../live-context.ts';
import { useLive } from '../live-store.ts';

const EVERY_MS = 15_000;

/**
 * Who went in and has not come out, with since when (ms; null: not known). null: the gateway has not told, or the past
 * is shown, of which it is not known.
 */
export const useEntered = (wanted: boolean): ReadonlyMap<string, number | null> | null => {
  const live = useLive((state) => state.clock.mode === 'live');
  const [entered, setEntered] = useState<ReadonlyMap<string, number | null> | null>(null);
  useEffect(() => {
    setEntered(null);
    if (!wanted || !live) return;
    const stop = new AbortController();
    const ask = () =>
      liveClient()
        ?.routes.underground(stop.signal)
        .then(
          (answer) =>
            setEntered(answer.ok ? new Map(answer.value.entered.map(({ tag, at }) => [tag, at])) : null),
          () => {}, // only an abort rejects
        );
    void ask();
    const timer = setInterval(ask, EVERY_MS);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [wanted, live]);
  return entered;
};
