import { createHash, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Account } from '../../../domain/contracts/account.ts';
import type { Language } from '../../../domain/contracts/bilingual.ts';
import {
  type PlanFileType,
  type PlanVersion,
  planVersionSchema,
} from '../../../domain/contracts/regional-plan-api.ts';
import type { Schema } from '../../live/store/schema.ts';
import type { PlanSummary } from '../drafting/drafting-errands.ts';
import type { RegionalPlanTables } from './plan-tables.ts';

type Db = Kysely<Schema>;
type FileRow = Pick<RegionalPlanTables['regional_plan_file'], 'kind' | 'language' | 'bytes'>;

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The versions of a county, the newest first. */
export const planVersions = async (db: Db, county: string): Promise<PlanVersion[]> => {
  const rows = await db
    .selectFrom('regional_plan_version')
    .selectAll()
    .where('county', '=', county)
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .execute();
  if (rows.length === 0) return [];
  const files = await db
    .selectFrom('regional_plan_file')
    .select(({ fn }) => [
      'version',
      'kind',
      'language',
      'sha256',
      fn<number>('length', ['bytes']).as('bytes'),
    ])
    .where('county', '=', county)
    .where('kind', '!=', 'content')
    .orderBy('kind', 'desc')
    .orderBy('language', 'desc')
    .execute();
  return rows.map((row) =>
    planVersionSchema.parse({
      id: row.id,
      year: row.year,
      number: row.number,
      on: row.on_day,
      note: row.note,
      frozenAt: new Date(row.frozen_at).toISOString(),
      frozenBy: row.writer_name,
      provenance: row.provenance,
      pins: JSON.parse(row.pins),
      files: files
        .filter(({ version }) => version === row.id)
        .map(({ kind, language, sha256, bytes }) => ({ type: kind, language, sha256, bytes })),
      objects: row.objects,
      gaps: row.gaps,
    }),
  );
};

export interface NewVersion {
  readonly county: string;
  readonly number: number;
  readonly plan: PlanSummary;
  readonly note: string;
  readonly by: Account;
  /** ms since 1970. */
  readonly at: number;
  readonly content: Uint8Array;
  readonly files: readonly {
    readonly type: PlanFileType;
    readonly language: Language;
    readonly bytes: Uint8Array;
  }[];
}

/** Adds a version with its files. @returns its id; null where there is one of that number already */
export const addPlanVersion = async (db: Db, made: NewVersion): Promise<string | null> => {
  const { county, number, plan, note, by, at } = made;
  const id = randomUUID();
  const added = await db
    .insertInto('regional_plan_version')
    .values({
      id,
      county,
      year: plan.year,
      number,
      on_day: plan.on,
      note,
      frozen_at: Math.round(at),
      by_account: by.id,
      writer_name: by.name,
      provenance: plan.provenance,
      pins: JSON.stringify(plan.pins),
      objects: plan.objects,
      gaps: plan.gaps,
    })
    .onConflict((oc) => oc.columns(['county', 'year', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return null;
  const rows: FileRow[] = [
    { kind: 'content', language: '', bytes: Buffer.from(made.content) },
    ...made.files.map(({ type, language, bytes }) => ({ kind: type, language, bytes: Buffer.from(bytes) })),
  ];
  for (const row of rows)
    await db
      .insertInto('regional_plan_file')
      .values({ ...row, version: id, county, sha256: sha256Of(row.bytes) })
      .execute();
  return id;
};

export class PlanFileChanged extends Error {
  constructor(version: string, kind: string) {
    super(`the ${kind} of version ${version} is not what was frozen: its hash differs`);
    this.name = 'PlanFileChanged';
  }
}

/** @returns null: there is no such file. @throws PlanFileChanged where the bytes are not those that were frozen */
export const planFile = async (
  db: Db,
  county: string,
  version: string,
  kind: FileRow['kind'],
  language: FileRow['language'],
): Promise<{ readonly bytes: Buffer; readonly sha256: string } | null> => {
  const row = await db
    .selectFrom('regional_plan_file')
    .select(['bytes', 'sha256'])
    .where('county', '=', county)
    .where('version', '=', version)
    .where('kind', '=', kind)
    .where('language', '=', language)
    .executeTakeFirst();
  if (!row) return null;
  if (sha256Of(row.bytes) !== row.sha256) throw new PlanFileChanged(version, kind);
  return row;
};
