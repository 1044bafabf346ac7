import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { dayEnd } from '../../../domain/county/day-end.ts';
import { FetchFailurePage } from '../../shell/fetch-failure-page.tsx';
import type { HazardRef } from '../../shell/ledger-choice.ts';
import { setView } from '../../shell/view-store.ts';
import { reloadLedger } from '../ledger-store.ts';
import { useCardOf } from './card-store.ts';
import { HazardCard } from './hazard-card.tsx';

interface Props {
  readonly of: HazardRef;
  /** The past day that is shown; null: now. */
  readonly on: string | null;
  /** The shown day, YYYY-MM-DD. */
  readonly today: string;
}

/** The card of the hazard that is chosen, as it was on the shown day. */
export const OpenCard = ({ of, on, today }: Props) => {
  const { t } = useTranslation();
  const state = useCardOf(of);
  if (state.status === 'failed')
    return (
      <div className="hy-hazard-card">
        <FetchFailurePage title={t('hazardCard.failed')} failure={state.failure} onRetry={reloadLedger} />
      </div>
    );
  const versions = state.status === 'open' ? state.versions : [];
  const until = on === null ? Number.POSITIVE_INFINITY : dayEnd(on);
  const version = versions.findLast(({ writtenAt }) => Date.parse(writtenAt) < until);
  if (version)
    return (
      <HazardCard
        key={`${of.mine}\n${of.hazard}`}
        version={version}
        versions={versions}
        on={on}
        today={today}
      />
    );
  return (
    <div className="hy-hazard-card" role="status" data-card-state={state.status}>
      <p>
        {state.status === 'loading'
          ? t('hazardCard.loading')
          : state.status === 'open' && on !== null
            ? t('ledger.notThen', { id: of.hazard, day: on })
            : t('ledger.notThere', { id: of.hazard })}
      </p>
      <Button size="small" onClick={() => setView({ openHazard: null })}>
        {t('hazardCard.close')}
      </Button>
    </div>
  );
};
