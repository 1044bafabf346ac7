import { useEffect, useState } from 'react';
import { useSession } from '../../mine/mine-session.ts';
import { liveClient } from '../live-context.ts';
import { useLive } from '../live-store.ts';
import { trackOverlay } from '../scene/track-overlay.ts';

export const TRACK_HOURS = [1, 2, 4, 8] as const;
/** The track grows with its owner, but not at every picture. */
const STEP_MS = 15_000;
/** Light enough on rock, dark enough on a light ground; no warning colour. */
const TRACK_RGB = [226, 120, 214] as const;
const OVERLAY = 'track';

export type TrackState = 'none' | 'loading' | 'shown' | 'empty' | 'failed';

/** The way of a tag in the last hours before the moment shown, drawn in the scene while its card is open. */
export const useTrack = (tag: string | null): [number, (hours: number) => void, TrackState] => {
  const [hours, setHours] = useState(0);
  const [state, setState] = useState<TrackState>('none');
  const view = useSession((session) => session.view);
  const end = useLive((live) => (live.now === null ? null : Math.floor(live.now / STEP_MS) * STEP_MS));
  const wanted = hours > 0 && tag !== null && end !== null;
  useEffect(() => {
    if (!view || !wanted) return;
    return () => view.live.setOverlay(OVERLAY, null);
  }, [view, wanted]);
  useEffect(() => {
    const client = liveClient();
    if (!view || !wanted || !client) {
      setState('none');
      return;
    }
    const stop = new AbortController();
    setState((before) => (before === 'shown' ? before : 'loading'));
    client.routes.track(tag, end - hours * 3_600_000, end, stop.signal).then(
      (answer) => {
        if (stop.signal.aborted) return;
        const overlay = answer.ok ? trackOverlay(answer.value, TRACK_RGB) : null;
        view.live.setOverlay(OVERLAY, overlay);
        setState(!answer.ok ? 'failed' : overlay ? 'shown' : 'empty');
      },
      () => {}, // only an abort rejects
    );
    return () => stop.abort();
  }, [view, wanted, tag, end, hours]);
  return [hours, setHours, state];
};
