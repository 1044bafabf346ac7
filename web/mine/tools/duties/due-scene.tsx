import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import {
  type CountyDuties,
  countyDutiesSchema,
  type MineDutiesRow,
} from '../../../../domain/contracts/county-duties-view.ts';
import { dutiesCsv } from '../../../region/county-duties/duties-csv.ts';
import { DutyCard } from '../../../region/county-duties/duty-card.tsx';
import '../../../region/county-duties/duty-look.css';
import { DutySign } from '../../../region/county-duties/duty-sign.tsx';
import { stateWords } from '../../../region/county-duties/duty-words.ts';
import { useAnswer } from '../../../regional-plan/plan-api.ts';
import { fetchJson } from '../../../shell/fetch-json.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { Refusal } from '../../../shell/refusal.tsx';
import './due.css';
import { dueCounts, dueOrder } from './due-order.ts';
import { DutiesFrame } from './duties-frame.tsx';

/** What the mine owes by the rules of its county: what is missed, what is due and when, what is met, and of what nobody knows. */
export const DueScene = ({ catalog }: { catalog: Catalog }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { mineId: mine } = catalog;
  const { answer, reload: again } = useAnswer(mine, (signal) =>
    fetchJson(`/api/mines/${encodeURIComponent(mine)}/duties`, countyDutiesSchema, { signal }),
  );
  const frame = { duty: 'due', catalog, csv: null, print: null } as const;
  if (answer.status === 'loading')
    return (
      <DutiesFrame {...frame} status="loading">
        <p role="status">{t('duties.dueLoading')}</p>
      </DutiesFrame>
    );
  if (answer.status === 'failed')
    return (
      <DutiesFrame {...frame} status="failed">
        {answer.failure.kind === 'missing' ? (
          <p className="hy-duties-wrong">{t('duties.dueNotListed')}</p>
        ) : (
          <Refusal text={t('duties.dueFailed')} failure={answer.failure} />
        )}
        <Again onAgain={again} />
      </DutiesFrame>
    );
  const view = answer.value;
  const row = view.mines.find((one) => one.mine === mine);
  if (!row || view.rules.problem !== null || view.duties.length === 0)
    return (
      <DutiesFrame {...frame} status="no-rules">
        <section role="alert">
          <h3>{t('countyDuties.noRules')}</h3>
          <p>{t('countyDuties.noRulesText', { file: view.rules.file })}</p>
          {view.rules.problem !== null && <p className="hy-duties-wrong">{view.rules.problem}</p>}
        </section>
        <Again onAgain={again} />
      </DutiesFrame>
    );
  const csv = () => {
    const counts = { missed: 0, due: 0, unknown: 0, met: 0, 'not-applicable': 0 };
    const table = { columns: dueOrder(row), rows: [row], counts };
    return dutiesCsv({ view, table, townName: (town) => town ?? '', t, language });
  };
  const foot = t('countyDuties.printed', {
    file: view.rules.file,
    revision: view.revision.slice(0, 16),
    today: view.today,
  });
  return (
    <DutiesFrame {...frame} status="open" csv={csv} print={{ page: <DuePrint {...{ view, row }} />, foot }}>
      <DueList view={view} row={row} />
      <Again onAgain={again} />
    </DutiesFrame>
  );
};

const Again = ({ onAgain }: { onAgain: () => void }) => {
  const { t } = useTranslation();
  return (
    <Button size="small" data-action="judge-again" onClick={onAgain}>
      {t('countyDuties.reload')}
    </Button>
  );
};

interface Props {
  readonly view: CountyDuties;
  readonly row: MineDutiesRow;
}

const Counts = ({ row }: Pick<Props, 'row'>) => {
  const { t } = useTranslation();
  return (
    <ul className="hy-due-counts" aria-label={t('duties.dueCounts')}>
      {dueCounts(row).map(({ kind, n }) => (
        <li key={kind} data-kind={kind}>
          <DutySign kind={kind} /> {t(`dutyState.${kind}`)} <strong>{n}</strong>
        </li>
      ))}
    </ul>
  );
};

const DueList = ({ view, row }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState<number | null>(null);
  return (
    <div className="hy-due">
      <Counts row={row} />
      <p className="hy-duties-quiet">{t('duties.dueOn', { day: view.on, file: view.rules.file })}</p>
      <ol className="hy-due-list">
        {dueOrder(row).map((at) => {
          const duty = view.duties[at]!;
          const state = row.states[at]!;
          const { word, more } = stateWords(state, t, language);
          const isOpen = open === at;
          return (
            <li key={duty.id} data-duty={duty.id} data-kind={state.kind}>
              <button type="button" aria-expanded={isOpen} onClick={() => setOpen(isOpen ? null : at)}>
                <span>{duty.name[language]}</span>
                <span className="hy-cd-state" data-kind={state.kind}>
                  <DutySign kind={state.kind} /> {word}
                </span>
                {more && <small>{more}</small>}
              </button>
              {isOpen && <DutyCard view={view} row={row} at={at} />}
            </li>
          );
        })}
      </ol>
    </div>
  );
};

/** On paper nothing is folded. */
const DuePrint = ({ view, row }: Props) => (
  <div className="hy-due">
    <Counts row={row} />
    {dueOrder(row).map((at) => (
      <DutyCard key={view.duties[at]!.id} view={view} row={row} at={at} />
    ))}
  </div>
);
