import { useEffect } from 'react';
import { createLiveWorker } from '../../live/create-live-worker.ts';
import { startLive } from '../../live/live-client.ts';
import { liveRoutes } from '../../live/live-routes.ts';
import { useLive } from '../../live/live-store.ts';
import { realTimers } from '../../live/wire/timers.ts';

/** Keeps the live store fed while drawings of a mine show its people. @param time the moment of the past that is shown, ms; null: now */
export const usePeople = (mine: string, wanted: boolean, time: number | null): void => {
  useEffect(() => {
    if (!wanted) return;
    const client = startLive({
      mine,
      routes: liveRoutes(mine),
      store: useLive,
      createWorker: createLiveWorker,
      timers: realTimers,
    });
    if (time !== null) client.showPast(time);
    return () => client.stop();
  }, [mine, wanted, time]);
};
