import { useTranslation } from 'react-i18next';
import type { Action } from '../../domain/accounts/may.ts';
import type { Account } from '../../domain/contracts/account.ts';
import { useRefusal } from '../accounts/use-account.ts';
import { useView } from '../shell/view-store.ts';

/** Why something may not be done with the ledger that is shown, in words; null: it may. */
export const useNotAllowed = (action: Action): string | null => {
  const { t } = useTranslation();
  const refusal = useRefusal(action);
  const past = useView((state) => state.day !== null);
  return refusal ?? (past ? t('ledger.notInThePast') : null);
};

/** Mines of those shown that lie in the reader's scope. */
export const ownMines = (account: Account | null, mines: readonly string[]): readonly string[] =>
  account === null || account.county !== null ? mines : mines.filter((mine) => account.mines.includes(mine));
