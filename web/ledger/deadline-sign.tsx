import { useTranslation } from 'react-i18next';
import type { FiveFixed, Hazard } from '../../domain/contracts/hazard.ts';

interface Props {
  readonly hazard: Pick<Hazard, 'state'> & { readonly fiveFixed: Pick<FiveFixed, 'deadline'> };
  /** Days; null: there is no deadline. */
  readonly overdue: number | null;
}

/** The deadline and by how much it is missed; that there is none is said in red too. */
export const DeadlineSign = ({ hazard, overdue }: Props) => {
  const { t } = useTranslation();
  const { deadline } = hazard.fiveFixed;
  if (deadline === null) {
    const over = hazard.state === 'closed';
    return <span className={over ? 'hy-quiet' : 'hy-bad'}>{over ? '—' : `✗ ${t('ledger.noDeadline')}`}</span>;
  }
  if (overdue !== null && overdue > 0)
    return (
      <span className="hy-bad hy-deadline">
        ⚠ {t('ledger.overdue', { n: overdue })} <time>{deadline}</time>
      </span>
    );
  return <time className="hy-deadline">{deadline}</time>;
};
