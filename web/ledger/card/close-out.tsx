import { useTranslation } from 'react-i18next';
import type { LedgerVersion } from '../../../domain/contracts/ledger.ts';
import type { CloseOutBar } from '../../../domain/hazards/close-out.ts';
import { EditButton } from '../edit/edit-button.tsx';
import { BarList } from './bar-list.tsx';

interface Props {
  readonly version: LedgerVersion;
  readonly bars: readonly CloseOutBar[];
}

/** What stands in the way of closing a hazard, in words, and accepting, closing and opening it again. */
export const CloseOut = ({ version, bars }: Props) => {
  const { t } = useTranslation();
  const { state } = version.hazard;
  const done = state === 'accepted' || state === 'closed';
  return (
    <section className="hy-hazard-part" data-part="close-out" data-bars={bars.length}>
      <h3>{t('hazardCard.closeOut')}</h3>
      {state === 'closed' && <p>{t('hazardCard.isClosed')}</p>}
      {bars.length === 0 && state !== 'closed' && <p>✓ {t('hazardCard.mayClose')}</p>}
      {bars.length > 0 && (
        <>
          <p className={state === 'closed' ? 'hy-bad' : undefined}>
            {state === 'closed' ? `⚠ ${t('hazardCard.closedWithBars')}` : t('hazardCard.mayNotClose')}
          </p>
          <BarList bars={bars} />
        </>
      )}
      <div className="hy-close-actions">
        {!done && <EditButton task="accept" version={version} />}
        {state !== 'closed' && <EditButton task="close" version={version} primary={bars.length === 0} />}
        {done && <EditButton task="reopen" version={version} />}
      </div>
    </section>
  );
};
