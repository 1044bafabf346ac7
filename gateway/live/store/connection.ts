import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { PostgresConnection } from './embedded-postgres.ts';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;

const INT8 = 20;
const JSON_TEXT = 114;
const INT8_ARRAY = 1016;

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number;
    if (oid === JSON_TEXT) return String;
    if (oid === INT8_ARRAY) {
      return (text: string) => text.slice(1, -1).split(',').filter(Boolean).map(Number);
    }
    return pg.types.getTypeParser(oid, format);
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** How long a connection is waited for, ms. */
const CONNECT_TIMEOUT_MS = 4_000;

/** A pool of at most `max` connections. A lost connection is an error of its query, never of the process. */
export const connect = (where: PostgresConnection | string, max: number): Database => {
  const pool = new pg.Pool({
    ...(typeof where === 'string' ? { connectionString: where } : where),
    max,
    types,
    application_name: 'hyalite',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    // A query that never ends must not keep a connection for good.
    query_timeout: 120_000,
  });
  pool.on('error', () => {});
  // Between two queries of a transaction a lost connection has no query to fail; its next one will.
  pool.on('connect', (client) => {
    client.on('error', () => {});
  });
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
};
