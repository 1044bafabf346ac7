import { type Kysely, sql } from 'kysely';
import type { Account } from '../../../domain/contracts/account.ts';
import { type PlanChapter, type PlanText, planTextSchema } from '../../../domain/contracts/regional-plan.ts';
import type { Schema } from '../../live/store/schema.ts';

type Db = Kysely<Schema>;

/** Of each chapter the text that stands; one that was taken away again stands as an empty one. */
export const planTexts = async (db: Db, county: string, year: number): Promise<PlanText[]> => {
  const rows = await db
    .selectFrom('regional_plan_text')
    .distinctOn('chapter')
    .select(['chapter', 'text', 'writer_name', 'at'])
    .where('county', '=', county)
    .where('year', '=', year)
    .orderBy('chapter')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ chapter, text, writer_name, at }) =>
    planTextSchema.parse({ chapter, text, by: writer_name, at: new Date(at).toISOString() }),
  );
};

/** @returns null where the text that stands is not the one `base` names: somebody wrote meanwhile */
export const writePlanText = (
  db: Db,
  of: { readonly county: string; readonly year: number; readonly chapter: PlanChapter },
  written: {
    readonly base: string | null;
    readonly text: string;
    readonly by: Account;
    readonly now: number;
  },
): Promise<PlanText | null> =>
  (async () => {
    const { county, year, chapter } = of;
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`regional_plan_text ${county} ${year} ${chapter}`}, 0))`.execute(
      db,
    );
    const last = (await planTexts(db, county, year)).find((one) => one.chapter === chapter);
    if ((last?.at ?? null) !== written.base) return null;
    // A clock that was set back must not bring two texts of one moment.
    const at = Math.max(Math.round(written.now), last ? Date.parse(last.at) + 1 : 0);
    const { by, text } = written;
    await db
      .insertInto('regional_plan_text')
      .values({ county, year, chapter, text, by_account: by.id, writer_name: by.name, at })
      .execute();
    return { chapter, text, by: by.name, at: new Date(at).toISOString() };
  })();
