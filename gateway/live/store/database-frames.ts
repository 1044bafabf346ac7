import { type Kysely, sql } from 'kysely';
import type { PlaceColumns } from './last-places.ts';
import { float64s, int4sOfBinary, int16s, int32s, type PositionFrame } from './position-frame.ts';
import type { Schema } from './schema.ts';

/** Rows read at once: a quarter minute of a busy mine, taken in within some milliseconds. */
const CHUNK_ROWS = 64;

interface StoredFrame {
  readonly second: number;
  readonly part: number;
  readonly tag: Buffer;
  readonly place: Buffer;
  readonly heading: Buffer;
  readonly state: Buffer;
  readonly offset_ms: Buffer;
}

/** A row of position_frame, and the messages it is made of. */
export interface FrameWithMessages extends PositionFrame {
  readonly part: number;
  readonly gateway: readonly number[];
  readonly tagsOfMessage: readonly number[];
  readonly skewMs: readonly number[];
  readonly receivedAt: readonly number[];
  readonly synthetic: readonly boolean[];
}

const frameOf = (row: StoredFrame): PositionFrame => {
  const tag = int4sOfBinary(row.tag);
  return {
    second: row.second,
    count: tag.length,
    tag,
    place: int32s(row.place),
    heading: row.heading,
    state: row.state,
    offset: int16s(row.offset_ms),
  };
};

const COLUMNS = sql.raw('second, part, array_send(tag) AS tag, place, heading, state, offset_ms');

/** Frames of a mine by second, from and to included, in order, in chunks. */
export async function* databaseFrames(
  db: Kysely<Schema>,
  mine: number,
  from: number,
  to: number,
): AsyncGenerator<PositionFrame[]> {
  let [second, part] = [from, -1];
  for (;;) {
    const { rows } = await sql<StoredFrame>`
      SELECT ${COLUMNS} FROM position_frame
      WHERE mine = ${mine} AND (second, part) > (${second}::bigint, ${part}::int) AND second <= ${to}::bigint
      ORDER BY second, part LIMIT ${CHUNK_ROWS}`.execute(db);
    if (rows.length > 0) yield rows.map(frameOf);
    if (rows.length < CHUNK_ROWS) return;
    ({ second, part } = rows.at(-1)!);
  }
}

/** Frames that came too late for the picture of this moment, although they are of before it. */
export const framesLackingIn = async (
  db: Kysely<Schema>,
  mine: number,
  pictureTime: number,
): Promise<PositionFrame[]> => {
  const { rows } = await sql<StoredFrame>`
    SELECT ${COLUMNS} FROM position_frame WHERE mine = ${mine} AND lacking @> ${pictureTime}::bigint`.execute(
    db,
  );
  return rows.map(frameOf);
};

/** Frames that some pictures lack, the oldest first. */
export const lackedFrames = async (
  db: Kysely<Schema>,
  mine: number,
  limit: number,
): Promise<(PositionFrame & { readonly part: number })[]> => {
  const { rows } = await sql<StoredFrame>`
    SELECT ${COLUMNS} FROM position_frame WHERE mine = ${mine} AND lacking IS NOT NULL
    ORDER BY second, part LIMIT ${limit}`.execute(db);
  return rows.map((row) => ({ ...frameOf(row), part: row.part }));
};

/** What may move to the archive: frames of a span of seconds that no picture lacks, with their messages. */
export const framesToArchive = async (
  db: Kysely<Schema>,
  mine: number,
  from: number,
  to: number,
): Promise<FrameWithMessages[]> => {
  const { rows } = await sql<
    StoredFrame & {
      gateway: number[];
      tags_of_message: number[];
      skew_ms: number[];
      received_at: number[];
      synthetic: boolean[];
    }
  >`SELECT ${COLUMNS}, gateway, tags_of_message, coalesce(skew_long, skew_ms::bigint[]) AS skew_ms, received_at, synthetic FROM position_frame
    WHERE mine = ${mine} AND second >= ${from}::bigint AND second < ${to}::bigint AND lacking IS NULL
    ORDER BY second, part`.execute(db);
  return rows.map((row) => ({
    ...frameOf(row),
    part: row.part,
    gateway: row.gateway,
    tagsOfMessage: row.tags_of_message,
    skewMs: row.skew_ms,
    receivedAt: row.received_at,
    synthetic: row.synthetic,
  }));
};

/** Which spans of so many seconds, numbered from 0, of the hour after second `from` have frames. */
export const spansWithFrames = async (
  db: Kysely<Schema>,
  mine: number,
  from: number,
  seconds: number,
): Promise<ReadonlySet<number>> => {
  const { rows } = await sql<{ span: number }>`
    SELECT DISTINCT ((second - ${from}::bigint) / ${seconds}::int)::int AS span FROM position_frame
    WHERE mine = ${mine} AND second >= ${from}::bigint AND second < ${from + 3600}::bigint`.execute(db);
  return new Set(rows.map(({ span }) => span));
};

export interface StoredPicture {
  readonly time: number;
  readonly columns: PlaceColumns;
}

interface PictureRow {
  readonly time: number;
  readonly tag: Buffer;
  readonly at: Buffer;
  readonly place: Buffer;
  readonly heading: Buffer;
  readonly state: Buffer;
}

export const columnsOf = (row: PictureRow): StoredPicture => ({
  time: row.time,
  columns: {
    tag: int32s(row.tag),
    at: float64s(row.at),
    place: int32s(row.place),
    heading: row.heading,
    state: row.state,
  },
});

/** The newest picture of a mine between two moments, both included. */
export const pictureBetween = async (
  db: Kysely<Schema>,
  mine: number,
  from: number,
  to: number,
): Promise<StoredPicture | null> => {
  const row = await db
    .selectFrom('picture')
    .select(['time', 'tag', 'at', 'place', 'heading', 'state'])
    .where('mine', '=', mine)
    .where('time', '>=', Math.ceil(from))
    .where('time', '<=', Math.floor(to))
    .orderBy('time', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? columnsOf(row) : null;
};

/** One tag's positions between two moments, both included: time ms and ENU cm, in storage order. */
export const databaseTrack = async (
  db: Kysely<Schema>,
  mine: number,
  tag: number,
  from: number,
  to: number,
): Promise<{ readonly at: number; readonly place: Int32Array }[]> => {
  const { rows } = await sql<{ second: number; place: Buffer; offset: Buffer }>`
    SELECT second, substring(place FROM (i - 1) * 12 + 1 FOR 12) AS place,
           substring(offset_ms FROM (i - 1) * 2 + 1 FOR 2) AS "offset"
    FROM position_frame f, unnest(array_positions(f.tag, ${tag}::int)) AS i
    WHERE mine = ${mine} AND second BETWEEN ${Math.floor(from / 1000)}::bigint AND ${Math.floor(to / 1000)}::bigint`.execute(
    db,
  );
  return rows
    .map((row) => ({ at: row.second * 1000 + row.offset.readInt16LE(0), place: int32s(row.place) }))
    .filter(({ at }) => at >= from && at <= to);
};
