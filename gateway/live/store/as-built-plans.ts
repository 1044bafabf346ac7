import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import {
  type AsBuiltPlan,
  asBuiltPlanSchema,
  MOST_PLANS,
  type PlanFeature,
  type PlanScan,
  planFeaturesSchema,
} from '../../../domain/contracts/plans.ts';
import type { NewPlan } from '../ports.ts';
import { inTransaction } from './as-viewer.ts';
import type { Schema } from './schema.ts';

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

type Row = Omit<Schema['as_built_plan'], 'features'>;

const planOf = (row: Row): AsBuiltPlan =>
  asBuiltPlanSchema.parse({
    id: row.id,
    title: row.title,
    surveyDate: row.survey_date,
    revision: row.revision,
    madeAt: row.made_at,
    by: row.made_by,
    scan:
      row.scan_sha256 === null
        ? null
        : {
            sha256: row.scan_sha256,
            type: row.scan_type,
            bytes: row.scan_bytes,
            by: row.scan_by,
            at: row.scan_at,
          },
  });

const COLUMNS = [
  'id',
  'mine',
  'title',
  'survey_date',
  'revision',
  'made_at',
  'made_by',
  'scan_sha256',
  'scan_type',
  'scan_bytes',
  'scan_by',
  'scan_at',
] as const satisfies readonly (keyof Row)[];

/** The newest entry first. */
export const plans = async (db: Kysely<Schema>, mine: number): Promise<AsBuiltPlan[]> => {
  const rows = await db
    .selectFrom('as_built_plan')
    .select(COLUMNS)
    .where('mine', '=', mine)
    .orderBy('made_at', 'desc')
    .execute();
  return rows.map(planOf);
};

/** @returns null where MOST_PLANS are registered already */
export const makePlan = async (
  db: Kysely<Schema>,
  mine: number,
  { title, surveyDate, by, revision, features }: NewPlan,
  now: number,
): Promise<AsBuiltPlan | null> => {
  const text = await packed(JSON.stringify({ features }));
  return inTransaction(db, async (tx) => {
    await sql`SELECT FROM mine WHERE id = ${mine} FOR UPDATE`.execute(tx);
    const { count } = await tx
      .selectFrom('as_built_plan')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('mine', '=', mine)
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST_PLANS) return null;
    const row: Row = {
      id: randomUUID(),
      mine,
      title,
      survey_date: surveyDate,
      revision,
      made_at: Math.round(now),
      made_by: by,
      scan_sha256: null,
      scan_type: null,
      scan_bytes: null,
      scan_by: null,
      scan_at: null,
    };
    await tx
      .insertInto('as_built_plan')
      .values({ ...row, features: text })
      .execute();
    return planOf(row);
  });
};

/** What was in the mine when the plan was made; null: this mine has no such plan */
export const planFeatures = async (
  db: Kysely<Schema>,
  mine: number,
  id: string,
): Promise<readonly PlanFeature[] | null> => {
  const row = await db
    .selectFrom('as_built_plan')
    .select('features')
    .where('mine', '=', mine)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return planFeaturesSchema.parse(JSON.parse((await unpacked(row.features)).toString('utf8'))).features;
};

/** A signed paper is handed in once: another would need another plan. */
export const attachScan = async (
  db: Kysely<Schema>,
  mine: number,
  id: string,
  { sha256, type, bytes, by }: Omit<PlanScan, 'at'>,
  now: number,
): Promise<AsBuiltPlan | 'taken' | null> => {
  const done = await db
    .updateTable('as_built_plan')
    .set({ scan_sha256: sha256, scan_type: type, scan_bytes: bytes, scan_by: by, scan_at: Math.round(now) })
    .where('mine', '=', mine)
    .where('id', '=', id)
    .where('scan_sha256', 'is', null)
    .returning(COLUMNS)
    .executeTakeFirst();
  if (done) return planOf(done);
  const known = await db
    .selectFrom('as_built_plan')
    .select('id')
    .where('mine', '=', mine)
    .where('id', '=', id)
    .executeTakeFirst();
  return known ? 'taken' : null;
};
