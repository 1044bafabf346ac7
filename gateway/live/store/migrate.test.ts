import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, type Database } from './connection.ts';
import { type EmbeddedPostgres, startPostgres } from './embedded-postgres.ts';
import { migrate } from './migrate.ts';

const ours = readdirSync(join(import.meta.dirname, 'migrations')).sort();

let folder: string;
let server: EmbeddedPostgres;
let db: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hm-'));
  server = await startPostgres({ folder });
  db = connect(server.connection, 2);
});
afterAll(async () => {
  await db?.destroy();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await sql.raw('DROP SCHEMA public CASCADE; CREATE SCHEMA public').execute(db);
  await rm(join(folder, 'steps'), { recursive: true, force: true });
  await cp(join(import.meta.dirname, 'migrations'), join(folder, 'steps'), { recursive: true });
});

test('are applied in order, once, and a new one is added', async () => {
  const steps = join(folder, 'steps');
  expect(await migrate(db, steps)).toEqual(ours);
  expect(await migrate(db, steps)).toEqual([]);
  await writeFile(join(steps, '9999-later.sql'), 'ALTER TABLE colour ADD name text');
  await writeFile(join(steps, '9998-next.sql'), 'CREATE TABLE colour (id int)');
  expect(await migrate(db, steps)).toEqual(['9998-next.sql', '9999-later.sql']);
});

test('one that fails changes nothing, not even by those before it', async () => {
  const steps = join(folder, 'steps');
  await writeFile(join(steps, '0002-good.sql'), 'CREATE TABLE good (id int)');
  await writeFile(join(steps, '0003-bad.sql'), 'CREATE TABLE bad (id int); SELECT * FROM nowhere');
  await expect(migrate(db, steps)).rejects.toThrow('nowhere');
  const { rows } = await sql`SELECT 1 FROM pg_tables WHERE schemaname = 'public'`.execute(db);
  expect(rows).toEqual([]);
});

test('an applied one that was changed or is gone is named', async () => {
  const steps = join(folder, 'steps');
  await migrate(db, steps);
  await writeFile(join(steps, '0001-live-history.sql'), 'SELECT 1');
  await expect(migrate(db, steps)).rejects.toThrow(
    'migration 0001-live-history.sql was changed after it was applied',
  );
  await rename(join(steps, '0001-live-history.sql'), join(steps, '0002-other.sql'));
  await expect(migrate(db, steps)).rejects.toThrow(
    'migration 0001-live-history.sql was applied to this database',
  );
});

test('a name that could not be ordered is refused', async () => {
  await writeFile(join(folder, 'steps/latest.sql'), '');
  await expect(migrate(db, join(folder, 'steps'))).rejects.toThrow(
    'migration latest.sql: expected a name like',
  );
});

test('two processes at once: one applies them, the other finds them applied', async () => {
  const from = (file: string) => JSON.stringify(join(import.meta.dirname, file));
  const code = `import { connect } from ${from('connection.ts')}; import { migrate } from ${from('migrate.ts')};
    const db = connect(${JSON.stringify(server.connection)}, 1);
    console.log((await migrate(db)).length); await db.destroy();`;
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', code]);
  const done = await Promise.all([run(), run()]);
  expect(done.map(({ stdout }) => Number(stdout)).sort()).toEqual([0, ours.length]);
});
