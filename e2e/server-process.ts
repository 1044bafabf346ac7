import { type ChildProcess, spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A port of 127.0.0.1 that was free a moment ago: for servers that cannot be told "any", or must come back on the same. */
export const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? found(address.port) : failed(new Error('no port')),
      );
    });
  });

const listens = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(500);
    const end = (up: boolean) => {
      socket.destroy();
      answer(up);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });

export interface ServerProcess {
  readonly pid: number;
  /** The last 64 KiB it wrote to stdout and stderr. */
  output(): string;
  /** Ends it (SIGTERM, and SIGKILL after 5 s) and waits until it is gone. */
  stop(): Promise<void>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
}

const KEPT_OUTPUT = 65_536;

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/**
 * Starts a real server and waits until it listens on all its ports.
 * @throws Error with what it wrote, when it ends early or does not listen within `readyWithinMs`
 */
export const startServerProcess = async (o: {
  readonly program: string;
  readonly args: readonly string[];
  readonly ports: readonly number[];
  readonly cwd?: string;
  readonly readyWithinMs?: number;
}): Promise<ServerProcess> => {
  const child = spawn(o.program, o.args, { cwd: o.cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const gone = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', (error) => {
      text += error.message;
      done();
    });
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.pid === undefined || ended(child)) return;
    child.kill(signal);
    const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await gone;
    clearTimeout(force);
  };
  const deadline = performance.now() + (o.readyWithinMs ?? 15_000);
  for (const port of o.ports)
    while (!(await listens(port))) {
      const late = performance.now() > deadline;
      if (!late && child.pid !== undefined && !ended(child)) {
        await pause(20);
        continue;
      }
      await end('SIGKILL');
      throw new Error(`${o.program} ${late ? `does not listen on port ${port}` : 'ended at once'}:\n${text}`);
    }
  return {
    pid: child.pid!,
    output: () => text,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
};
