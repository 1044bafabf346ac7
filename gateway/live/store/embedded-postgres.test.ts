import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbeddedPostgres, postmasterPid, startPostgres } from './embedded-postgres.ts';

let folder: string;
const started: EmbeddedPostgres[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hp-'));
});
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const start = async (): Promise<EmbeddedPostgres> => {
  const server = await startPostgres({ folder });
  started.push(server);
  return server;
};

const ask = async ({ connection }: EmbeddedPostgres, query: string): Promise<unknown[]> => {
  const client = new pg.Client({ ...connection });
  await client.connect();
  try {
    return Object.values((await client.query(query)).rows[0]);
  } finally {
    await client.end();
  }
};

test('a new one keeps durably, in UTF-8 without a collation of the machine, and listens on no network', async () => {
  const server = await start();
  expect(server.adopted).toBe(false);
  const settings = [
    'fsync',
    'full_page_writes',
    'synchronous_commit',
    'listen_addresses',
    'server_encoding',
    'data_checksums',
  ];
  const query = `SELECT ${settings
    .map((name) => `current_setting('${name}')`)
    .join(', ')
    .replaceAll(', ', " || ',' || ")}`;
  expect(await ask(server, query)).toEqual(['on,on,on,,UTF8,on']);
  expect(
    await ask(server, 'SELECT datlocprovider, datlocale FROM pg_database WHERE datname = current_database()'),
  ).toEqual(['b', 'C.UTF-8']);
  if (process.platform === 'linux') {
    const pid = await postmasterPid(folder);
    expect(await readFile(`/proc/${pid}/cmdline`, 'utf8')).toContain(join(folder, 'postgres/data'));
    // Not as root.
    expect((await readFile(`/proc/${pid}/status`, 'utf8')).match(/^Uid:\t(\d+)/m)![1]).not.toBe('0');
  }
  await server.stop();
  expect(await postmasterPid(folder)).toBeNull();
});

test('one that runs is adopted, also by two at once, and stopped only when nobody uses it', async () => {
  const first = await start();
  const pid = await postmasterPid(folder);
  const others = await Promise.all([start(), start()]);
  expect(others.map(({ adopted }) => adopted)).toEqual([true, true]);
  const client = new pg.Client({ ...first.connection });
  await client.connect();
  await others[0].stop();
  expect(await postmasterPid(folder)).toBe(pid);
  await client.end();
});

test('two processes that start the same folder at once share one server', async () => {
  const module = JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'));
  const code = `import { startPostgres, postmasterPid } from ${module};
    await startPostgres({ folder: ${JSON.stringify(folder)} });
    console.log(await postmasterPid(${JSON.stringify(folder)}));`;
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', code]);
  const [a, b] = await Promise.all([run(), run()]);
  expect(Number(a.stdout)).toBeGreaterThan(0);
  expect(b.stdout).toBe(a.stdout);
  expect((await start()).adopted).toBe(true);
});

test('a pid file left by a power cut is no hindrance', async () => {
  const server = await start();
  await ask(server, 'SELECT 1 FROM (VALUES (1)) AS x');
  await server.stop();
  const dead = execFile(process.execPath, ['-e', '']);
  await new Promise((resolve) => dead.on('exit', resolve));
  const lines = [
    dead.pid,
    join(folder, 'postgres/data'),
    1,
    5432,
    join(folder, 'postgres/run'),
    '',
    '',
    'ready',
  ];
  await writeFile(join(folder, 'postgres/data/postmaster.pid'), `${lines.join('\n')}\n`);
  expect((await start()).adopted).toBe(false);
});

test('one that was killed is started again', async () => {
  const server = await start();
  const pid = (await postmasterPid(folder))!;
  process.kill(pid, 'SIGKILL');
  await server.revive();
  expect(await ask(server, 'SELECT 7')).toEqual([7]);
  expect(await postmasterPid(folder)).not.toBe(pid);
});
