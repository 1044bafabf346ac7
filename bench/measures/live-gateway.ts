import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { startLive } from '../../gateway/live/live.ts';
import { postmasterPid } from '../../gateway/live/store/embedded-postgres.ts';
import { createServer } from '../../gateway/server.ts';

/** The gateway of the benches `live` and `soak`, in a process of its own that tells what it costs when asked. */

export interface GatewayCost {
  /** CPU seconds since the process began. */
  readonly gateway: number;
  readonly postgres: number;
  readonly rssMiB: number;
  readonly heapMiB: number;
  readonly missing: number;
  readonly messages: number;
  readonly waitingBytes: number;
}
export type GatewayOrder = 'cost' | 'collect-garbage' | 'stop';
export interface GatewayReady {
  readonly http: number;
  readonly mqtt: number;
  readonly cookie: string;
  /** ms; from then on its clock runs at its speed. */
  readonly startedAt: number;
}

const TICKS_A_SECOND = 100;

/** CPU seconds of a process and its children, the ended ones included; Linux only, 0 elsewhere. */
const familyCpu = (root: number): number => {
  let ticks = 0;
  try {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      const isRoot = Number(pid) === root;
      if (isRoot || fields[1] === root)
        ticks += fields[11] + fields[12] + (isRoot ? fields[13] + fields[14] : 0);
    }
  } catch (error) {
    // A process that ended between the listing and the look is in its parent's count.
    if (
      (error as NodeJS.ErrnoException).code !== 'ENOENT' &&
      (error as NodeJS.ErrnoException).code !== 'ESRCH'
    )
      throw error;
  }
  return ticks / TICKS_A_SECOND;
};

const [root, speed = '1'] = process.argv.slice(2);
const startedAt = Date.now();
const live = await startLive({
  liveRoot: `${root}/live`,
  bundlesRoot: `${root}/bundles`,
  stateFolder: `${root}/state`,
  mqttPort: 0,
  clock: () => startedAt + (Date.now() - startedAt) * Number(speed),
  log: (line) => void process.stderr.write(`${line}\n`),
});
const server = await createServer({ bundlesRoot: `${root}/bundles`, appFolder: `${root}/app`, live });
const address = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
const postmaster = await postmasterPid(`${root}/state`);

const cost = (): GatewayCost => {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const states = live.mines.flatMap((mine) => live.intake.gatewayStates(mine));
  return {
    gateway: (user + system) / 1e6,
    postgres: postmaster === null ? 0 : familyCpu(postmaster),
    rssMiB: rss / 2 ** 20,
    heapMiB: heapUsed / 2 ** 20,
    missing: states.reduce((sum, one) => sum + one.missing, 0),
    messages: states.reduce((sum, one) => sum + one.messages, 0),
    waitingBytes: live.viewers.waitingBytes,
  };
};
process.on('message', async (order: GatewayOrder) => {
  if (order === 'stop') {
    await live.close();
    await server.close();
    process.disconnect();
    return;
  }
  if (order === 'collect-garbage') (globalThis as { gc?: () => void }).gc?.();
  process.send?.(cost());
});
const ready: GatewayReady = {
  http: Number(address.port),
  mqtt: live.mqttPort ?? 0,
  cookie: live.session.setCookie.split(';')[0],
  startedAt,
};
process.send?.(ready);
