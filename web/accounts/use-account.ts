import { useTranslation } from 'react-i18next';
import { type Action, roleMay } from '../../domain/accounts/may.ts';
import type { Account } from '../../domain/contracts/account.ts';
import { useAccountSession } from './session-store.ts';

/** Who is signed in; null: nobody is, or it is not known yet. */
export const useAccount = (): Account | null =>
  useAccountSession((state) => (state.status === 'told' ? state.session.account : null));

/**
 * Why the account may not do something with what it sees, in words; null: it may. The gateway decides; this says it before
 * one has typed, and what one may not do stays visible.
 */
export const useRefusal = (action: Action): string | null => {
  const { t } = useTranslation();
  const account = useAccount();
  const isMachine = useAccountSession(
    (state) => state.status === 'told' && state.session.kind === 'this-machine',
  );
  if (isMachine && action !== 'read') return t('accounts.machineHint');
  if (account === null || roleMay(account.role, action)) return null;
  return t('accounts.mayNot', { role: t(`role.${account.role}`), action: t(`action.${action}`) });
};
