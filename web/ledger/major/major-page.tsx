import { PlusOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MajorView } from '../../../domain/contracts/major-hazard.ts';
import { useAccount } from '../../accounts/use-account.ts';
import { FetchFailurePage } from '../../shell/fetch-failure-page.tsx';
import { formatCount } from '../../shell/format-number.ts';
import { countyDay } from '../county-day.ts';
import '../edit/edit.css';
import '../card/hazard-card.css';
import { ownMines, useNotAllowed } from '../ledger-account.ts';
import { useSurroundings } from '../ledger-context.ts';
import { FlowChart } from '../statistics/flow-chart.tsx';
import '../statistics/statistics.css';
import './major.css';
import { MajorCard } from './major-card.tsx';
import { MajorEditPane } from './major-edit-pane.tsx';
import { beginMajor, hazardsOf, majorKey, reloadMajor, useMajor, useMajorOf } from './major-store.ts';
import { MajorTable } from './major-table.tsx';
import { RepeatList } from './repeat-list.tsx';
import { newMajor } from './start-major.ts';
import { SurveyMatrix } from './survey-matrix.tsx';

/** Major hazards from all three sources: stock and flow to zero, monthly surveys, listed supervision, and who is found producing again. */
export const MajorPage = ({ on }: { readonly on: string | null }) => {
  const { t } = useTranslation();
  const { scope, room } = useSurroundings();
  const state = useMajorOf(scope, on);
  const edit = useMajor((store) => store.edit);
  const open = useMajor((store) => store.open);
  if (state.status === 'loading')
    return (
      <p className="hy-pad" role="status">
        {t('ledger.loading')}
      </p>
    );
  if (state.status === 'failed')
    return <FetchFailurePage title={t('major.failed')} failure={state.failure} onRetry={reloadMajor} />;
  const entry = hazardsOf(state.view).find(({ hazard }) => majorKey(hazard) === open);
  const card = edit ? <MajorEditPane edit={edit} /> : entry ? <MajorCard entry={entry} /> : null;
  return (
    <div className="hy-ledger-body" data-card={card !== null} data-major="open">
      {(room === 'screen' || card === null) && <Overview view={state.view} today={on ?? countyDay()} />}
      {card}
    </div>
  );
};

const Overview = ({ view, today }: { readonly view: MajorView; readonly today: string }) => {
  const { t } = useTranslation();
  const sum = (of: (mine: MajorView['mines'][number]) => number): number =>
    view.mines.reduce((all, mine) => all + of(mine), 0);
  const figures = [
    ['open', sum(({ open }) => open)],
    ['overdue', sum(({ overdue }) => overdue)],
    ['listed', sum(({ listed }) => listed)],
    ['owed', sum(({ listingOwed }) => listingOwed.length)],
  ] as const;
  return (
    <div className="hy-ledger-statistics">
      <div className="hy-major-top">
        <ul className="hy-stock">
          {figures.map(([key, value]) => (
            <li key={key} data-major-count={key}>
              <strong>{formatCount(value)}</strong>
              <span>{t(`majorCount.${key}`)}</span>
            </li>
          ))}
        </ul>
        <ReportButton view={view} />
      </div>
      <div className="hy-major-column">
        <RepeatList view={view} />
        <MajorTable view={view} today={today} />
      </div>
      <div className="hy-major-column">
        <section data-part="major-flow">
          <h3>{t('ledgerFlow.months')}</h3>
          {view.flow.length > 0 ? (
            <FlowChart flows={view.flow.map((flow) => ({ ...flow, name: flow.month }))} />
          ) : (
            <p className="hy-unknown">{t('major.noFlow')}</p>
          )}
          {view.rules.listing ? (
            <p className="hy-quiet">
              {t('major.listingRule', { level: t(`authorityLevel.${view.rules.listing.from}`) })}{' '}
              {view.rules.listing.jurisdiction} · {view.rules.listing.clause} · {view.rules.listing.status}
            </p>
          ) : (
            <p className="hy-unknown">{t('major.noListingRule')}</p>
          )}
        </section>
        <SurveyMatrix view={view} />
      </div>
    </div>
  );
};

const ReportButton = ({ view }: { readonly view: MajorView }) => {
  const { t } = useTranslation();
  const { mines } = useSurroundings();
  const account = useAccount();
  const mayList = useNotAllowed('list-major-hazard');
  const mayReport = useNotAllowed('write-hazard');
  const official = mayList === null;
  const not = official ? null : mayReport;
  const mine = ownMines(account, mines)[0];
  return (
    <Tooltip title={not}>
      <Button
        icon={<PlusOutlined />}
        disabled={not !== null || mine === undefined}
        data-major-task="report"
        onClick={() => {
          if (mine === undefined) return;
          const taken = new Set(
            hazardsOf(view)
              .filter(({ hazard }) => hazard.mine === mine)
              .map(({ hazard }) => hazard.id),
          );
          const hazard = newMajor(mine, taken, countyDay(), account?.name ?? '', official);
          beginMajor('report', null, { kind: 'hazard', hazard });
        }}
      >
        {t('majorTask.report')}
      </Button>
    </Tooltip>
  );
};
