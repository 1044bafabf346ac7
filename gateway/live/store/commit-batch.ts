import { type Kysely, sql } from 'kysely';
import type { Accepted, AcceptedPositions } from '../ports.ts';
import type { Database } from './connection.ts';
import { MADE_UP, POSITION_STATE } from './last-places.ts';
import type { NameIds } from './name-ids.ts';
import { int4ArrayBinary, packed } from './position-frame.ts';
import type { Schema } from './schema.ts';

/** Rows a statement: a tenth of the parameters a statement may have. */
const MAX_INT4 = 2 ** 31 - 1;
const ROWS_A_STATEMENT = 400;

interface Numbered {
  readonly accepted: Accepted;
  readonly mine: number;
  readonly gateway: number;
}

interface FrameRow {
  readonly mine: number;
  readonly second: number;
  readonly messages: readonly Numbered[];
}

const groupBy = <T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};

const number = async (ids: NameIds, batch: readonly Accepted[]): Promise<Numbered[]> => {
  const numbered: Numbered[] = [];
  for (const [name, messages] of groupBy(batch, (accepted) => accepted.mine)) {
    const mine = await ids.mine(name);
    const gateways = await ids.named(
      'gateway',
      mine,
      messages.map((accepted) => accepted.gateway),
    );
    for (const accepted of messages)
      numbered.push({ accepted, mine, gateway: gateways.get(accepted.gateway)! });
  }
  return numbered;
};

/** Those of the batch that are not stored yet, each once. */
const fresh = async (tx: Kysely<Schema>, batch: readonly Numbered[]): Promise<Numbered[]> => {
  const once = new Map<string, Numbered>();
  for (const one of batch) {
    const { boot, seq } = one.accepted.message;
    const key = `${one.gateway}/${boot}/${seq}`;
    if (!once.has(key)) once.set(key, one);
  }
  const unique = [...once.values()];
  const { rows } = await sql<{ row: number }>`
    SELECT (x.row - 1)::int AS row
    FROM unnest(${unique.map((one) => one.gateway)}::int[], ${unique.map((one) => one.accepted.message.boot)}::text[],
                ${unique.map((one) => one.accepted.message.seq)}::bigint[]) WITH ORDINALITY AS x(gateway, boot, seq, row)
    JOIN seen_message s ON s.gateway = x.gateway AND s.boot = x.boot AND s.seqs @> x.seq`.execute(tx);
  const stored = new Set(rows.map(({ row }) => row));
  return unique.filter((_, row) => !stored.has(row));
};

const markSeen = async (tx: Kysely<Schema>, messages: readonly Numbered[]): Promise<void> => {
  await sql`
    INSERT INTO seen_message (gateway, boot, seqs, newest_at)
    SELECT gateway, boot, range_agg(int8range(seq, seq + 1)), max(at)
    FROM unnest(${messages.map((one) => one.gateway)}::int[], ${messages.map((one) => one.accepted.message.boot)}::text[],
                ${messages.map((one) => one.accepted.message.seq)}::bigint[],
                ${messages.map((one) => Math.round(one.accepted.message.at))}::bigint[]) AS x(gateway, boot, seq, at)
    GROUP BY gateway, boot ORDER BY gateway, boot
    ON CONFLICT (gateway, boot) DO UPDATE SET seqs = seen_message.seqs + EXCLUDED.seqs,
      newest_at = CASE WHEN seen_message.newest_at IS NULL THEN NULL
        ELSE greatest(seen_message.newest_at, EXCLUDED.newest_at) END`.execute(tx);
};

/** One row of `position_frame`: every message of the batch of one mine and second, one after the other. */
const frameValues = (row: FrameRow, tagIds: ReadonlyMap<string, number>, newestPicture: number | null) => {
  const located = row.messages.map(({ accepted }) => (accepted as AcceptedPositions).located);
  const count = located.reduce((sum, one) => sum + one.tag.length, 0);
  const [tag, place, offset] = [new Int32Array(count), new Int32Array(count * 3), new Int16Array(count)];
  const [heading, state] = [new Uint8Array(count), new Uint8Array(count)];
  let at = 0;
  row.messages.forEach(({ accepted }, i) => {
    const one = located[i];
    one.tag.forEach((name, k) => {
      tag[at + k] = tagIds.get(name)!;
    });
    place.set(one.position, at * 3);
    heading.set(one.heading, at);
    const madeUp = accepted.message.synthetic === true ? MADE_UP : 0;
    one.state.forEach((bits, k) => {
      state[at + k] = (bits & POSITION_STATE) | madeUp;
    });
    offset.fill(Math.round(accepted.at) - row.second * 1000, at, at + one.tag.length);
    at += one.tag.length;
  });
  const start = row.second * 1000;
  const skews = row.messages.map((one) => Math.round(one.accepted.skewMs));
  return {
    mine: row.mine,
    second: row.second,
    part: sql<number>`(SELECT coalesce(max(part) + 1, 0) FROM position_frame
      WHERE mine = ${row.mine}::int AND second = ${row.second}::bigint)`,
    tag: sql<Buffer>`${int4ArrayBinary(tag)}::int[]`,
    place: packed(place),
    heading: packed(heading),
    state: packed(state),
    offset_ms: packed(offset),
    gateway: row.messages.map((one) => one.gateway),
    tags_of_message: located.map((one) => one.tag.length),
    skew_ms: skews.map((skew) => Math.min(MAX_INT4, Math.max(-MAX_INT4, skew))),
    skew_long: skews.some((skew) => Math.abs(skew) > MAX_INT4) ? skews : null,
    received_at: row.messages.map((one) => Math.round(one.accepted.receivedAt)),
    synthetic: row.messages.map((one) => one.accepted.message.synthetic === true),
    lacking: newestPicture !== null && start <= newestPicture ? `[${start},${newestPicture}]` : null,
  };
};

const storePositions = async (
  tx: Kysely<Schema>,
  tagIds: ReadonlyMap<number, ReadonlyMap<string, number>>,
  newestPicture: ReadonlyMap<number, number | null>,
  messages: readonly Numbered[],
): Promise<void> => {
  const second = ({ accepted }: Numbered): number => Math.floor(Math.round(accepted.at) / 1000);
  const rows: FrameRow[] = [];
  for (const [mine, ofMine] of groupBy(messages, (one) => one.mine))
    for (const [of, ofSecond] of groupBy(ofMine, second)) rows.push({ mine, second: of, messages: ofSecond });
  rows.sort((a, b) => a.mine - b.mine || a.second - b.second);
  for (let i = 0; i < rows.length; i += ROWS_A_STATEMENT) {
    const values = rows
      .slice(i, i + ROWS_A_STATEMENT)
      .map((row) => frameValues(row, tagIds.get(row.mine)!, newestPicture.get(row.mine) ?? null));
    await tx.insertInto('position_frame').values(values).execute();
  }
};

interface ReadingRow {
  readonly mine: number;
  readonly pair: string;
  readonly at: number;
  readonly receivedAt: number;
  readonly value: number;
  readonly synthetic: boolean;
}

const readingRows = (messages: readonly Numbered[]): ReadingRow[] => {
  const rows: ReadingRow[] = [];
  for (const { accepted, mine } of messages) {
    if (accepted.kind === 'position') continue;
    // A device's own time is by the gateway's clock too: it moves with the message's.
    const moved = accepted.at - accepted.message.at;
    for (const { device, at, values } of accepted.message.readings)
      for (const [metric, value] of Object.entries(values))
        if (value !== undefined)
          rows.push({
            mine,
            pair: `${device}/${accepted.kind}.${metric}`,
            at: Math.round((at ?? accepted.message.at) + moved),
            receivedAt: Math.round(accepted.receivedAt),
            value: Number(value),
            synthetic: accepted.message.synthetic === true,
          });
  }
  return rows;
};

const storeReadings = async (
  tx: Kysely<Schema>,
  seriesIds: ReadonlyMap<number, ReadonlyMap<string, number>>,
  rows: readonly ReadingRow[],
): Promise<void> => {
  if (rows.length === 0) return;
  await sql`INSERT INTO reading (series, at, received_at, value, synthetic)
    SELECT * FROM unnest(${rows.map((row) => seriesIds.get(row.mine)!.get(row.pair)!)}::int[],
      ${rows.map((row) => row.at)}::bigint[], ${rows.map((row) => row.receivedAt)}::bigint[],
      ${rows.map((row) => row.value)}::float8[], ${rows.map((row) => row.synthetic)}::boolean[])`.execute(tx);
};

/**
 * Stores a batch in one transaction, each message exactly once however often it comes; resolves when it is committed.
 * The mines' rows are locked meanwhile, so that a picture taken at the same moment (picture-history.ts) either sees a
 * message or is listed in its `lacking`.
 */
export const commitBatch = async (db: Database, ids: NameIds, batch: readonly Accepted[]): Promise<void> => {
  const numbered = await number(ids, batch);
  const mines = [...new Set(numbered.map((one) => one.mine))].sort((a, b) => a - b);
  const tagIds = new Map<number, ReadonlyMap<string, number>>();
  const seriesIds = new Map<number, ReadonlyMap<string, number>>();
  for (const mine of mines) {
    const ofMine = numbered.filter((one) => one.mine === mine);
    const tags = ofMine.flatMap(({ accepted }) => (accepted.kind === 'position' ? accepted.located.tag : []));
    tagIds.set(mine, await ids.named('tag', mine, tags));
    seriesIds.set(
      mine,
      await ids.series(
        mine,
        readingRows(ofMine).map((row) => row.pair),
      ),
    );
  }
  await db.transaction().execute(async (tx) => {
    const locked = await tx
      .selectFrom('mine')
      .select(['id', 'newest_picture'])
      .where('id', 'in', mines)
      .orderBy('id')
      .forUpdate()
      .execute();
    const newestPicture = new Map(locked.map((row) => [row.id, row.newest_picture]));
    const messages = await fresh(tx, numbered);
    if (messages.length === 0) return;
    await markSeen(tx, messages);
    const positions = messages.filter(
      ({ accepted }) => accepted.kind === 'position' && accepted.located.tag.length > 0,
    );
    await storePositions(tx, tagIds, newestPicture, positions);
    await storeReadings(tx, seriesIds, readingRows(messages));
  });
};
