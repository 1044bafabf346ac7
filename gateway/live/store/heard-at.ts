import { type Kysely, sql } from 'kysely';
import type { HeardPosition } from '../ports.ts';
import type { ArchiveReader } from './archive-reader.ts';
import type { History } from './history.ts';
import type { NameIds } from './name-ids.ts';
import type { Schema } from './schema.ts';

/** In the database: which message the position came in with. */
const inDatabase = async (
  db: Kysely<Schema>,
  mine: number,
  tag: number,
  at: number,
): Promise<HeardPosition | null> => {
  const second = Math.floor(at / 1000);
  const { rows } = await sql<{
    gateway: number[];
    tags_of_message: number[];
    skew_ms: number[];
    received_at: number[];
    row: number;
    offset: Buffer;
  }>`
    SELECT gateway, tags_of_message, coalesce(skew_long, skew_ms::bigint[]) AS skew_ms, received_at, i AS row,
           substring(offset_ms FROM (i - 1) * 2 + 1 FOR 2) AS "offset"
    FROM position_frame f, unnest(array_positions(f.tag, ${tag}::int)) AS i
    WHERE mine = ${mine} AND second = ${second}::bigint ORDER BY part`.execute(db);
  const found = rows.find(({ offset }) => second * 1000 + offset.readInt16LE(0) === at);
  if (!found) return null;
  let [message, end] = [0, found.tags_of_message[0]!];
  while (end < found.row) end += found.tags_of_message[++message]!;
  const { name } = await db
    .selectFrom('gateway')
    .select('name')
    .where('id', '=', found.gateway[message]!)
    .executeTakeFirstOrThrow();
  return { at, gateway: name, receivedAt: found.received_at[message]!, skewMs: found.skew_ms[message]! };
};

/** How the last position of a tag not after `time`, ms, came in; null where none is kept. */
export const heardAt = async (
  o: {
    readonly db: Kysely<Schema>;
    readonly ids: NameIds;
    readonly history: History;
    readonly archive: ArchiveReader;
  },
  mine: number,
  tag: string,
  time: number,
): Promise<HeardPosition | null> => {
  const tagId = await o.ids.knownTag(mine, tag);
  if (tagId === null) return null;
  const at = (await o.history.placesAt(o.db, mine, time)).lastAt(tagId);
  if (at === null) return null;
  // In this order: what moves to a file meanwhile is found there.
  return (await inDatabase(o.db, mine, tagId, at)) ?? (await o.archive.heard(o.db, mine, tag, at));
};
