import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import {
  closedFolders,
  type PostgresBinaries,
  postgresBinaries,
  type ServerUser,
  serverUser,
} from './postgres-binaries.ts';
import { StoreDown } from './store-down.ts';

const DATABASE_USER = 'hyalite';
/** A socket needs a port in its name; nothing listens on the network. */
const PORT = 5432;
/** sun_path holds 107 bytes and a terminating zero on Linux, 103 on macOS. */
const LONGEST_SOCKET_PATH = 103;
const START_TIMEOUT_MS = 60_000;
/** How long a postmaster that lives but does not answer is only waited for. */
const RECOVERY_MS = 10_000;
const STOP_TIMEOUT_MS = 15_000;
const LOOKS_FOR_OTHERS = 10;
const LOG_BYTES = 10 * 1024 * 1024;

/** Of a mine's process budget, not of a database machine's. Durability stays at PostgreSQL's own defaults. */
const SETTINGS = {
  listen_addresses: '',
  port: String(PORT),
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  wal_compression: 'pglz',
  shared_buffers: '32MB',
  work_mem: '8MB',
  max_connections: '20',
  max_parallel_workers_per_gather: '0',
  max_worker_processes: '2',
  autovacuum_max_workers: '1',
  jit: 'off',
  logging_collector: 'off',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
} as const;

export interface PostgresConnection {
  /** Folder of the unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

export interface EmbeddedPostgres {
  readonly connection: PostgresConnection;
  /** true: it was running already, left by a process that died. */
  readonly adopted: boolean;
  /** Starts it again where it has died; at once where it answers. */
  revive(): Promise<void>;
  /** Fast shutdown, unless another process is connected to it. */
  stop(): Promise<void>;
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Lines of postmaster.pid: 1 pid, 2 data directory, 5 socket folder. */
const postmasterOf = async (data: string): Promise<{ pid: number; socket: string } | null> => {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, socket] = [Number(lines[0]), lines[4]?.trim()];
  return pid > 0 && socket && isRunning(pid) ? { pid, socket } : null;
};

const connectionAt = (socket: string): PostgresConnection => ({
  host: socket,
  port: PORT,
  user: DATABASE_USER,
  database: 'postgres',
});

/** Asks the server behind a socket; null where none answers. */
const ask = async (socket: string, sql: string): Promise<string | null> => {
  const client = new pg.Client({
    ...connectionAt(socket),
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ answer: string }>(sql);
    return rows[0]?.answer ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => {});
  }
};

const logTail = async (log: string): Promise<string> =>
  (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').slice(-6).join('\n');

interface Home {
  readonly folder: string;
  readonly data: string;
  readonly socket: string;
  readonly log: string;
  readonly user: ServerUser | null;
  readonly programs: PostgresBinaries;
}

const ownedFolder = async (path: string, mode: number, user: ServerUser | null): Promise<void> => {
  await mkdir(path, { recursive: true });
  await chmod(path, mode);
  if (user) await chown(path, user.uid, user.gid);
};

const socketFolder = (folder: string): string => {
  const beside = join(folder, 'run');
  if (Buffer.byteLength(join(beside, `.s.PGSQL.${PORT}`)) <= LONGEST_SOCKET_PATH) return beside;
  return join(tmpdir(), `hyalite-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
};

const homeIn = async (stateFolder: string): Promise<Home> => {
  if (process.platform === 'win32')
    throw new Error(
      'the built-in PostgreSQL needs unix sockets: on Windows install PostgreSQL 15 or newer and set DATABASE_URL',
    );
  await mkdir(stateFolder, { recursive: true });
  const [user, root] = [await serverUser(), await realpath(stateFolder)];
  if (user) {
    const { mode } = await stat(root);
    await chmod(root, mode | 0o011);
    const closed = await closedFolders(root, user);
    if (closed.length)
      throw new Error(
        `PostgreSQL runs as the user "${user.name}", who cannot enter ${closed[0]}: chmod o+x it, put the state folder elsewhere, or set DATABASE_URL`,
      );
  }
  const folder = join(root, 'postgres');
  const socket = socketFolder(folder);
  await ownedFolder(folder, 0o711, user);
  await ownedFolder(socket, 0o700, user);
  const programs = await postgresBinaries(folder, user);
  return { folder, data: join(folder, 'data'), socket, log: join(folder, 'postgres.log'), user, programs };
};

const asUser = (home: Home) => ({
  cwd: home.folder,
  env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  ...(home.user ? { uid: home.user.uid, gid: home.user.gid } : {}),
});

/** A new data directory appears whole or not at all: a crash in the middle of initdb leaves nothing to trip over. */
const initialise = async (home: Home): Promise<void> => {
  const exists = await stat(join(home.data, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  if (exists) return;
  const unfinished = `${home.data}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await promisify(execFile)(
    home.programs.initdb,
    [
      ...['-D', unfinished, '-U', DATABASE_USER, '--auth=trust', '--encoding=UTF8', '--locale=C'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions'],
    ],
    asUser(home),
  ).catch((error: Error & { stderr?: string }) => {
    throw new StoreDown(`initdb failed in ${unfinished}: ${error.stderr?.trim() || error.message}`);
  });
  await rename(unfinished, home.data).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    return rm(unfinished, { recursive: true });
  });
};

/** Starts the postmaster. @returns its pid and a promise of its end */
const launch = async (home: Home): Promise<{ ended: Promise<number | null> }> => {
  const tooLong = await stat(home.log).then(
    ({ size }) => size > LOG_BYTES,
    () => false,
  );
  const log = await open(home.log, tooLong ? 'w' : 'a');
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(
    home.programs.postgres,
    ['-D', home.data, ...settings, '-c', `unix_socket_directories=${home.socket}`],
    // Its own session: Ctrl-C is ours to turn into an orderly stop.
    { ...asUser(home), detached: true, stdio: ['ignore', log.fd, log.fd] },
  );
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('exit', (code) => resolve(code));
  });
  child.unref();
  await log.close();
  return { ended };
};

/** Whether the server behind the socket is the one of our data directory. */
const answers = async (home: Home, socket: string): Promise<boolean> =>
  (await ask(socket, "SELECT current_setting('data_directory') AS answer")) === home.data;

/** @returns the socket folder, and whether the server was there before us */
const adoptOrStart = async (
  home: Home,
  given: AbortSignal,
): Promise<{ socket: string; adopted: boolean }> => {
  const begun = performance.now();
  let started: { ended: Promise<number | null> } | null = null;
  let over = false;
  let attempts = 0;
  await initialise(home);
  while (performance.now() - begun < START_TIMEOUT_MS && !given.aborted) {
    const running = await postmasterOf(home.data);
    if (running && (await answers(home, running.socket))) {
      return { socket: running.socket, adopted: started === null };
    }
    // A pid file whose process lives may be of a postmaster that recovers: wait for it, but not for good, since the
    // number may have gone to another program after a power cut. A stale file is PostgreSQL's to clean up, and where
    // one does run, a second ends by itself. One that ended at once may have met the last one's children: try again.
    if ((!started || over) && (!running || performance.now() - begun > RECOVERY_MS)) {
      started = await launch(home);
      attempts++;
      over = false;
      void started.ended.then(() => {
        over = true;
      });
    }
    // A full disk, say, is not helped by haste.
    await sleep(started && !over ? 40 : Math.min(100 * (attempts + 1), 1000));
  }
  throw new StoreDown(
    `PostgreSQL did not start in ${START_TIMEOUT_MS / 1000} s in ${home.data}; ${home.log} ends with:\n${await logTail(home.log)}`,
  );
};

const shutDown = async (home: Home): Promise<void> => {
  const running = await postmasterOf(home.data);
  if (!running) return;
  // Backends of connections that we have just closed take a moment to go.
  for (let look = 0; ; look++) {
    const others = await ask(
      running.socket,
      "SELECT count(*)::text AS answer FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    if (others === null || Number(others) === 0) break;
    if (look === LOOKS_FOR_OTHERS) return;
    await sleep(50);
  }
  const gone = async (milliseconds: number): Promise<boolean> => {
    for (const end = performance.now() + milliseconds; performance.now() < end; await sleep(25)) {
      if ((await postmasterOf(home.data))?.pid !== running.pid) return true;
    }
    return false;
  };
  process.kill(running.pid, 'SIGINT');
  if (await gone(STOP_TIMEOUT_MS)) return;
  // What is committed is in the log on disk; it is replayed at the next start.
  process.kill(running.pid, 'SIGQUIT');
  await gone(STOP_TIMEOUT_MS);
};

/**
 * PostgreSQL of our own in `folder`/postgres: data directory, unix socket, log. Nothing of it listens on a network. One
 * that outlived a crashed process of ours is adopted; a crashed one recovers from its log.
 * @throws Error where it cannot run here at all, StoreDown where it did not start
 */
export const startPostgres = async (o: { readonly folder: string }): Promise<EmbeddedPostgres> => {
  const home = await homeIn(o.folder);
  const given = new AbortController();
  const { socket, adopted } = await adoptOrStart(home, given.signal);
  let reviving: Promise<void> | null = null;
  return {
    connection: connectionAt(socket),
    adopted,
    revive() {
      if (given.signal.aborted) return Promise.resolve();
      reviving ??= adoptOrStart(home, given.signal)
        .then(() => {})
        .finally(() => {
          reviving = null;
        });
      return reviving;
    },
    async stop() {
      given.abort();
      await reviving?.catch(() => {});
      await shutDown(home);
    },
  };
};

/** The pid of the postmaster of a state folder, null where none runs. */
export const postmasterPid = async (stateFolder: string): Promise<number | null> =>
  (await postmasterOf(join(await realpath(stateFolder), 'postgres/data')))?.pid ?? null;
