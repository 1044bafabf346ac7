import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { sql } from 'kysely';
import { signedIn } from '../../gateway/accounts/signed-in.test-kit.ts';
import { startLive } from '../../gateway/live/live.ts';
import { connect } from '../../gateway/live/store/connection.ts';
import { postmasterPid } from '../../gateway/live/store/embedded-postgres.ts';
import { createServer } from '../../gateway/server.ts';

/** The gateway of the benches `live` and `soak`, in a process of its own that tells what it costs when asked. */

export interface GatewayCost {
  /** CPU seconds since the process began. */
  readonly gateway: number;
  readonly postgres: number;
  readonly rssMiB: number;
  /** Proportional share of all its processes; 0 where it cannot be told. */
  readonly postgresMiB: number;
  readonly heapMiB: number;
  readonly missing: number;
  readonly messages: number;
  readonly waitingBytes: number;
  /** In the database; counted on the order `count` only, else 0. */
  readonly keptPositions: number;
}
export type GatewayOrder = 'cost' | 'count' | 'collect-garbage' | 'stop';
export interface GatewayReady {
  readonly http: number;
  readonly mqtt: number;
  readonly cookie: string;
  /** ms; from then on its clock runs at its speed. */
  readonly startedAt: number;
}

const TICKS_A_SECOND = 100;

/** Pages shared by processes count once; Linux only, 0 elsewhere. */
const familyMiB = (root: number): number => {
  let kilobytes = 0;
  try {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      if (Number(pid) !== root && parent !== root) continue;
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    }
  } catch {
    // Another user's memory map is closed to us unless we are root.
    return 0;
  }
  return kilobytes / 1024;
};

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
    postgresMiB: postmaster === null ? 0 : familyMiB(postmaster),
    heapMiB: heapUsed / 2 ** 20,
    missing: states.reduce((sum, one) => sum + one.missing, 0),
    messages: states.reduce((sum, one) => sum + one.messages, 0),
    waitingBytes: live.viewers.waitingBytes,
    keptPositions: 0,
  };
};
const countPositions = async (): Promise<number> => {
  const db = connect(
    { host: `${root}/state/postgres/run`, port: 5432, user: 'hyalite', database: 'postgres' },
    1,
  );
  const { rows } = await sql<{ count: number }>`
    SELECT coalesce(sum(cardinality(tag)), 0)::float8 AS count FROM position_frame`.execute(db);
  await db.destroy();
  return rows[0].count;
};
process.on('message', async (order: GatewayOrder) => {
  if (order === 'stop') {
    await live.close();
    await server.close();
    process.disconnect();
    return;
  }
  if (order === 'collect-garbage') (globalThis as { gc?: () => void }).gc?.();
  process.send?.({ ...cost(), keptPositions: order === 'count' ? await countPositions() : 0 });
});
const ready: GatewayReady = {
  http: Number(address.port),
  mqtt: live.mqttPort ?? 0,
  cookie: await signedIn(live, address.host, { role: 'administrator' }),
  startedAt,
};
process.send?.(ready);
