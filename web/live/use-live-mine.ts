import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../mine/mine-session.ts';
import { useLanguage } from '../shell/preferences.ts';
import { useView } from '../shell/view-store.ts';
import { createLiveWorker } from './create-live-worker.ts';
import { startLive } from './live-client.ts';
import { setLiveClient } from './live-context.ts';
import { linkLive } from './live-link.ts';
import { liveRoutes } from './live-routes.ts';
import { useLive } from './live-store.ts';
import { durationText } from './moment-text.ts';
import { rowOfHandle } from './picture/row-of-handle.ts';
import { labelText, linkScene } from './scene/scene-link.ts';
import { realTimers } from './wire/timers.ts';

/** The panel a fresh page opens on. */
const FIRST_PANEL = 'people';

/** Runs the live side of the open mine and keeps store, link and scene in step with it. */
export const useLiveMine = (mine: string): void => {
  const { t } = useTranslation();
  const language = useLanguage();
  const view = useSession((session) => session.view);
  useEffect(() => {
    const client = startLive({
      mine,
      routes: liveRoutes(mine),
      store: useLive,
      createWorker: createLiveWorker,
      timers: realTimers,
    });
    setLiveClient(client);
    const unlink = linkLive(useView, useLive, client, FIRST_PANEL);
    return () => {
      unlink();
      setLiveClient(null);
      client.stop();
    };
  }, [mine]);
  useEffect(() => {
    if (!view) return;
    const words = {
      deviceName: (name: { zh: string; en: string }) => name[language],
      unnamed: t('live.unnamed'),
      ago: (seconds: number) => durationText(seconds, t),
    };
    return linkScene(view.live, useLive, (ref, state) =>
      labelText(ref, state, words, (handle) => rowOfHandle(state.frame, handle)),
    );
  }, [view, language, t]);
};
