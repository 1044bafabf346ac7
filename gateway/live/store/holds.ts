import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import {
  type IncidentHold,
  type MakeHold,
  MOST_STANDING_HOLDS,
} from '../../../domain/contracts/live/incident-hold.ts';
import { inTransaction } from './as-viewer.ts';
import type { Schema } from './schema.ts';

/** Released ones are listed as far back as this many. */
const MOST_RELEASED = 300;

type Row = Schema['incident_hold'];

const holdOf = (row: Row): IncidentHold => ({
  id: row.id,
  from: row.from_time,
  to: row.to_time,
  by: row.held_by,
  reason: row.reason,
  madeAt: row.made_at,
  releasedAt: row.released_at,
  releasedBy: row.released_by,
});

/** Those that stand first, then the newest released. */
export const holds = async (db: Kysely<Schema>, mine: number): Promise<IncidentHold[]> => {
  const rows = await db
    .selectFrom('incident_hold')
    .selectAll()
    .where('mine', '=', mine)
    .orderBy(sql`released_at IS NOT NULL`)
    .orderBy('made_at', 'desc')
    .limit(MOST_STANDING_HOLDS + MOST_RELEASED)
    .execute();
  return rows.map(holdOf);
};

/** @returns null where MOST_STANDING_HOLDS stand already */
export const makeHold = async (
  db: Kysely<Schema>,
  mine: number,
  { from, to, by, reason }: MakeHold,
  now: number,
): Promise<IncidentHold | null> =>
  inTransaction(db, async (tx) => {
    await sql`SELECT FROM mine WHERE id = ${mine} FOR UPDATE`.execute(tx);
    const { standing } = await tx
      .selectFrom('incident_hold')
      .select(({ fn }) => fn.countAll<number>().as('standing'))
      .where('mine', '=', mine)
      .where('released_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (Number(standing) >= MOST_STANDING_HOLDS) return null;
    const row: Row = {
      id: randomUUID(),
      mine,
      from_time: Math.floor(from),
      to_time: to === null ? null : Math.ceil(to),
      held_by: by,
      reason,
      made_at: Math.round(now),
      released_at: null,
      released_by: null,
    };
    await tx.insertInto('incident_hold').values(row).execute();
    return holdOf(row);
  });

/** Who released it first stays written. @returns the hold as it is then; null: this mine has no such hold */
export const releaseHold = async (
  db: Kysely<Schema>,
  mine: number,
  id: string,
  by: string,
  now: number,
): Promise<IncidentHold | null> => {
  await db
    .updateTable('incident_hold')
    .set({ released_at: Math.round(now), released_by: by })
    .where('id', '=', id)
    .where('mine', '=', mine)
    .where('released_at', 'is', null)
    .execute();
  const row = await db
    .selectFrom('incident_hold')
    .selectAll()
    .where('id', '=', id)
    .where('mine', '=', mine)
    .executeTakeFirst();
  return row ? holdOf(row) : null;
};
