import { useTranslation } from 'react-i18next';
import { HAZARD_STATES } from '../../../domain/contracts/hazard.ts';
import { type LedgerQuery, NEW_QUERY } from '../../../domain/hazards/ledger-query.ts';
import { failureText } from '../../shell/failure-text.ts';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView } from '../../shell/view-store.ts';
import { CORROBORATIONS } from '../corroboration-look.ts';
import { CorroborationSign } from '../corroboration-sign.tsx';
import { categoryText } from '../hazard-words.ts';
import type { OpenLedger } from '../ledger-store.ts';
import { FlowChart } from './flow-chart.tsx';
import './statistics.css';
import { useMonths } from './use-months.ts';

const MONTHS = 12;

/** What the ledger holds, and how it goes to zero month by month. */
export const FlowPage = ({ ledger }: { readonly ledger: OpenLedger }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { counts } = ledger.statistics;
  const months = useMonths(ledger, MONTHS);
  const flows = months.status === 'open' ? months.flows : [];
  const show = (patch: Partial<LedgerQuery>): void =>
    setView({ ledgerPage: 'list', openHazard: null, ledgerQuery: { ...NEW_QUERY, ...patch } });
  const open = HAZARD_STATES.filter((state) => state !== 'closed');
  const figures = [
    ['open', counts.open, () => show({ states: open })],
    ['lacking', counts.lacking, () => setView({ ledgerPage: 'lacking', openHazard: null })],
    ['incomplete', counts.incomplete, () => show({ states: open, incomplete: true })],
    ['overdue', counts.overdue, () => show({ overdue: true })],
    ['moved', counts.moved, () => show({ states: open, moved: true, sort: 'moved' })],
  ] as const;
  return (
    <div className="hy-ledger-statistics">
      <ul className="hy-stock">
        {figures.map(([key, value, onClick]) => (
          <li key={key}>
            <button type="button" data-stock={key} onClick={onClick} title={t('ledgerFlow.showThem')}>
              <strong>{formatCount(value)}</strong>
              <span>{t(`ledgerStock.${key}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {counts.inDoubt > 0 && (
        <p className="hy-bad" data-in-doubt>
          ⚠ {t('ledgerFlow.inDoubt', { n: formatCount(counts.inDoubt) })}
        </p>
      )}
      {counts.withoutDeadline > 0 && (
        <p className="hy-bad">
          ✗ {t('ledgerFlow.withoutDeadline', { n: formatCount(counts.withoutDeadline) })}
        </p>
      )}
      <section>
        <h3>{t('ledgerFlow.months')}</h3>
        {months.status === 'failed' && (
          <p role="alert" className="hy-bad">
            ✗ {t('ledgerFlow.failed')} {failureText(months.failure, t)}
          </p>
        )}
        {months.status === 'loading' && (
          <p role="status" className="hy-quiet">
            {t('ledgerFlow.reading')}
          </p>
        )}
        {flows.length > 0 && <FlowChart flows={flows.map((flow) => ({ ...flow, name: flow.to }))} />}
        <table className="hy-ledger-table">
          <thead>
            <tr>
              <th>{t('ledgerFlow.until')}</th>
              <th>{t('ledgerFlow.openBefore')}</th>
              <th>+ {t('ledgerFlow.found')}</th>
              <th>+ {t('ledgerFlow.reopened')}</th>
              <th>− {t('ledgerFlow.closed')}</th>
              <th>= {t('ledgerFlow.openAfter')}</th>
            </tr>
          </thead>
          <tbody>
            {[...flows].reverse().map((flow) => (
              <tr key={flow.to} data-flow={flow.to}>
                <th scope="row">{flow.to}</th>
                <td>{formatCount(flow.openBefore)}</td>
                <td>{formatCount(flow.found)}</td>
                <td>{formatCount(flow.reopened)}</td>
                <td>{formatCount(flow.closed)}</td>
                <td>
                  <strong>{formatCount(flow.openAfter)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="hy-quiet">{t('ledgerFlow.hint')}</p>
      </section>
      <section>
        <h3>{t('ledgerFlow.byCategory')}</h3>
        <table className="hy-ledger-table">
          <thead>
            <tr>
              <th>{t('hazardField.category')}</th>
              <th>{t('ledgerStock.open')}</th>
              {CORROBORATIONS.map((one) => (
                <th key={one}>
                  <CorroborationSign status={one} />
                </th>
              ))}
              <th>{t('hazardState.closed')}</th>
            </tr>
          </thead>
          <tbody>
            {counts.categories.map(({ category, open: still, closed, by }) => (
              <tr key={category}>
                <th scope="row">{categoryText(category, language)}</th>
                <td>
                  <strong>{formatCount(still)}</strong>
                </td>
                {CORROBORATIONS.map((one) => (
                  <td key={one} data-none={by[one] === 0}>
                    {formatCount(by[one])}
                  </td>
                ))}
                <td>{formatCount(closed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <h3>{t('ledgerFlow.byState')}</h3>
        <ul className="hy-state-bars">
          {HAZARD_STATES.map((state) => (
            <li key={state} data-state={state}>
              <span>{t(`hazardState.${state}`)}</span>
              <i style={{ width: `${(100 * counts.states[state]) / Math.max(1, counts.all)}%` }} />
              <strong>{formatCount(counts.states[state])}</strong>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
};
