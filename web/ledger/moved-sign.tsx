import { useTranslation } from 'react-i18next';
import type { MovedDeadline } from '../../domain/contracts/moved-deadline.ts';

interface Props {
  /** null: it was never moved. */
  readonly moved: MovedDeadline | null;
  /** As a sentence; else in few words, beside the deadline. */
  readonly whole?: boolean;
}

/** That a deadline was moved, how often, and what it was first: it may look in time only because of that. */
export const MovedSign = ({ moved, whole = false }: Props) => {
  const { t } = useTranslation();
  if (moved === null) return null;
  const { times: n, first } = moved;
  const sentence = t('ledger.moved', { n, first });
  return (
    <span className={whole ? 'hy-moved hy-moved-whole' : 'hy-moved'} data-moved={n} title={sentence}>
      <span aria-hidden="true">↷ </span>
      {whole ? sentence : t('ledger.movedShort', { n, first })}
    </span>
  );
};
