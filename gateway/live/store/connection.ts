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

/** Statements with lists of rows have a text for each number of rows: not all of them are worth remembering. */
const MOST_NAMES = 64;

/**
 * Names each statement with parameters, so that the server parses and plans it once a connection and not each time: a
 * third of what PostgreSQL costs where the same few statements come four times a second.
 */
const nameStatements = (client: pg.PoolClient): void => {
  const names = new Map<string, string>();
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const nameOf = (text: string): string | undefined => {
    if (!names.has(text) && names.size < MOST_NAMES) names.set(text, `hyalite-${names.size}`);
    return names.get(text);
  };
  const named = (first: unknown, ...rest: unknown[]): unknown => {
    const [values] = rest;
    if (typeof first !== 'string' || rest.length !== 1 || !Array.isArray(values) || values.length === 0)
      return query(first, ...rest);
    return query({ name: nameOf(first), text: first, values });
  };
  client.query = named as typeof client.query;
};

/**
 * A pool of at most `max` connections. A lost connection is an error of its query, never of the process.
 * @param repeats the same few statements are asked for ever: they are prepared
 */
export const connect = (where: PostgresConnection | string, max: number, repeats = false): Database => {
  // Between us and a server that is not ours may stand a pooler, which hands a name to whoever comes next.
  const prepares = repeats && typeof where !== 'string';
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
    if (prepares) nameStatements(client);
  });
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
};
