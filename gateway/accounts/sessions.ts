import type { Account } from '../../domain/contracts/account.ts';
import type { Database } from '../live/store/connection.ts';
import { asStoreDown, isPassing } from '../live/store/store-down.ts';
import { accountOf } from './account-row.ts';
import { hashOf, isToken, newToken } from './secrets.ts';

/** A shift and the hand-over; every request renews it. */
export const SESSION_IDLE_MS = 12 * 3_600_000;
/** After this one signs in again, however busy. */
export const SESSION_LONGEST_MS = 7 * 86_400_000;
/** Other gateways on the same database hear of a sign-out within this; this one at once. */
const CHECK_EVERY_MS = 60_000;
const MOST_REMEMBERED = 10_000;

interface Remembered {
  readonly account: Account;
  readonly madeAt: number;
  readonly expiresAt: number;
  readonly checkedAt: number;
}

/** Who is signed in. Tokens are kept as hashes; what was found is remembered, so that pictures go on without the database. */
export interface Sessions {
  /** @returns the token for the cookie */
  open(account: string): Promise<string>;
  /** null: nobody, or not any more. @throws StoreDown where only the database could tell */
  find(token: string): Promise<Account | null>;
  close(token: string): Promise<void>;
  /** All of an account: after its password, role or scope changed, or it was disabled. `but`: this one stays. */
  closeAll(account: string, but?: string): Promise<void>;
  /** Throws away what is past. */
  sweep(): Promise<void>;
}

export const createSessions = (o: {
  readonly db: Database;
  readonly clock: () => number;
  /** Demo accounts are nobody where no demo is played. */
  readonly admitsDemo: boolean;
}): Sessions => {
  const { db, clock } = o;
  const remembered = new Map<string, Remembered>();
  /** Counts the closings: what was looked up before one is not remembered after it. */
  let closings = 0;

  const lookUp = async (hash: Buffer, now: number): Promise<Remembered | null> => {
    const row = await db
      .selectFrom('account_session as s')
      .innerJoin('account as a', 'a.id', 's.account')
      .selectAll('a')
      .select(['s.made_at as opened_at', 's.expires_at'])
      .where('s.token_sha256', '=', hash)
      .where('a.disabled_at', 'is', null)
      .executeTakeFirst();
    if (!row || row.expires_at <= now || (row.is_demo && !o.admitsDemo)) return null;
    const expiresAt = Math.min(now + SESSION_IDLE_MS, row.opened_at + SESSION_LONGEST_MS);
    if (expiresAt - row.expires_at > CHECK_EVERY_MS)
      await db
        .updateTable('account_session')
        .set({ expires_at: expiresAt })
        .where('token_sha256', '=', hash)
        .execute();
    return { account: accountOf(row), madeAt: row.opened_at, expiresAt, checkedAt: now };
  };

  return {
    open: async (account) => {
      const token = newToken();
      const now = clock();
      await db
        .insertInto('account_session')
        .values({ token_sha256: hashOf(token), account, made_at: now, expires_at: now + SESSION_IDLE_MS })
        .execute();
      return token;
    },
    find: async (token) => {
      if (!isToken(token)) return null;
      const hash = hashOf(token);
      const key = hash.toString('base64');
      const now = clock();
      const known = remembered.get(key);
      if (known && known.expiresAt > now && now - known.checkedAt < CHECK_EVERY_MS) return known.account;
      const closingsBefore = closings;
      try {
        const found = await lookUp(hash, now);
        remembered.delete(key);
        if (!found) return null;
        if (closings !== closingsBefore) return found.account;
        if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
        remembered.set(key, found);
        return found.account;
      } catch (error) {
        if (!isPassing(error)) throw error;
        if (known && known.expiresAt > now) return known.account;
        throw asStoreDown(error);
      }
    },
    close: async (token) => {
      const hash = hashOf(token);
      await db.deleteFrom('account_session').where('token_sha256', '=', hash).execute();
      closings++;
      remembered.delete(hash.toString('base64'));
    },
    closeAll: async (account, but) => {
      let gone = db.deleteFrom('account_session').where('account', '=', account);
      if (but !== undefined) gone = gone.where('token_sha256', '!=', hashOf(but));
      await gone.execute();
      closings++;
      for (const [key, one] of remembered) if (one.account.id === account) remembered.delete(key);
    },
    sweep: async () => {
      await db.deleteFrom('account_session').where('expires_at', '<=', clock()).execute();
      await db.deleteFrom('one_time_link').where('expires_at', '<=', clock()).execute();
    },
  };
};
