import { execFileSync, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from './connection.ts';
import { postmasterPid } from './embedded-postgres.ts';
import { madePositions } from './made-messages.ts';
import { type KeptStore, openStore, StoreDown } from './store.ts';

const T = 1_790_000_000_000;
let stateFolder: string;
const opened: KeptStore[] = [];
beforeEach(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), 'hf-'));
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  await rm(stateFolder, { recursive: true, force: true });
});

const open = async (folder = stateFolder): Promise<KeptStore> => {
  const store = await openStore({ stateFolder: folder, clock: () => performance.now(), gatherMs: 20 });
  opened.push(store);
  return store;
};

/** One message a gateway and number: its only tag is at east = number, a millisecond after the one before. */
const message = (gateway: string, seq: number, tags = 1) =>
  madePositions({
    gateway,
    seq,
    at: T + seq,
    tags: Array.from({ length: tags }, (_, i) => ({ id: `${gateway}-${i}`, e: seq, n: i, u: 0 })),
  });

/**
 * The numbers stored of a gateway, in order of time, and how many positions of all lie in the database: one stored
 * twice would show in the count.
 */
const stored = async (store: KeptStore, gateway: string): Promise<number[]> => {
  const { position } = await store.track('m1', `${gateway}-0`, T, T + 1_000_000);
  return Array.from({ length: position.length / 3 }, (_, i) => position[i * 3]);
};
const positionsStored = async (folder = stateFolder): Promise<number> => {
  const socket = join(folder, 'postgres/run');
  const db = connect({ host: socket, port: 5432, user: 'hyalite', database: 'postgres' }, 1);
  try {
    const { rows } = await sql<{
      count: number;
    }>`SELECT sum(cardinality(tag)) AS count FROM position_frame`.execute(db);
    return rows[0].count;
  } finally {
    await db.destroy();
  }
};
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Sends as a field gateway does: the same message again until it is acknowledged. */
const send = async (
  store: KeptStore,
  gateway: string,
  count: number,
  sent: { acknowledged: number; refused: number },
) => {
  for (let seq = 0; seq < count; seq++) {
    for (;;) {
      try {
        await store.keep(message(gateway, seq));
        sent.acknowledged++;
        break;
      } catch (error) {
        expect(error).toBeInstanceOf(StoreDown);
        sent.refused++;
      }
    }
  }
};

describe.each([
  { what: 'kill -9 of the postmaster', signal: 'SIGKILL' as const },
  { what: 'a restart of the database', signal: 'SIGINT' as const },
])('$what while messages come', ({ signal }) => {
  test('loses nothing acknowledged and doubles nothing; it heals by itself', async () => {
    const store = await open();
    const sent = { acknowledged: 0, refused: 0 };
    const gateways = ['g1', 'g2', 'g3', 'g4'];
    const sending = Promise.all(gateways.map((gateway) => send(store, gateway, 50, sent)));
    const health: boolean[] = [];
    const watch = setInterval(() => health.push(store.health().kept), 5);
    for (const at of [40, 110]) {
      while (sent.acknowledged < at) await sleep(5);
      process.kill((await postmasterPid(stateFolder))!, signal);
    }
    await sending;
    clearInterval(watch);
    expect(health).toContain(false);
    expect(store.health().kept).toBe(true);
    for (const gateway of gateways) expect(await stored(store, gateway)).toEqual(upTo(50));
    expect(await positionsStored()).toBe(200);
  });
});

test('kill -9 of our own process: what it acknowledged is there, and the database it left is adopted', async () => {
  const from = (file: string) => JSON.stringify(join(import.meta.dirname, file));
  const code = `import { openStore } from ${from('store.ts')}; import { madePositions } from ${from('made-messages.ts')};
    const store = await openStore({ stateFolder: ${JSON.stringify(stateFolder)}, clock: Date.now, gatherMs: 5 });
    for (let seq = 0; ; seq += 3)
      await Promise.all([0, 1, 2].map(async (i) => {
        await store.keep(madePositions({ gateway: 'g1', seq: seq + i, at: ${T} + seq + i, tags: [{ id: 'g1-0', e: seq + i, n: 0, u: 0 }] }));
        process.stdout.write((seq + i) + '\\n');
      }));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => child.on('exit', resolve));
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length === 60) child.kill('SIGKILL');
  }
  await exited;
  const store = await open();
  expect(store.adopted).toBe(true);
  const kept = await stored(store, 'g1');
  expect(acknowledged.length).toBeGreaterThanOrEqual(60);
  expect(kept).toEqual(expect.arrayContaining(acknowledged));
  expect(kept).toEqual(upTo(kept.length));
  // What is sent again because its acknowledgement was lost counts once.
  await Promise.all(kept.map((seq) => store.keep(message('g1', seq))));
  expect(await positionsStored()).toBe(kept.length);
});

const canMount = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
})();
if (!canMount) process.stderr.write('the test of a full disk is left out: a tmpfs cannot be mounted here\n');

describe.skipIf(!canMount)('a full disk', () => {
  let disk: string;
  beforeEach(async () => {
    disk = join(stateFolder, 'disk');
    await mkdir(disk);
    await chmod(stateFolder, 0o755);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=0755', 'tmpfs', disk]);
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    execFileSync('umount', [disk]);
  });

  test('keeps nothing more and says so; with room again it goes on, and what was acknowledged is there', async () => {
    const store = await open(disk);
    const acknowledged: number[] = [];
    const keep = async (seq: number): Promise<boolean> => {
      try {
        await store.keep(message('g1', seq, 2000));
        acknowledged.push(seq);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(StoreDown);
        return false;
      }
    };
    for (let seq = 0; seq < 5; seq++) expect(await keep(seq)).toBe(true);
    const { bavail, bsize } = await statfs(disk);
    await writeFile(join(disk, 'filler'), Buffer.alloc(bavail * bsize - 64 * 1024));
    // What still fits into preallocated files is kept; then no more.
    let seq = 5;
    for (let refused = 0; refused === 0; seq += 20)
      refused = (await Promise.all(upTo(20).map((i) => keep(seq + i)))).filter((kept) => !kept).length;
    expect(store.health().kept).toBe(false);
    await rm(join(disk, 'filler'));
    for (let again = 0; again < seq; again++) if (!acknowledged.includes(again)) while (!(await keep(again)));
    expect(store.health().kept).toBe(true);
    expect(acknowledged.sort((a, b) => a - b)).toEqual(upTo(seq));
    expect(await stored(store, 'g1')).toEqual(upTo(seq));
    expect(await positionsStored(disk)).toBe(seq * 2000);
  });
});
