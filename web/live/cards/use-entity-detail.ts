import { useEffect, useState } from 'react';
import type { EntityDetail } from '../../../domain/contracts/live/entity-detail.ts';
import { liveClient } from '../live-context.ts';
import { useLive } from '../live-store.ts';

const EVERY_MS = 5000;

/** While the past is played, it is asked for no oftener than this. */
const PAST_STEP_MS = 10_000;

/** What the frame has no room for, of one tag at the moment shown; null while it is not known. */
export const useEntityDetail = (tag: string | null): EntityDetail | null => {
  const at = useLive(({ clock, now }) => {
    if (clock.mode === 'live' || now === null) return null;
    return clock.speed > 0 ? Math.floor(now / PAST_STEP_MS) * PAST_STEP_MS : now;
  });
  const live = useLive((state) => state.clock.mode === 'live');
  const [found, setFound] = useState<{ of: string; detail: EntityDetail | null } | null>(null);
  // Who it was a moment ago must not stand under the name of another, nor now under then.
  const of = `${tag} ${live}`;
  useEffect(() => {
    if (tag === null || (!live && at === null)) return;
    const stop = new AbortController();
    const ask = () =>
      liveClient()
        ?.routes.entity(tag, at, stop.signal)
        .then(
          (answer) => setFound({ of, detail: answer.ok ? answer.value : null }),
          () => {}, // only an abort rejects
        );
    void ask();
    const timer = live ? setInterval(ask, EVERY_MS) : undefined;
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [tag, live, at, of]);
  return found?.of === of ? found.detail : null;
};
