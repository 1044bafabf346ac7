import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FailurePage } from '../shell/failure-page.tsx';
import { FetchFailurePage } from '../shell/fetch-failure-page.tsx';
import { useMineList } from '../shell/mine-list.ts';
import { useView } from '../shell/view-store.ts';
import './mine.css';
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
  if (state.status === 'failed') {
    const { failure } = state;
    return failure.kind === 'broken' ? (
      <FailurePage
        title={t('failure.catalogTitle')}
        text={t('failure.brokenBundle')}
        detail={failure.reason}
        onRetry={retry}
      >
        <p className="hy-failure-place">{failure.reason}</p>
      </FailurePage>
    ) : (
      <FetchFailurePage title={t('failure.catalogTitle')} failure={failure} onRetry={retry} />
    );
  }
  // A new try starts the scene, and with it the engine, afresh.
  return <MineScene key={attempt} catalog={state.catalog} bundleUrl={state.bundleUrl} />;
}

const useMineListed = () => {
  const id = useView((state) => state.mine);
  return useMineList((list) =>
    list.status === 'open' ? (list.mines.find((mine) => mine.id === id) ?? null) : null,
  );
};
