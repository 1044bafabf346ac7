import { type ComponentType, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFreshPage, loadCountyList, useCountyList } from './county-list.ts';
import { CountyNotFound } from './county-not-found.tsx';
import { EmptyMines } from './empty-mines.tsx';
import { FetchFailurePage } from './fetch-failure-page.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { loadMineList, useMineList } from './mine-list.ts';
import { MineNotFound } from './mine-not-found.tsx';
import { dialogIsOpen } from './open-dialog.ts';
import './panel.css';
import './shell.css';
import { TopBar } from './top-bar.tsx';
import { useErrorSignal } from './view-signals.ts';
import { useView } from './view-store.ts';
import { workspaces } from './workspaces.ts';

/** The frame of every workspace: the bar above, the open workspace below, and what is said when none can open. */
export const Shell = () => {
  const { t } = useTranslation();
  const [help, setHelp] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '?' || dialogIsOpen()) return;
      event.preventDefault();
      setHelp(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <a className="hy-skip" href="#hy-scene">
        {t('app.skip')}
      </a>
      <TopBar onHelp={() => setHelp(true)} />
      <div className="hy-workspace">
        <OpenWorkspace />
      </div>
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </>
  );
};

const Waiting = () => {
  const { t } = useTranslation();
  return (
    <div className="hy-waiting" role="status">
      {t('app.loading')}
    </div>
  );
};

const isFresh = isFreshPage(window.location.search);

const OpenWorkspace = () => {
  const id = useView((state) => state.workspace);
  // Where to begin is known with the counties: nobody is shown a mine first and a county then.
  const isUndecided = useCountyList((list) => list.status === 'loading') && isFresh;
  const { of, component } = workspaces().find((one) => one.id === id) ?? workspaces()[0]!;
  if (isUndecided) return <Waiting />;
  return of === 'county' ? <OpenOfCounty component={component} /> : <OpenOfMine component={component} />;
};

/** A workspace of a mine, or why there is none to open. */
const OpenOfMine = ({ component: Workspace }: { component: ComponentType }) => {
  const { t } = useTranslation();
  const list = useMineList();
  const mine = useView((state) => state.mine);
  const absent =
    list.status === 'failed' || (list.status === 'open' && !list.mines.some((one) => one.id === mine));
  useErrorSignal(absent);
  if (list.status === 'loading') return <Waiting />;
  if (list.status === 'failed') {
    return <FetchFailurePage title={t('failure.listTitle')} failure={list.failure} onRetry={loadMineList} />;
  }
  if (list.mines.length === 0) return <EmptyMines />;
  if (absent) return <MineNotFound id={mine ?? ''} mines={list.mines} />;
  return (
    <Suspense fallback={<Waiting />}>
      <Workspace />
    </Suspense>
  );
};

/** A workspace of a county, or why there is none to open. */
const OpenOfCounty = ({ component: Workspace }: { component: ComponentType }) => {
  const { t } = useTranslation();
  const list = useCountyList();
  const id = useView((state) => state.county);
  const absent =
    list.status === 'failed' || (list.status === 'open' && !list.counties.some((one) => one.id === id));
  useErrorSignal(absent);
  if (list.status === 'failed')
    return (
      <FetchFailurePage
        title={t('failure.countyListTitle')}
        failure={list.failure}
        onRetry={() => void loadCountyList()}
      />
    );
  if (list.status === 'open' && absent) return <CountyNotFound id={id} counties={list.counties} />;
  return (
    <Suspense fallback={<Waiting />}>
      <Workspace />
    </Suspense>
  );
};
