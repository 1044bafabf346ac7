import { sql } from 'kysely';
import { type Alarm, alarmSchema } from '../../../domain/contracts/live/alarm.ts';
import type { AlarmQuery } from '../ports.ts';
import type { Database } from './connection.ts';

/** Keeps an alarm's newest state: one with an older cursor than what is kept changes nothing. */
export const putAlarm = async (db: Database, alarm: Alarm): Promise<void> => {
  const row = {
    mine: alarm.mine,
    cursor: alarm.cursor,
    raised_at: alarm.raisedAt,
    cleared_at: alarm.clearedAt,
    open: alarm.clearedAt === null || alarm.acknowledged === null,
    body: JSON.stringify(alarm),
  };
  await db
    .insertInto('alarm')
    .values({ id: alarm.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row).where('alarm.cursor', '<', alarm.cursor))
    .execute();
};

/**
 * With `afterCursor` by cursor, oldest change first, so that a viewer resumes without a gap; else the newest raised
 * first. `open`: not cleared, or not acknowledged.
 */
export const alarms = async (db: Database, query: AlarmQuery): Promise<Alarm[]> => {
  let rows = db.selectFrom('alarm').select('body').where('mine', '=', query.mine);
  if (query.afterCursor !== undefined) rows = rows.where('cursor', '>', query.afterCursor);
  if (query.to !== undefined) rows = rows.where('raised_at', '<', query.to);
  if (query.from !== undefined)
    rows = rows.where(sql<boolean>`(cleared_at IS NULL OR cleared_at >= ${query.from})`);
  if (query.open !== undefined) rows = rows.where('open', '=', query.open);
  rows =
    query.afterCursor === undefined
      ? rows.orderBy('raised_at', 'desc').orderBy('cursor', 'desc')
      : rows.orderBy('cursor');
  const found = await rows.limit(query.limit).execute();
  return found.map(({ body }) => alarmSchema.parse(JSON.parse(body)));
};
