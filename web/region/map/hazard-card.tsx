import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerVersion } from '../../../domain/contracts/ledger.ts';
import type { MovedDeadline } from '../../../domain/contracts/moved-deadline.ts';
import { countyDay } from '../../../domain/county/county-day.ts';
import { dayEnd } from '../../../domain/county/day-end.ts';
import { hazardFacts, hazardRow } from '../../../domain/hazards/hazard-row.ts';
import { movedUpTo } from '../../../domain/hazards/moved-deadline.ts';
import { useCardOf } from '../../ledger/card/card-store.ts';
import { CorroborationSign } from '../../ledger/corroboration-sign.tsx';
import { DeadlineSign } from '../../ledger/deadline-sign.tsx';
import { FarPlaceSign } from '../../ledger/far-place-sign.tsx';
import { FixedProgress } from '../../ledger/fixed-progress.tsx';
import { categoryText, elevationText } from '../../ledger/hazard-words.ts';
import '../../ledger/ledger.css';
import { reloadLedger } from '../../ledger/ledger-store.ts';
import { openHiddenHazard } from '../../ledger/open-hidden-hazard.ts';
import { SourceText } from '../../live/source-text.tsx';
import { FetchFailurePage } from '../../shell/fetch-failure-page.tsx';
import { useLanguage } from '../../shell/preferences.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { useMineNames } from '../neighbours/use-mine-names.ts';
import { FactList } from './fact-list.tsx';

/** A picked hazard as the ledger has it on the day shown, and the way to its page there, which holds everything of it. */
export const HazardCard = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation();
  const cut = id.indexOf('/');
  const of = { mine: id.slice(0, cut), hazard: id.slice(cut + 1) };
  const state = useCardOf(of);
  const day = useView((view) => view.day);
  if (state.status === 'failed')
    return <FetchFailurePage title={t('hazardCard.failed')} failure={state.failure} onRetry={reloadLedger} />;
  const until = day === null ? Number.POSITIVE_INFINITY : dayEnd(day);
  const version =
    state.status === 'open'
      ? state.versions.findLast(({ writtenAt }) => Date.parse(writtenAt) < until)
      : undefined;
  if (version && state.status === 'open')
    return (
      <Known
        version={version}
        moved={movedUpTo(state.versions, version.number)}
        day={day ?? countyDay(Date.now())}
      />
    );
  return (
    <p className="hy-pad hy-quiet" role="status" data-card-state={state.status}>
      {state.status === 'loading'
        ? t('hazardCard.loading')
        : state.status === 'open' && day !== null
          ? t('ledger.notThen', { id: of.hazard, day })
          : t('ledger.notThere', { id: of.hazard })}
    </p>
  );
};

/** @param day YYYY-MM-DD */
const Known = ({
  version,
  moved,
  day,
}: {
  readonly version: LedgerVersion;
  readonly moved: MovedDeadline | null;
  readonly day: string;
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const names = useMineNames();
  const { hazard } = version;
  const row = hazardRow(hazardFacts(hazard, { ...version, movedDeadline: moved }), day, null);
  const { mine, found, missing, responsible, deadline, overdue, state } = row;
  return (
    <article className="hy-map-card" data-card="hazard" data-hazard={row.id}>
      <header>
        <h3>
          <SourceText text={row.title} />
        </h3>
      </header>
      <FactList
        facts={[
          { id: 'category', name: t('hazardField.category'), value: categoryText(row.category, language) },
          { id: 'mine', name: t('featureCard.mine'), value: names(mine) },
          { id: 'number', name: t('map.hazardNumber'), value: row.id },
          { id: 'state', name: t('hazardField.state'), value: t(`hazardState.${state}`) },
          {
            id: 'corroboration',
            name: t('ledgerColumn.corroboration'),
            value: <CorroborationSign status={row.corroboration} />,
          },
          // What is a feature of the mine's model has its heights there.
          ...(hazard.place.kind === 'feature'
            ? []
            : [
                {
                  id: 'heights',
                  name: t('hazardField.elevation'),
                  value: elevationText(hazard.elevation, t),
                },
              ]),
          { id: 'fixed', name: t('ledgerColumn.fixed'), value: <FixedProgress missing={missing} /> },
          {
            id: 'deadline',
            name: t('ledgerColumn.deadline'),
            value: <DeadlineSign hazard={{ state, fiveFixed: { deadline } }} {...{ overdue, moved }} />,
          },
          {
            id: 'responsible',
            name: t('ledgerColumn.responsible'),
            value: responsible && <SourceText text={`${responsible.person} · ${responsible.department}`} />,
          },
          {
            id: 'found',
            name: t('hazardField.found'),
            value: (
              <>
                {found.on} · {t(`evidenceKind.${found.how}`)} · <SourceText text={found.by} />
              </>
            ),
          },
        ]}
      />
      <FarPlaceSign mine={mine} place={hazard.place} />
      <div className="hy-map-card-actions">
        <Button
          type="primary"
          data-action="open-hazard"
          onClick={() => {
            setView({ regionTab: 'ledger' });
            openHiddenHazard({ mine, hazard: row.id });
          }}
        >
          {t('map.openInLedger')}
        </Button>
      </div>
    </article>
  );
};
