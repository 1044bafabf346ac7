import type { Kysely } from 'kysely';
import type { IncidentHold } from '../../../domain/contracts/live/incident-hold.ts';
import type { AsBuiltPlan } from '../../../domain/contracts/plans.ts';
import type { KeptPicture, LiveStore } from '../ports.ts';
import { alarms } from './alarms.ts';
import type { ArchiveReader } from './archive-reader.ts';
import { attachScan, makePlan, planFeatures, plans } from './as-built-plans.ts';
import type { Within } from './as-viewer.ts';
import { databaseTrack } from './database-frames.ts';
import { heardAt } from './heard-at.ts';
import type { History } from './history.ts';
import { holds, makeHold, releaseHold } from './holds.ts';
import type { NameIds } from './name-ids.ts';
import { binned, firstHour, readings } from './readings.ts';
import type { Rejects } from './rejects.ts';
import { keptPicture, replay } from './replay.ts';
import type { Schema } from './schema.ts';
import { asStoreDown, isPassing } from './store-down.ts';
import { returnTag, tagReturns } from './tag-returns.ts';

/** What is read and written about one mine: by the gateway itself, or for an account (as-viewer.ts). */
export type MineStore = Pick<
  LiveStore,
  | 'alarms'
  | 'readings'
  | 'binned'
  | 'firstHour'
  | 'span'
  | 'gaps'
  | 'pictureAt'
  | 'pictures'
  | 'track'
  | 'heardAt'
  | 'rejects'
  | 'tagReturns'
  | 'returnTag'
  | 'holds'
  | 'hold'
  | 'releaseHold'
  | 'plans'
  | 'makePlan'
  | 'planFeatures'
  | 'attachScan'
>;

export interface MineStoreParts {
  readonly ids: NameIds;
  readonly history: History;
  readonly archive: ArchiveReader;
  readonly rejects: Rejects;
  readonly clock: () => number;
  /** Makes of a database that is away a StoreDown. */
  readonly asked: <T>(work: () => Promise<T>) => Promise<T>;
}

/** @param writing for changes; the same as `reading` but for the pool it waits for */
export const createMineStore = (
  { ids, history, archive, rejects, clock, asked }: MineStoreParts,
  reading: Within,
  writing: Within,
): MineStore => {
  /** Names are remembered, and hours lie in files: so the database is asked first whether this mine is there for the asker. */
  const isThere = async (db: Kysely<Schema>, id: number): Promise<boolean> =>
    (await db.selectFrom('mine').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
  const ofMine = <T>(
    mine: string,
    none: T,
    work: (db: Kysely<Schema>, id: number) => Promise<T>,
    within: Within = reading,
  ): Promise<T> =>
    asked(async () => {
      const id = await ids.knownMine(mine);
      if (id === null) return none;
      return within.once(async (db) => ((await isThere(db, id)) ? work(db, id) : none));
    });
  /** A mine of which nothing was kept before is written down first. */
  const change = <T>(mine: string, none: T, work: (db: Kysely<Schema>, id: number) => Promise<T>) =>
    asked(() => ids.mine(mine)).then(() => ofMine(mine, none, work, writing));

  return {
    alarms: (query) => asked(() => reading.once((db) => alarms(db, query))),
    readings: (mine, device, metric, from, to) =>
      ofMine(mine, [], (db, id) => readings(db, id, device, metric, from, to)),
    binned: (mine, device, metrics, bins) =>
      ofMine(mine, { time: new Float64Array(0), values: metrics.map(() => new Float64Array(0)) }, (db, id) =>
        binned(db, id, device, metrics, bins),
      ),
    firstHour: (mine, device, metrics) => ofMine(mine, null, (db, id) => firstHour(db, id, device, metrics)),
    span: (mine) => ofMine(mine, null, (db, id) => history.span(db, id)),
    gaps: (mine) => ofMine(mine, [], (db, id) => history.gaps(db, id)),
    pictureAt: (mine, time) =>
      ofMine<KeptPicture | null>(mine, null, async (db, id) => {
        const places = await history.placesAt(db, id, time);
        return places.count === 0 ? null : keptPicture(time, places, ids);
      }),
    async *pictures(mine, from, to, step) {
      const id = await asked(() => ids.knownMine(mine));
      if (id === null) return;
      const { db, close } = await asked(() => reading.open());
      try {
        if (await isThere(db, id)) yield* replay(db, history, ids, id, { from, to, step });
      } catch (error) {
        throw error instanceof RangeError || !isPassing(error) ? error : asStoreDown(error);
      } finally {
        await close();
      }
    },
    track: (mine, tag, from, to) =>
      ofMine(mine, { time: new Float64Array(0), position: new Int32Array(0) }, async (db, id) => {
        const tagId = await ids.knownTag(id, tag);
        // In this order: what moves to a file meanwhile is found twice, not never.
        const stored = tagId === null ? [] : await databaseTrack(db, id, tagId, from, to);
        const once = new Map(
          [...stored, ...(await archive.track(db, id, tag, from, to))].map((one) => [
            `${one.at} ${one.place.join(' ')}`,
            one,
          ]),
        );
        const all = [...once.values()].sort((a, b) => a.at - b.at);
        return {
          time: Float64Array.from(all, ({ at }) => at),
          position: Int32Array.from(all.flatMap(({ place }) => [...place])),
        };
      }),
    heardAt: (mine, tag, time) =>
      ofMine(mine, null, (db, id) => heardAt({ db, ids, history, archive }, id, tag, time)),
    rejects: (mine, limit) => asked(() => reading.once((db) => rejects.list(db, mine, limit))),
    tagReturns: (mine) => ofMine(mine, [], (db, id) => tagReturns(db, id)),
    returnTag: (mine, account, made) =>
      change<void>(mine, undefined, (db, id) => returnTag(db, id, account, made)),
    holds: (mine) => ofMine(mine, [], (db, id) => holds(db, id)),
    hold: (mine, wanted) =>
      change<IncidentHold | null>(mine, null, (db, id) => makeHold(db, id, wanted, clock())),
    releaseHold: (mine, id, by) =>
      ofMine<IncidentHold | null>(
        mine,
        null,
        (db, mineId) => releaseHold(db, mineId, id, by, clock()),
        writing,
      ),
    plans: (mine) => ofMine(mine, [], (db, id) => plans(db, id)),
    makePlan: (mine, wanted) =>
      change<AsBuiltPlan | null>(mine, null, (db, id) => makePlan(db, id, wanted, clock())),
    planFeatures: (mine, plan) => ofMine(mine, null, (db, id) => planFeatures(db, id, plan)),
    attachScan: (mine, plan, scan) =>
      ofMine<AsBuiltPlan | 'taken' | null>(
        mine,
        null,
        (db, id) => attachScan(db, id, plan, scan, clock()),
        writing,
      ),
  };
};
