import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { sql } from 'kysely';
import type { Database } from '../live/store/connection.ts';

const WINDOW_MS = 10 * 60_000;
/** A whole office may share an address. */
const MOST_OF_ADDRESS = 60;
const MOST_FOR_ACCOUNT = 10;
/** As long as a person may be on leave before the office is a strange place again. */
const PLACE_MS = 90 * 86_400_000;
const MOST_REMEMBERED = 10_000;

/**
 * How often a password may be tried, from an address and for an account, whether there is such an account or not. The counts lie in
 * the database: a restart gives nobody new tries, and gateways on one database share them.
 */
export interface TryLimits {
  /** Counts a try, before the password is looked at. @param account null: for none @throws Error where the database is away */
  mayTry(address: string, account: string | null): Promise<boolean>;
  /** The right password came from there: the account's tries begin anew, and its own place is told from strangers'. */
  succeeded(address: string, account: string): Promise<void>;
  /** Throws away what is past. */
  sweep(): Promise<void>;
}

/** A network's worth: who has one address of IPv6 has the other 2^64 of its subnet as well. */
export const networkOf = (address: string): string => {
  const bare = address.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
  if (!isIPv6(bare)) return bare;
  const [head = '', tail] = bare.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...Array<string>(zeros).fill('0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
};

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

export const createTryLimits = ({
  db,
  clock,
}: {
  readonly db: Database;
  readonly clock: () => number;
}): TryLimits => {
  /** Whose tries are spent, and until when: a flood costs a look here and no write. What is not here is asked of the database. */
  const spent = new Map<string, number>();

  /** @returns whether there was a try left */
  const count = async (of: string, most: number): Promise<boolean> => {
    const now = clock();
    const hash = hashOf(of);
    const key = hash.toString('base64');
    const until = spent.get(key) ?? 0;
    if (until > now) return false;
    const { rows } = await sql<{ since: number; tries: number }>`
      INSERT INTO sign_in_try AS t (of_sha256, since, tries) VALUES (${hash}, ${now}, 1)
      ON CONFLICT (of_sha256) DO UPDATE SET
        since = CASE WHEN t.since <= ${now - WINDOW_MS} THEN ${now} ELSE t.since END,
        tries = CASE WHEN t.since <= ${now - WINDOW_MS} THEN 1 ELSE LEAST(t.tries + 1, ${most + 1}) END
      RETURNING since, tries`.execute(db);
    const { since, tries } = rows[0]!;
    if (tries <= most) return true;
    if (spent.size >= MOST_REMEMBERED) spent.delete(spent.keys().next().value!);
    spent.set(key, since + WINDOW_MS);
    return false;
  };
  const isOwnPlace = async (network: string, account: string): Promise<boolean> =>
    (await db
      .selectFrom('sign_in_place')
      .select('account')
      .where('account', '=', account)
      .where('address_sha256', '=', hashOf(network))
      .where('last_at', '>', clock() - PLACE_MS)
      .executeTakeFirst()) !== undefined;
  const ofAccount = async (network: string, account: string): Promise<string> =>
    (await isOwnPlace(network, account)) ? `account ${account} at ${network}` : `account ${account}`;

  return {
    mayTry: async (address, account) => {
      const network = networkOf(address);
      if (!(await count(`address ${network}`, MOST_OF_ADDRESS))) return false;
      if (account === null) return true;
      return count(await ofAccount(network, account.toLowerCase()), MOST_FOR_ACCOUNT);
    },
    succeeded: async (address, account) => {
      const network = networkOf(address);
      const of = hashOf(await ofAccount(network, account));
      await db.deleteFrom('sign_in_try').where('of_sha256', '=', of).execute();
      await db
        .insertInto('sign_in_place')
        .values({ account, address_sha256: hashOf(network), last_at: clock() })
        .onConflict((conflict) =>
          conflict.columns(['account', 'address_sha256']).doUpdateSet({ last_at: clock() }),
        )
        .execute();
    },
    sweep: async () => {
      const now = clock();
      await db
        .deleteFrom('sign_in_try')
        .where('since', '<=', now - WINDOW_MS)
        .execute();
      await db
        .deleteFrom('sign_in_place')
        .where('last_at', '<=', now - PLACE_MS)
        .execute();
      for (const [key, until] of spent) if (until <= now) spent.delete(key);
    },
  };
};
