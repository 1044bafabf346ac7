import { PlusOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MajorView } from '../../../domain/contracts/major-hazard.ts';
import { useAccount } from '../../accounts/use-account.ts';
import { RuleSource } from '../../live/alarms/rule-source.tsx';
import { FetchFailurePage } from '../../shell/fetch-failure-page.tsx';
import { setView, useView } from '../../shell/view-store.ts';
import '../card/hazard-card.css';
import { countyDay } from '../county-day.ts';
import '../edit/edit.css';
import { ownMines, useNotAllowed } from '../ledger-account.ts';
import { useSurroundings } from '../ledger-context.ts';
import { FlowChart } from '../statistics/flow-chart.tsx';
import '../statistics/statistics.css';
import { MajorCard } from './major-card.tsx';
import { MajorEditPane } from './major-edit-pane.tsx';
import { MajorFigures } from './major-figures.tsx';
import { type MajorShown, majorRows, movedOfMajor } from './major-rows.ts';
import { beginMajor, hazardsOf, reloadMajor, takenMajors, useMajor, useMajorOf } from './major-store.ts';
import { MajorTable } from './major-table.tsx';
import './major.css';
import { RepeatList } from './repeat-list.tsx';
import { newMajor } from './start-major.ts';
import { SurveyMatrix } from './survey-matrix.tsx';

/** Major hazards from all three sources: what has to be looked at first, listed supervision, who is found producing again, stock and flow to zero, monthly surveys. */
export const MajorPage = ({ on }: { readonly on: string | null }) => {
  const { t } = useTranslation();
  const { scope, room } = useSurroundings();
  const state = useMajorOf(scope, on);
  const edit = useMajor((store) => store.edit);
  const open = useView(({ openHazard }) => openHazard);
  const [shown, setShown] = useState<MajorShown>('open');
  if (state.status === 'loading')
    return (
      <p className="hy-pad" role="status">
        {t('ledger.loading')}
      </p>
    );
  if (state.status === 'failed')
    return <FetchFailurePage title={t('major.failed')} failure={state.failure} onRetry={reloadMajor} />;
  const entry = hazardsOf(state.view).find(
    ({ hazard }) => hazard.mine === open?.mine && hazard.id === open.hazard,
  );
  const card = edit ? (
    <MajorEditPane edit={edit} />
  ) : entry ? (
    <MajorCard
      key={`${entry.hazard.mine} ${entry.version.number}`}
      {...{ entry, on }}
      moved={movedOfMajor(state.view, entry.hazard)}
    />
  ) : open ? (
    <NotThere id={open.hazard} on={on} />
  ) : null;
  return (
    <div className="hy-ledger-body" data-card={card !== null} data-major="open">
      {(room === 'screen' || card === null) && (
        <Overview view={state.view} today={on ?? countyDay()} shown={shown} onShow={setShown} />
      )}
      {card}
    </div>
  );
};

const NotThere = ({ id, on }: { readonly id: string; readonly on: string | null }) => {
  const { t } = useTranslation();
  return (
    <div className="hy-hazard-card" role="status">
      <p>{on ? t('major.notThen', { id, day: on }) : t('major.notThere', { id })}</p>
      <Button size="small" onClick={() => setView({ openHazard: null })}>
        {t('hazardCard.close')}
      </Button>
    </div>
  );
};

interface OverviewProps {
  readonly view: MajorView;
  readonly today: string;
  readonly shown: MajorShown;
  readonly onShow: (shown: MajorShown) => void;
}

const Overview = ({ view, today, shown, onShow }: OverviewProps) => {
  const { t } = useTranslation();
  const rows = useMemo(() => majorRows(view, today), [view, today]);
  return (
    <div className="hy-ledger-statistics">
      <div className="hy-major-top">
        <MajorFigures view={view} rows={rows} shown={shown} onShow={onShow} />
      </div>
      <div className="hy-major-column">
        <MajorTable all={rows} shown={shown} onShow={onShow}>
          <ReportButton />
        </MajorTable>
        <RepeatList view={view} />
      </div>
      <div className="hy-major-column">
        <section data-part="major-flow">
          <h3>{t('ledgerFlow.months')}</h3>
          {view.flow.length > 0 ? (
            <FlowChart flows={view.flow.slice(-MONTHS).map((flow) => ({ ...flow, name: flow.month }))} />
          ) : (
            <p className="hy-unknown">{t('major.noFlow')}</p>
          )}
          {view.rules.listing ? (
            <p className="hy-quiet">
              {t('major.listingRule', { level: t(`authorityLevel.${view.rules.listing.from}`) })}{' '}
              <RuleSource {...view.rules.listing} />
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
/** As many months as the surveys beside it. */
const MONTHS = 12;

const ReportButton = () => {
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
        type="primary"
        size="small"
        icon={<PlusOutlined />}
        disabled={not !== null || mine === undefined}
        data-major-task="report"
        onClick={() => {
          if (mine === undefined) return;
          const hazard = newMajor(mine, takenMajors(mine), countyDay(), account?.name ?? '', official);
          beginMajor('report', null, { kind: 'hazard', hazard });
        }}
      >
        {t('majorTask.report')}
      </Button>
    </Tooltip>
  );
};
