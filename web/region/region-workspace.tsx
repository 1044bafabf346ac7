import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CatalogFailure } from '../shell/catalog-failure.tsx';
import { useCountyList } from '../shell/county-list.ts';
import { useLanguage } from '../shell/preferences.ts';
import { ProvenanceTag } from '../shell/provenance-tag.tsx';
import { signalView } from '../shell/view-signals.ts';
import { setView, useView } from '../shell/view-store.ts';
import { CountyFindings } from './county-findings.tsx';
import { openCounty, useCounty } from './county-store.ts';
import './region.css';
import { regionTabs } from './region-tabs.ts';

/** The Region workspace: opens the chosen county, then shows its screens as tabs or says why there is none. */
export default function RegionWorkspace() {
  const { t } = useTranslation();
  const county = useCountyListed();
  useEffect(() => openCounty(county), [county]);
  const state = useCounty();
  const failed = state.status === 'failed';
  useEffect(() => signalView(failed ? 'error' : 'loading'), [failed]);
  if (state.status === 'loading') {
    return (
      <div className="hy-waiting" role="status">
        {t('region.loading')}
      </div>
    );
  }
  if (state.status === 'failed')
    return <CatalogFailure failure={state.failure} onRetry={() => void openCounty(county)} />;
  return <OpenRegion />;
}

const useCountyListed = () => {
  const id = useView((state) => state.county);
  return useCountyList((list) =>
    list.status === 'open' ? (list.counties.find((county) => county.id === id) ?? null) : null,
  );
};

const OpenRegion = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = useCounty();
  const chosen = useView((view) => view.regionTab);
  if (state.status !== 'open') return null;
  const { name, provenance, findings } = state.catalog;
  const tabs = regionTabs();
  const open = tabs.find(({ id }) => id === chosen) ?? tabs[0];
  const Screen = open?.component;
  return (
    <div className="hy-region">
      <header className="hy-region-head">
        <h1>{name[language]}</h1>
        <ProvenanceTag provenance={provenance} />
        <nav className="hy-tabs" aria-label={t('region.screens')}>
          {tabs.map(({ id, title, icon: Icon }) => (
            <button
              key={id}
              type="button"
              data-region-tab={id}
              aria-current={id === open?.id ? 'page' : undefined}
              onClick={() => setView({ regionTab: id })}
            >
              <Icon /> {t(title)}
            </button>
          ))}
        </nav>
        <CountyFindings findings={findings} />
      </header>
      <div className="hy-region-screen">
        <Suspense
          fallback={
            <div className="hy-waiting" role="status">
              {t('region.loading')}
            </div>
          }
        >
          {Screen && <Screen />}
        </Suspense>
      </div>
    </div>
  );
};
