import { sql, type Transaction } from 'kysely';
import type { Database } from './connection.ts';
import type { Schema } from './schema.ts';

/** What an account may read and write, and nothing else: of mines outside its scope there are no rows. */
export type ViewerDatabase = Transaction<Schema>;

/**
 * Runs `work` in one transaction under the role that row-level security holds for (migrations/0003-accounts.sql). The
 * scope is looked up by the database itself: whoever calls can name an account, but not widen what it sees.
 */
export const asViewer = <T>(
  db: Database,
  account: string,
  work: (tx: ViewerDatabase) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('role', 'hyalite_viewer', true), set_config('hyalite.account', ${account}, true)`.execute(
      tx,
    );
    return work(tx);
  });
