import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

/** Of the running gateway, in its state folder. */
const ABOUT_FILE = 'gateway.json';
/** sun_path holds 103 bytes and a terminating zero on macOS, 107 on Linux. */
const LONGEST_SOCKET_PATH = 103;
/** Two that start at once after a crash may both clear away the same dead socket. */
const ATTEMPTS = 3;

interface Holder {
  readonly pid: number;
  /** ISO 8601. */
  readonly since: string;
  /** null: it does not serve yet. */
  readonly address: string | null;
}

/** The one gateway of a state folder, until it lets go or ends, however it ends. */
export interface StateClaim {
  /** Told to whoever wants the folder too. */
  servesAt(address: string): Promise<void>;
  release(): Promise<void>;
}

/** Another gateway runs on the same state folder: the two would exchange each other's passwords of devices for ever. */
export class StateTakenError extends Error {
  override readonly name = 'StateTakenError';
  constructor(folder: string, holder: Holder | null) {
    const who = holder ? `process ${holder.pid}, since ${holder.since}` : 'a process that does not say which';
    const open = holder?.address ? `open ${holder.address}, ` : '';
    const stop = holder ? `stop it (kill ${holder.pid})` : 'stop it';
    super(
      `a gateway already runs on the state folder ${folder} (${who}): ${open}${stop}, or give this one a folder ` +
        'of its own (HYALITE_STATE=… for npm start, --state … for serve) and another port',
    );
  }
}

const socketOf = (folder: string): string => {
  const short = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  if (process.platform === 'win32') return `\\\\.\\pipe\\hyalite-${short}`;
  const beside = join(folder, 'gateway.sock');
  return Buffer.byteLength(beside) <= LONGEST_SOCKET_PATH
    ? beside
    : join(tmpdir(), `hyalite-gateway-${short}.sock`);
};

/** Whether a process listens: the socket of one that died refuses, whatever its pid is used for by now. */
const isHeld = (path: string): Promise<boolean> =>
  new Promise((settle) => {
    const socket = createConnection(path);
    socket.once('connect', () => {
      socket.destroy();
      settle(true);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) =>
      settle(code !== 'ECONNREFUSED' && code !== 'ENOENT'),
    );
  });

/** @returns what stops listening; null: somebody else has the path */
const listen = (path: string): Promise<(() => Promise<void>) | null> =>
  new Promise((settle, failed) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? settle(null) : failed(error),
    );
    server.listen(path, () => {
      server.unref();
      settle(() => new Promise((done) => server.close(() => done())));
    });
  });

const readHolder = async (file: string): Promise<Holder | null> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
};

/**
 * Makes this process the gateway of a state folder, made if missing. What a crashed one left is taken over, its database
 * too (`startPostgres` adopts it). @throws StateTakenError where one runs, Error where the folder cannot be written
 */
export const claimState = async (stateFolder: string): Promise<StateClaim> => {
  const folder = resolve(stateFolder);
  // As `startLive` makes it: the database's user must be able to enter.
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const [path, file] = [socketOf(folder), join(folder, ABOUT_FILE)];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const close = await listen(path);
    if (close) {
      const holder: Holder = { pid: process.pid, since: new Date().toISOString(), address: null };
      const tell = (address: string | null) =>
        writeFile(file, `${JSON.stringify({ ...holder, address }, null, 2)}\n`);
      await tell(null);
      return {
        servesAt: tell,
        async release() {
          await rm(file, { force: true });
          await close();
        },
      };
    }
    if (await isHeld(path)) break;
    await rm(path, { force: true });
  }
  throw new StateTakenError(folder, await readHolder(file));
};
