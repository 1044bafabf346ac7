import { useEffect, useState } from 'react';
import type { EntityDetail } from '../../../domain/contracts/live/entity-detail.ts';
import { liveClient } from '../live-context.ts';
import { useLive } from '../live-store.ts';

const EVERY_MS = 5000;

/** What the frame has no room for, of one tag; null while it is not known, and in the past, of which it is not kept. */
export const useEntityDetail = (tag: string | null): EntityDetail | null => {
  const live = useLive((state) => state.clock.mode === 'live');
  const [detail, setDetail] = useState<EntityDetail | null>(null);
  useEffect(() => {
    setDetail(null);
    if (tag === null || !live) return;
    const stop = new AbortController();
    const ask = () =>
      liveClient()
        ?.routes.entity(tag, stop.signal)
        .then(
          (answer) => setDetail(answer.ok ? answer.value : null),
          () => {}, // only an abort rejects
        );
    void ask();
    const timer = setInterval(ask, EVERY_MS);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [tag, live]);
  return detail;
};
