import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CatalogFailure } from '../shell/catalog-failure.tsx';
import { useMineList } from '../shell/mine-list.ts';
import { useView } from '../shell/view-store.ts';
import './mine.css';
import './tools/tool-panel.css';
import { MineScene } from './mine-scene.tsx';
import { useSession } from './mine-session.ts';
import { openCatalog } from './open-catalog.ts';
import { useViewSignals } from './use-view-signals.ts';

/** The Mine workspace: opens the chosen mine's catalog, then shows its scene or says why there is none. */
export default function MineWorkspace() {
  const { t } = useTranslation();
  const mine = useMineListed();
  useEffect(() => openCatalog(mine), [mine]);
  const retry = () => void openCatalog(mine);
  const attempt = useSession((session) => session.attempt);
  const state = useSession((session) => session.catalog);
  useViewSignals();
  if (state.status === 'loading') {
    return (
      <div className="hy-waiting" role="status">
        {t('app.loadingMine')}
      </div>
    );
  }
  if (state.status === 'failed') return <CatalogFailure failure={state.failure} onRetry={retry} />;
  // A new try starts the scene, and with it the engine, afresh.
  return <MineScene key={attempt} catalog={state.catalog} bundleUrl={state.bundleUrl} />;
}

const useMineListed = () => {
  const id = useView((state) => state.mine);
  return useMineList((list) =>
    list.status === 'open' ? (list.mines.find((mine) => mine.id === id) ?? null) : null,
  );
};
