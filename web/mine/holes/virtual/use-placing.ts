import { useEffect } from 'react';
import { setView } from '../../../shell/view-store.ts';
import { setSession, useSession } from '../../mine-session.ts';

/** While asked for, a click anywhere in the mine sinks the virtual hole there: straight down from the ground over it. */
export const usePlacing = (placing: boolean): void => {
  const view = useSession((session) => session.view);
  useEffect(() => {
    if (!view || !placing) return;
    view.slice.setPlacing(true);
    setSession({ placed: null });
    const stop = useSession.subscribe(({ placed }, before) => {
      if (!placed || placed === before.placed) return;
      setView({ virtualHole: [Number(placed[0].toFixed(1)), Number(placed[1].toFixed(1))] });
    });
    return () => {
      stop();
      view.slice.setPlacing(false);
    };
  }, [view, placing]);
};
