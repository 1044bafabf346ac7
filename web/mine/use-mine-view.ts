import { type RefObject, useEffect } from 'react';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { useLive } from '../live/live-store.ts';
import { reducedMotionNow, themeNow, useReducedMotion, useTheme } from '../shell/preferences.ts';
import { useView } from '../shell/view-store.ts';
import { loadEngine } from './load-engine.ts';
import { NEW_SESSION, setSession, useSession } from './mine-session.ts';
import { linkView } from './view-link.ts';

const messageOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Starts the engine in `container` for one catalog, keeps it in step with the stores, and ends it after. */
export const useMineView = (
  container: RefObject<HTMLElement | null>,
  catalog: Catalog,
  bundleUrl: string,
): void => {
  const view = useSession((session) => session.view);
  const theme = useTheme();
  const reducedMotion = useReducedMotion();

  useEffect(() => {
    let ended = false;
    let end = () => {};
    setSession({ progress: NEW_SESSION.progress, stopped: null, failedLayers: [] });
    loadEngine().then(
      (createMineView) => {
        if (ended || !container.current) return;
        const state = useView.getState();
        const link = linkView(useView, useSession, useLive);
        try {
          const created = createMineView({
            container: container.current,
            catalog,
            bundleUrl,
            initialPose: state.pose,
            theme: themeNow(),
            reducedMotion: reducedMotionNow(),
            resolutionScale: state.render === 'half' ? 0.5 : 1,
            events: link.events,
          });
          const unbind = link.bind(created, catalog);
          setSession({ view: created });
          end = () => {
            unbind();
            setSession({ view: null, hover: null, hoverEntity: null, cursor: null });
            created.destroy();
          };
        } catch (error) {
          setSession({ stopped: { kind: 'render-error', detail: messageOf(error) } });
        }
      },
      (error) => {
        if (!ended) setSession({ stopped: { kind: 'engine-missing', detail: messageOf(error) } });
      },
    );
    return () => {
      ended = true;
      end();
    };
  }, [container, catalog, bundleUrl]);

  useEffect(() => view?.setTheme(theme), [view, theme]);
  useEffect(() => view?.setReducedMotion(reducedMotion), [view, reducedMotion]);
};
