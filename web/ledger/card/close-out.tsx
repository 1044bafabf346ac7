import { useTranslation } from 'react-i18next';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import type { CloseOutBar } from '../../../domain/hazards/close-out.ts';

interface Props {
  readonly hazard: Hazard;
  readonly bars: readonly CloseOutBar[];
}

/** What stands in the way of closing a hazard, in words. */
export const CloseOut = ({ hazard, bars }: Props) => {
  const { t } = useTranslation();
  return (
    <section className="hy-hazard-part" data-part="close-out" data-bars={bars.length}>
      <h3>{t('hazardCard.closeOut')}</h3>
      {hazard.state === 'closed' ? (
        <p>{t('hazardCard.isClosed')}</p>
      ) : bars.length === 0 ? (
        <p>✓ {t('hazardCard.mayClose')}</p>
      ) : (
        <>
          <p>{t('hazardCard.mayNotClose')}</p>
          <BarList bars={bars} />
        </>
      )}
      {hazard.state === 'closed' && bars.length > 0 && (
        <>
          <p className="hy-bad">⚠ {t('hazardCard.closedWithBars')}</p>
          <BarList bars={bars} />
        </>
      )}
    </section>
  );
};

export const BarList = ({ bars }: Pick<Props, 'bars'>) => {
  const { t } = useTranslation();
  return (
    <ul className="hy-bars">
      {bars.map((bar) => (
        <li key={bar} data-bar={bar}>
          <span aria-hidden="true">✗</span> {t(`closeOutBar.${bar}`)}
        </li>
      ))}
    </ul>
  );
};
