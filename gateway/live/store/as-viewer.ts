import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './connection.ts';
import type { Schema } from './schema.ts';

/** What an account may read and write, and nothing else: of mines outside its scope there are no rows. */
export type ViewerDatabase = Transaction<Schema>;

/**
 * Of the role that row-level security holds for (migrations/0003-accounts.sql). The scope is looked up by the database itself:
 * whoever calls can name an account, but not widen what it sees.
 */
const become = (tx: Kysely<Schema>, account: string) =>
  sql`SELECT set_config('role', 'hyalite_viewer', true), set_config('hyalite.account', ${account}, true)`.execute(
    tx,
  );

/** Runs `work` for an account in one transaction. */
export const asViewer = <T>(
  db: Database,
  account: string,
  work: (tx: ViewerDatabase) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await become(tx, account);
    return work(tx);
  });

/** How reads and writes about a mine reach the database. */
export interface Within {
  once<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** For as long as the caller reads on; `close` whatever happens. */
  open(): Promise<{ readonly db: Kysely<Schema>; close(): Promise<void> }>;
}

/** The gateway's own work: no row is hidden. */
export const withinOwner = (db: Database): Within => ({
  once: (work) => work(db),
  open: async () => ({ db, close: async () => {} }),
});

/** For an account. Reading is of one snapshot; a change must see what another did while it waited for the lock. */
export const withinAccount = (
  db: Database,
  account: string,
  ready: () => Promise<void>,
  isolation: 'repeatable read' | 'read committed',
): Within => {
  const open = async () => {
    await ready();
    const tx = await db.startTransaction().setIsolationLevel(isolation).execute();
    try {
      await become(tx, account);
    } catch (error) {
      await tx
        .rollback()
        .execute()
        .catch(() => {});
      throw error;
    }
    return tx;
  };
  return {
    once: async (work) => {
      const tx = await open();
      try {
        const result = await work(tx);
        await tx.commit().execute();
        return result;
      } catch (error) {
        await tx
          .rollback()
          .execute()
          .catch(() => {});
        throw error;
      }
    },
    open: async () => {
      const tx = await open();
      return {
        db: tx,
        close: async () =>
          void (await tx
            .rollback()
            .execute()
            .catch(() => {})),
      };
    },
  };
};

/** `work` in a transaction: in that of the caller where there is one. */
export const inTransaction = <T>(db: Kysely<Schema>, work: (tx: Kysely<Schema>) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work);
