import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from './connection.ts';

const FOLDER = join(import.meta.dirname, 'migrations');
const NAME = /^\d{4}-[a-z0-9-]+\.sql$/;
/** Any number, as long as nothing else in the database locks it. */
const LOCK = 4_203_771;

/**
 * Applies what is new in `folder` (files `0001-name.sql`), in order, all in one transaction under an advisory lock.
 * @returns the names applied now
 * @throws Error where an applied file was changed or is gone: what a database was made of does not change afterwards
 */
export const migrate = async (db: Database, folder: string = FOLDER): Promise<string[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const bad = names.find((name) => !NAME.test(name));
  if (bad) throw new Error(`migration ${bad}: expected a name like 0002-what-it-does.sql`);
  return db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(tx);
    await sql`CREATE TABLE IF NOT EXISTS migration (
      name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`.execute(
      tx,
    );
    const { rows } = await sql<{ name: string; sha256: string }>`SELECT name, sha256 FROM migration`.execute(
      tx,
    );
    const applied = new Map(rows.map((row) => [row.name, row.sha256]));
    const gone = [...applied.keys()].find((name) => !names.includes(name));
    if (gone)
      throw new Error(
        `migration ${gone} was applied to this database, but this program does not have it: use the version of Hyalite that made the database, or a newer one`,
      );
    const fresh: string[] = [];
    for (const name of names) {
      const text = await readFile(join(folder, name), 'utf8');
      const sha256 = createHash('sha256').update(text).digest('hex');
      const before = applied.get(name);
      if (before === sha256) continue;
      if (before !== undefined)
        throw new Error(
          `migration ${name} was changed after it was applied to this database (sha256 ${before.slice(0, 12)}… then, ${sha256.slice(0, 12)}… now): restore it and write a new, higher numbered one`,
        );
      await sql.raw(text).execute(tx);
      await sql`INSERT INTO migration (name, sha256) VALUES (${name}, ${sha256})`.execute(tx);
      fresh.push(name);
    }
    return fresh;
  });
};
