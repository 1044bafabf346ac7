import { useEffect } from 'react';
import { signalView } from '../shell/view-signals.ts';
import { useSession } from './mine-session.ts';

/** Tells browser tests, by attributes of <body>, how far the picture is. */
export const useViewSignals = (): void => {
  const failed = useSession(({ catalog, stopped }) => catalog.status === 'failed' || stopped !== null);
  const started = useSession(({ view }) => view !== null);
  const { pending, firstPicture } = useSession(({ progress }) => progress);
  useEffect(() => {
    signalView(failed ? 'error' : started && firstPicture ? 'ready' : 'loading', pending);
  }, [failed, started, pending, firstPicture]);
};
