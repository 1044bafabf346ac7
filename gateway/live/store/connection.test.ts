import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from './connection.ts';
import { type EmbeddedPostgres, startPostgres } from './embedded-postgres.ts';

let folder: string;
let server: EmbeddedPostgres;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hc-'));
  server = await startPostgres({ folder });
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const repeated = async (db: Database): Promise<string[]> => {
  for (const n of [1, 2, 3]) {
    const { rows } = await sql<{ twice: number }>`SELECT 2 * ${n}::int AS twice`.execute(db);
    expect(rows).toEqual([{ twice: 2 * n }]);
  }
  const { rows } = await sql<{ statement: string }>`SELECT statement FROM pg_prepared_statements`.execute(db);
  await db.destroy();
  return rows.map(({ statement }) => statement);
};

test('statements that repeat are prepared once a connection, and only where that was asked for', async () => {
  expect(await repeated(connect(server.connection, 1, true))).toEqual(['SELECT 2 * $1::int AS twice']);
  expect(await repeated(connect(server.connection, 1))).toEqual([]);
});

test('not on a server that is not ours: a pooler before it would hand the name to another', async () => {
  const { host, port, user, database } = server.connection;
  const url = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
  expect(await repeated(connect(url, 1, true))).toEqual([]);
});

test('of many texts the first are remembered, all are answered', async () => {
  const db = connect(server.connection, 1, true);
  for (let i = 0; i < 80; i++) {
    const { rows } = await sql<{ sum: number }>`SELECT ${i}::int + ${sql.lit(i)} AS sum`.execute(db);
    expect(rows).toEqual([{ sum: 2 * i }]);
  }
  const { rows } = await sql<{
    count: number;
  }>`SELECT count(*)::int AS count FROM pg_prepared_statements`.execute(db);
  await db.destroy();
  expect(rows).toEqual([{ count: 64 }]);
});
