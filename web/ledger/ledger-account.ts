import { type Action, mayWithMine } from '../../domain/accounts/may.ts';
import type { Account } from '../../domain/contracts/account.ts';

/** Who is signed in; null: nobody is, or it is not known yet. */
export const useAccount = (): Account | null => null;

/** Why something may not be done here; null: it may. The gateway decides; this says it before one has typed. */
export type NotAllowed = 'signed-out' | 'role' | 'past';

/**
 * Whether the reader may do something with a mine whose ledger the gateway has shown: what is shown is within the scope, so the role decides.
 */
export const useMay = (mine: string, onPastDay: boolean): ((action: Action) => NotAllowed | null) => {
  const account = useAccount();
  return (action) => {
    if (account === null) return 'signed-out';
    if (!mayWithMine(account, action, { mine, county: account.county })) return 'role';
    return onPastDay ? 'past' : null;
  };
};
