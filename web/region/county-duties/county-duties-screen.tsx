import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FetchFailurePage } from '../../shell/fetch-failure-page.tsx';
import { useLanguage } from '../../shell/preferences.ts';
import { useView } from '../../shell/view-store.ts';
import { useOpenCounty } from '../county-store.ts';
import './county-duties.css';
import './duty-look.css';
import type { DutyPage } from '../../../domain/contracts/county-duties-view.ts';
import { failureText } from '../../shell/failure-text.ts';
import { queryOf } from '../map/kept-mines.ts';
import { OutsideLine } from '../outside/outside-line.tsx';
import { ChosenMine } from './chosen-mine.tsx';
import { dayAhead } from './day-ahead.ts';
import { OtherDayNotice } from './day-choice.tsx';
import { type DutiesState, type DutyQuestion, reloadDuties, useDutyTable } from './duties-store.ts';
import { DutyPrint } from './duty-print.tsx';
import { DutyTable } from './duty-table.tsx';
import { DutyToolbar } from './duty-toolbar.tsx';
import { useDutyChoice, useDutyQuery } from './query-store.ts';
import { RegisterLine } from './register-line.tsx';
import { useTakeOut } from './use-take-out.ts';

/** The duties of every mine of the open county. */
export default function CountyDutiesScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { county } = useOpenCounty().catalog;
  const day = useView((state) => state.day);
  const filter = useView((state) => state.mineFilter);
  const pick = useView((state) => state.regionPick);
  const ahead = useDutyChoice((choice) => choice.ahead);
  const query = useDutyQuery();
  const on = day ?? dayAhead(ahead, Date.now());
  const question: DutyQuestion = { county, on, mines: queryOf(filter), query, language };
  const [state, onSight] = useDutyTable(question, pick?.kind === 'mine' ? pick.id : null);
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
  return <OpenDuties {...state} question={question} onSight={onSight} />;
}

interface OpenProps extends Omit<Extract<DutiesState, { status: 'open' }>, 'status'> {
  readonly question: DutyQuestion;
  readonly onSight: (first: number, end: number) => void;
}

const OpenDuties = ({ view, items, refreshing, question, onSight }: OpenProps) => {
  const { t } = useTranslation();
  const pick = useView((state) => state.regionPick);
  const [taken, takeOut] = useTakeOut(question);
  const rows = taken.rows ?? items.filter((item) => typeof item === 'object');
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
          <DutyToolbar
            {...{ view, refreshing }}
            takingOut={taken.busy}
            onExport={() => takeOut('csv')}
            onPrint={() => takeOut('print')}
          />
          <OutsideLine where="duties" mines={view.outside} />
          <RegisterLine view={view} />
          {question.mines.warning && (
            <p className="hy-unknown" role="note" data-part="not-by-warning">
              {t('countyDuties.notByWarning')}
            </p>
          )}
          {taken.failure && (
            <p role="alert" className="hy-bad">
              ✗ {failureText(taken.failure, t)}
            </p>
          )}
          <div className="hy-cd-body" data-beside={pick?.kind === 'mine'}>
            {view.kept === 0 ? (
              <p className="hy-cd-none">
                {t(view.all === 0 ? 'countyDuties.noMines' : 'countyDuties.noneMatch')}
              </p>
            ) : (
              <DutyTable view={view} rows={items} onSight={onSight} />
            )}
            {pick?.kind === 'mine' && <ChosenMine {...question} mine={pick.id} />}
          </div>
          <DutyPrint view={view} rows={rows} isByWarning={question.mines.warning !== undefined} />
        </>
      )}
    </section>
  );
};

/** A county without duties is not a county that has met them: what is wrong with its file is said, and where it is mended. */
const NoRules = ({ view: { rules } }: { view: DutyPage }) => {
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
