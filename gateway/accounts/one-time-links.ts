import type { OneTimeLink } from '../../domain/contracts/session.ts';
import type { Database } from '../live/store/connection.ts';
import { hashOf, isToken, newToken } from './secrets.ts';

/** Long enough to be handed over, too short to lie about. */
export const LINK_MS = 24 * 3_600_000;

/** The app reads the secret from the fragment, which is sent to no server and stands in no log. */
const pathOf = (token: string): string => `/#first=${token}`;

/** Makes a link for an account; earlier ones are void. */
export const makeLink = async (db: Database, account: string, now: number): Promise<OneTimeLink> => {
  const token = newToken();
  const expiresAt = now + LINK_MS;
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('one_time_link').where('account', '=', account).execute();
    await tx
      .insertInto('one_time_link')
      .values({ token_sha256: hashOf(token), account, expires_at: expiresAt })
      .execute();
  });
  return { path: pathOf(token), expiresAt };
};

/** Whose a link is, which stays in use; null: there is no such link, it was used or is past. */
export const accountOfLink = async (db: Database, token: string, now: number): Promise<string | null> => {
  if (!isToken(token)) return null;
  const found = await db
    .selectFrom('one_time_link')
    .select('account')
    .where('token_sha256', '=', hashOf(token))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return found?.account ?? null;
};

/** Takes a link out of use. @returns its account; null where there is no such link, it was used or is past */
export const takeLink = async (db: Database, token: string, now: number): Promise<string | null> => {
  if (!isToken(token)) return null;
  const taken = await db
    .deleteFrom('one_time_link')
    .where('token_sha256', '=', hashOf(token))
    .where('expires_at', '>', now)
    .returning('account')
    .executeTakeFirst();
  return taken?.account ?? null;
};
