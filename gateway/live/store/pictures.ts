import { type Kysely, sql } from 'kysely';
import type { KeptPicture } from '../ports.ts';
import type { Database } from './connection.ts';
import { columnsOf, lackedFrames } from './database-frames.ts';
import type { History } from './history.ts';
import { LastPlaces, MADE_UP, type PlaceColumns, POSITION_STATE } from './last-places.ts';
import type { NameIds } from './name-ids.ts';
import { packed } from './position-frame.ts';
import type { Schema } from './schema.ts';

/** Frames mended at once: what a minute of a backlog comes to. */
const MENDED_AT_ONCE = 400;

/** Holds back every other writer of this mine until the transaction ends. */
export const lockMine = (tx: Kysely<Schema>, mine: number) =>
  tx
    .selectFrom('mine')
    .select(['newest_picture', 'archived_to'])
    .where('id', '=', mine)
    .forUpdate()
    .executeTakeFirstOrThrow();

export const insertPicture = async (
  tx: Kysely<Schema>,
  mine: number,
  time: number,
  columns: PlaceColumns,
): Promise<void> => {
  const values = {
    tag: packed(columns.tag),
    at: packed(columns.at),
    place: packed(columns.place),
    heading: packed(columns.heading),
    state: packed(columns.state),
  };
  await tx
    .insertInto('picture')
    .values({ mine, time, ...values })
    .onConflict((conflict) => conflict.columns(['mine', 'time']).doUpdateSet(values))
    .execute();
  await sql`UPDATE mine SET newest_picture = greatest(newest_picture, ${time}::bigint) WHERE id = ${mine}`.execute(
    tx,
  );
};

/**
 * Keeps a whole picture: what was stored up to its time, and of the shown one what never was stored (its ages are whole
 * seconds, so a stored position that old counts more).
 */
export const keepPicture = async (
  db: Database,
  history: History,
  ids: NameIds,
  mine: number,
  shown: KeptPicture,
): Promise<void> => {
  const time = Math.round(shown.time);
  const tagIds = await ids.named('tag', mine, shown.tag);
  await db.transaction().execute(async (tx) => {
    const { archived_to: edge, newest_picture: newest } = await lockMine(tx, mine);
    if (edge !== null && time < edge) return;
    // Our clock was set back: then only what is stored counts, and the pictures after it must know it too.
    const between = newest !== null && time < newest;
    if (between) await mendAll(tx, mine);
    const places = await history.placesAt(tx, mine, time);
    if (between) return insertPicture(tx, mine, time, places.columns());
    const { age, position, heading, state } = shown.entities;
    shown.tag.forEach((name, row) => {
      const tag = tagIds.get(name)!;
      const [at, stored] = [time - age[row] * 1000, places.lastAt(tag)];
      if (stored !== null && at <= stored + 1000) return;
      const [e, n, u] = position.subarray(row * 3, row * 3 + 3);
      const madeUp = shown.synthetic[row] ? MADE_UP : 0;
      places.take(tag, at, e, n, u, heading[row], (state[row] & POSITION_STATE) | madeUp);
    });
    await insertPicture(tx, mine, time, places.columns());
  });
};

const picturesAfter = async (tx: Kysely<Schema>, mine: number, time: number) =>
  (
    await tx
      .selectFrom('picture')
      .select(['time', 'tag', 'at', 'place', 'heading', 'state'])
      .where('mine', '=', mine)
      .where('time', '>=', time)
      .orderBy('time')
      .limit(20)
      .execute()
  ).map(columnsOf);

/** One round of mending; the caller holds the mine's lock. @returns how many frames were put in */
const mendSome = async (tx: Kysely<Schema>, mine: number): Promise<number> => {
  const late = await lackedFrames(tx, mine, MENDED_AT_ONCE);
  if (late.length === 0) return 0;
  const last = late.at(-1)!.second * 1000 + 999;
  let from = late[0].second * 1000;
  for (let changing = true; changing; ) {
    const pictures = await picturesAfter(tx, mine, from);
    for (const { time, columns } of pictures) {
      const places = new LastPlaces();
      places.takeColumns(columns);
      let changed = false;
      for (const frame of late) if (places.takeFrame(frame, time)) changed = true;
      if (changed) await insertPicture(tx, mine, time, places.columns());
      else if (time >= last) {
        changing = false;
        break;
      }
      from = time + 1;
    }
    if (pictures.length === 0) changing = false;
  }
  await sql`UPDATE position_frame f SET lacking = NULL
    FROM unnest(${late.map((frame) => frame.second)}::bigint[], ${late.map((frame) => frame.part)}::int[]) AS x(second, part)
    WHERE f.mine = ${mine} AND f.second = x.second AND f.part = x.part`.execute(tx);
  return late.length;
};

/** All of it within the caller's transaction, which holds the mine's lock. */
export const mendAll = async (tx: Kysely<Schema>, mine: number): Promise<void> => {
  while ((await mendSome(tx, mine)) === MENDED_AT_ONCE);
};

/**
 * Puts what came late into the pictures that were taken without it. A picture that it does not change has heard later
 * of everyone in it, and so have all after it: whoever puts a picture between others mends those first.
 * @returns how many frames were put in
 */
export const mendPictures = async (db: Database, mine: number): Promise<number> => {
  for (let mended = 0; ; ) {
    const count = await db.transaction().execute(async (tx) => {
      await lockMine(tx, mine);
      return mendSome(tx, mine);
    });
    mended += count;
    if (count < MENDED_AT_ONCE) return mended;
  }
};
