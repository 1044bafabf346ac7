import type { Kysely } from 'kysely';
import type { TagReturn } from '../../../domain/contracts/live/tag-return.ts';
import type { Schema } from './schema.ts';

/** The newest return of every tag, the newest first. */
export const tagReturns = async (db: Kysely<Schema>, mine: number): Promise<TagReturn[]> => {
  const rows = await db
    .selectFrom('tag_return')
    .select(['tag', 'at', 'by_name', 'note'])
    .distinctOn('tag')
    .where('mine', '=', mine)
    .orderBy('tag')
    .orderBy('at', 'desc')
    .execute();
  return rows
    .map(({ by_name: by, ...rest }) => ({ ...rest, by }))
    .sort((a, b) => b.at - a.at || (a.tag < b.tag ? -1 : 1));
};

export const returnTag = async (
  db: Kysely<Schema>,
  mine: number,
  account: string,
  { tag, at, by, note }: TagReturn,
): Promise<void> => {
  await db
    .insertInto('tag_return')
    .values({ mine, tag, at: Math.round(at), by_account: account, by_name: by, note })
    .execute();
};
