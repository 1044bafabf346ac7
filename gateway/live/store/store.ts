import { join } from 'node:path';
import { sql } from 'kysely';
import type { LiveStore, SeenMessages } from '../ports.ts';
import { putAlarm } from './alarms.ts';
import { type Maintenance, mendFew, type Retention, workOfPass } from './archive.ts';
import { ArchiveReader } from './archive-reader.ts';
import { withinAccount, withinOwner } from './as-viewer.ts';
import { BackgroundWork } from './background-work.ts';
import { commitBatch } from './commit-batch.ts';
import { connect, type Database } from './connection.ts';
import { type EmbeddedPostgres, startPostgres } from './embedded-postgres.ts';
import { History } from './history.ts';
import { KeepQueue } from './keep-queue.ts';
import { migrate } from './migrate.ts';
import { createMineStore, type MineStore } from './mine-store.ts';
import { NameIds } from './name-ids.ts';
import { keepPicture } from './pictures.ts';
import { forgetReadings, lastReadings } from './readings.ts';
import { Rejects } from './rejects.ts';
import { asStoreDown, isPassing, type StoreDown } from './store-down.ts';

export type { Maintenance, Retention } from './archive.ts';
export { StoreDown } from './store-down.ts';

export interface StoreOptions {
  /** Database, archive and logs lie in it. */
  readonly stateFolder: string;
  /** A PostgreSQL of version 15 or newer; without it one is run in the state folder. */
  readonly databaseUrl?: string | undefined;
  /** Now, ms. */
  readonly clock: () => number;
  /** ms that the first message of a batch waits for others. */
  readonly gatherMs?: number;
}

/** LiveStore with what its owner must call. */
export interface KeptStore extends LiveStore {
  /** The gateway's own work: no row is hidden. What is read for somebody goes through `Live.as`. */
  readonly db: Database;
  /** For an account, under row-level security. `ready`: before each transaction, so that the database knows every mine's county. */
  as(account: string, ready: () => Promise<void>): MineStore;
  /**
   * Once a minute or so: mends pictures by late data, moves old hours to files, deletes what is past keeping. One pass at
   * a time; a mine that is not named is left alone.
   */
  maintain(now: number, retention: ReadonlyMap<string, Retention>): Promise<Maintenance>;
  /** true: the built-in database was running already, left by a process that died. */
  readonly adopted: boolean;
}

/**
 * How long the first message of a batch waits for others. A transaction costs the same for one message or fifty, rows are
 * one a transaction and mine-second (the archive joins them), and a device must keep its message until then: so as long
 * as nearly every message is acknowledged within half a second (bench `live` tells).
 */
const GATHER_MS = 400;
const PATIENCE_MS = 5_000;
const WAITING_BYTES = 48 * 1024 * 1024;
const WAITING_MESSAGES = 20_000;
const DAY_MS = 86_400_000;
/** So far ahead of us a time may be without our clock having been set. */
const CLOCK_MS = 2_000;
const OLDEST_SERVER = 150_000;

const checkVersion = async (db: Database): Promise<void> => {
  const { rows } = await sql<{ version: number }>`
    SELECT current_setting('server_version_num')::int AS version`.execute(db);
  if (rows[0].version < OLDEST_SERVER)
    throw new Error(
      `DATABASE_URL leads to PostgreSQL ${Math.floor(rows[0].version / 10_000)}: 15 or newer is needed`,
    );
};

/** @throws Error where the database is too old or was made by another version, StoreDown where it is not there */
export const openStore = async (o: StoreOptions): Promise<KeptStore> => {
  let embedded: EmbeddedPostgres | null = null;
  if (!o.databaseUrl) embedded = await startPostgres({ folder: o.stateFolder });
  const where = o.databaseUrl ?? embedded!.connection;
  // Writing never waits for a connection that a long replay holds.
  const [writing, reading] = [connect(where, 3, true), connect(where, 6)];
  const destroy = async (): Promise<void> => {
    await Promise.all([writing.destroy(), reading.destroy()]);
    await embedded?.stop();
  };
  try {
    await checkVersion(writing);
    await migrate(writing);
  } catch (error) {
    await destroy();
    throw isPassing(error) ? asStoreDown(error) : error;
  }

  const ids = new NameIds(writing);
  const archiveFolder = join(o.stateFolder, 'archive');
  const reader = new ArchiveReader(archiveFolder, ids);
  const history = new History(reader);
  const background = new BackgroundWork({ where, archiveFolder });
  const rejects = new Rejects(writing, ids);
  let health = { kept: true, since: o.clock() };
  const tell = (error: StoreDown | null): void => {
    const kept = error === null;
    if (kept !== health.kept) health = { kept, since: o.clock() };
    // The built-in server has nobody else to start it again.
    if (error) void embedded?.revive().catch(() => {});
  };
  const queue = new KeepQueue({
    commit: (batch) => commitBatch(writing, ids, batch),
    gatherMs: o.gatherMs ?? GATHER_MS,
    patienceMs: PATIENCE_MS,
    maxBytes: WAITING_BYTES,
    maxMessages: WAITING_MESSAGES,
    tell,
  });
  let maintaining: Promise<unknown> = Promise.resolve();
  let closing = false;

  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof RangeError || !isPassing(error)) throw error;
      // Whether anything is kept, only keeping can tell; a server that is gone is missed by whoever asks first.
      if (!closing) void embedded?.revive().catch(() => {});
      throw asStoreDown(error);
    }
  };
  const passOver = async (mine: string, now: number, retention: Retention): Promise<Maintenance> => {
    const parts = { db: writing, ids, folder: archiveFolder };
    await forgetReadings(parts, mine, now - retention.readingsDays * DAY_MS);
    const work = await workOfPass(parts, mine, now, retention);
    if (work === 'nothing') return { mended: 0, archived: 0, deleted: 0 };
    return work === 'few-late-frames' ? mendFew(parts, mine) : background.do({ mine, now, retention });
  };
  const parts = { ids, history, archive: reader, rejects, clock: o.clock, asked };
  const own = createMineStore(parts, withinOwner(reading), withinOwner(writing));

  return {
    ...own,
    db: reading,
    as: (account, ready) =>
      createMineStore(
        parts,
        withinAccount(reading, account, ready, 'repeatable read'),
        withinAccount(writing, account, ready, 'read committed'),
      ),
    adopted: embedded?.adopted ?? false,
    keep: (accepted) => queue.keep(accepted),
    seen: () =>
      asked(async () => {
        const { rows } = await sql<{
          mine: string;
          gateway: string;
          boot: string;
          newest_at: number | null;
          from: number[];
          to: number[];
        }>`
          SELECT m.name AS mine, g.name AS gateway, s.boot, s.newest_at,
            ARRAY(SELECT lower(r) FROM unnest(s.seqs) r ORDER BY 1) AS "from",
            ARRAY(SELECT upper(r) FROM unnest(s.seqs) r ORDER BY 1) AS "to"
          FROM seen_message s JOIN gateway g ON g.id = s.gateway JOIN mine m ON m.id = g.mine
          ORDER BY m.name, g.name, s.boot`.execute(reading);
        return rows.map(
          ({ mine, gateway, boot, newest_at: newestAt, from, to }): SeenMessages => ({
            mine,
            gateway,
            boot,
            newestAt,
            ranges: from.map((start, i) => [start, to[i]] as const),
          }),
        );
      }),
    refuse: (reject) => rejects.add(reject),
    lastPicture: (mine) =>
      asked(async () => {
        const id = await ids.knownMine(mine);
        if (id === null) return null;
        const span = await history.span(reading, id);
        const row = await reading
          .selectFrom('mine')
          .select('newest_picture')
          .where('id', '=', id)
          .executeTakeFirst();
        const newest = Math.max(span?.to ?? 0, row?.newest_picture ?? 0);
        // What a clock that ran ahead wrote is of nobody's now: else all of it would be new at every start.
        return newest === 0 ? null : own.pictureAt(mine, Math.min(newest, o.clock() + CLOCK_MS));
      }),
    keepPicture: (mine, picture) =>
      asked(async () => {
        await keepPicture(writing, history, ids, await ids.mine(mine), picture);
      }),
    lastReadings: (mine) =>
      asked(async () => {
        const id = await ids.knownMine(mine);
        return id === null ? [] : lastReadings(reading, id, o.clock() + CLOCK_MS);
      }),
    putAlarm: (alarm) => asked(() => putAlarm(writing, alarm)),
    health: () => health,
    maintain(now, retention) {
      const pass = maintaining.then(async () => {
        const done = { mended: 0, archived: 0, deleted: 0 };
        const failures: Error[] = [];
        for (const [mine, ofThisMine] of retention) {
          if (closing) break;
          // One mine's damaged file or full folder must not stop the others.
          const one = await asked(() => passOver(mine, now, ofThisMine)).catch((error: Error) => {
            failures.push(error);
            return null;
          });
          done.mended += one?.mended ?? 0;
          done.archived += one?.archived ?? 0;
          done.deleted += one?.deleted ?? 0;
        }
        if (failures.length === 1) throw failures[0];
        if (failures.length > 1)
          throw new AggregateError(failures, failures.map(({ message }) => message).join('; '));
        return done;
      });
      maintaining = pass.catch(() => {});
      return pass;
    },
    async close() {
      closing = true;
      await queue.close();
      await rejects.settled();
      await maintaining;
      await background.close();
      await destroy();
    },
  };
};
