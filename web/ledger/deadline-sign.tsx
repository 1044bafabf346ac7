import { useTranslation } from 'react-i18next';
import type { FiveFixed, Hazard } from '../../domain/contracts/hazard.ts';
import type { MovedDeadline } from '../../domain/contracts/moved-deadline.ts';
import { MovedSign } from './moved-sign.tsx';

interface Props {
  readonly hazard: Pick<Hazard, 'state'> & { readonly fiveFixed: Pick<FiveFixed, 'deadline'> };
  /** Days; null: there is no deadline. */
  readonly overdue: number | null;
  readonly moved: MovedDeadline | null;
}

/** The deadline and by how much it is missed; that there is none is said in red too. */
export const DeadlineSign = ({ hazard, overdue, moved }: Props) => {
  const { t } = useTranslation();
  const { deadline } = hazard.fiveFixed;
  if (deadline === null) {
    const over = hazard.state === 'closed';
    return (
      <span className="hy-deadline">
        <span className={over ? 'hy-quiet' : 'hy-bad'}>{over ? '—' : `✗ ${t('ledger.noDeadline')}`}</span>
        <MovedSign moved={moved} />
      </span>
    );
  }
  if (overdue !== null && overdue > 0)
    return (
      <span className="hy-deadline" data-overdue>
        <span className="hy-bad">⚠ {t('ledger.overdue', { n: overdue })}</span> <time>{deadline}</time>
        {moved && ' '}
        <MovedSign moved={moved} />
      </span>
    );
  return (
    <span className="hy-deadline">
      <time>{deadline}</time> <MovedSign moved={moved} />
    </span>
  );
};
