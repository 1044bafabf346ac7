import { type Action, mayWithMine } from '../../domain/accounts/may.ts';
import type { Account } from '../../domain/contracts/account.ts';

export { useAccount } from '../accounts/use-account.ts';

/** Why something may not be done here; null: it may. The gateway decides; this says it before one has typed. */
export type NotAllowed = 'signed-out' | 'role' | 'past';

/**
 * Whether the reader may do something with a mine whose ledger the gateway has shown: what it shows is within the reader's scope, so the
 * role decides.
 */
export const mayHere = (
  account: Account | null,
  mine: string,
  action: Action,
  onPastDay: boolean,
): NotAllowed | null => {
  if (account === null) return 'signed-out';
  if (!mayWithMine({ ...account, mines: [...account.mines, mine] }, action, { mine, county: null }))
    return 'role';
  return onPastDay ? 'past' : null;
};

/** Mines of those shown that lie in the reader's scope. */
export const ownMines = (account: Account | null, mines: readonly string[]): readonly string[] =>
  account === null || account.county !== null ? mines : mines.filter((mine) => account.mines.includes(mine));
