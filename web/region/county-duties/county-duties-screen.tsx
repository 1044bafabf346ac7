import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FetchFailurePage } from '../../shell/fetch-failure-page.tsx';
import { useLanguage } from '../../shell/preferences.ts';
import { saveBlob } from '../../shell/save-blob.ts';
import { useView } from '../../shell/view-store.ts';
import { useOpenCounty } from '../county-store.ts';
import './county-duties.css';
import './duty-look.css';
import type { CountyDuties } from '../../../domain/contracts/county-duties-view.ts';
import { dayAhead } from './day-ahead.ts';
import { OtherDayNotice } from './day-choice.tsx';
import { dutiesCsv } from './duties-csv.ts';
import { reloadDuties, useDutiesOf } from './duties-store.ts';
import { DutyDetail } from './duty-detail.tsx';
import { DutyPrint } from './duty-print.tsx';
import { queryDuties } from './duty-query.ts';
import { DutyTable } from './duty-table.tsx';
import { DutyToolbar } from './duty-toolbar.tsx';
import { useDutyQuery } from './query-store.ts';

/** The duties of every mine of the open county. */
export default function CountyDutiesScreen() {
  const { t } = useTranslation();
  const { county } = useOpenCounty().catalog;
  const day = useView((state) => state.day);
  const ahead = useDutyQuery((query) => query.ahead);
  const state = useDutiesOf(county, day ?? dayAhead(ahead, Date.now()));
  if (state.status === 'loading')
    return (
      <div className="hy-waiting" role="status" data-county-duties="loading">
        {t('countyDuties.loading')}
      </div>
    );
  if (state.status === 'failed')
    return (
      <div data-county-duties="failed">
        <FetchFailurePage title={t('countyDuties.failed')} failure={state.failure} onRetry={reloadDuties} />
      </div>
    );
  return <OpenDuties view={state.view} refreshing={state.refreshing} />;
}

const OpenDuties = ({ view, refreshing }: { view: CountyDuties; refreshing: boolean }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { county, towns } = useOpenCounty().catalog;
  const filter = useView((state) => state.mineFilter);
  const pick = useView((state) => state.regionPick);
  const query = useDutyQuery();
  const table = useMemo(
    () =>
      queryDuties(view, filter, query, new Intl.Collator(language === 'zh' ? 'zh-Hans-CN' : 'en'), language),
    [view, filter, query, language],
  );
  const chosen = pick?.kind === 'mine' ? view.mines.find(({ mine }) => mine === pick.id) : undefined;
  const townName = (town: string | null): string =>
    towns.find(({ id }) => id === town)?.name[language] ?? t('countyDuties.noTown');
  const onExport = (): void =>
    saveBlob(
      new Blob([dutiesCsv({ view, table, townName, t, language })], { type: 'text/csv' }),
      `${county}-duties-${view.on}.csv`,
    );
  return (
    <section
      className="hy-cd"
      aria-label={t('countyDuties.tab')}
      data-county-duties="open"
      aria-busy={refreshing}
    >
      {view.on !== view.today && <OtherDayNotice view={view} />}
      {view.rules.problem !== null || view.duties.length === 0 ? (
        <NoRules view={view} />
      ) : (
        <>
          <DutyToolbar {...{ view, table, refreshing, onExport }} />
          <div className="hy-cd-body" data-beside={chosen !== undefined}>
            {table.rows.length === 0 ? (
              <p className="hy-cd-none">
                {t(view.mines.length === 0 ? 'countyDuties.noMines' : 'countyDuties.noneMatch')}
              </p>
            ) : (
              <DutyTable duties={view.duties} table={table} />
            )}
            {chosen && <DutyDetail view={view} row={chosen} duty={query.duty} />}
          </div>
          <DutyPrint view={view} table={table} />
        </>
      )}
    </section>
  );
};

/** A county without duties is not a county that has met them: what is wrong with its file is said, and where it is mended. */
const NoRules = ({ view: { rules } }: { view: CountyDuties }) => {
  const { t } = useTranslation();
  return (
    <div className="hy-failure" role="alert" data-county-duties="no-rules">
      <h2>{t('countyDuties.noRules')}</h2>
      <p>{t('countyDuties.noRulesText', { file: rules.file })}</p>
      {rules.problem !== null && <p className="hy-failure-place">{rules.problem}</p>}
      <Button type="primary" data-action="judge-again" onClick={reloadDuties}>
        {t('countyDuties.reload')}
      </Button>
    </div>
  );
};
