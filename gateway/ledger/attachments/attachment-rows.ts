import type { Kysely } from 'kysely';
import type { Attachment } from '../../../domain/contracts/ledger.ts';
import type { Schema } from '../../live/store/schema.ts';
import { ATTACHMENT_TYPES, type AttachmentType } from './attachment-type.ts';

type Row = Schema['ledger_attachment'];

const attachmentOf = ({ sha256, mine, name, type, bytes, by_account, at }: Row): Attachment => ({
  sha256,
  mine,
  name,
  type,
  bytes,
  by: by_account,
  at: new Date(at).toISOString(),
});

/** Writes down that mines handed in files, some thousands at the most; where they did before, what was written then stays. */
export const addAttachments = async (db: Kysely<Schema>, rows: readonly Row[]): Promise<void> => {
  if (rows.length === 0) return;
  await db
    .insertInto('ledger_attachment')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['mine', 'sha256']).doNothing())
    .execute();
};

/** Writes down that a mine handed in a file; where it did before, what was written then stays and is returned. */
export const addAttachment = async (db: Kysely<Schema>, row: Row): Promise<Attachment> => {
  await addAttachments(db, [row]);
  return (await attachment(db, row.mine, row.sha256))!;
};

export const attachment = async (
  db: Kysely<Schema>,
  mine: string,
  sha256: string,
): Promise<(Attachment & { type: AttachmentType }) | null> => {
  const row = await db
    .selectFrom('ledger_attachment')
    .selectAll()
    .where('mine', '=', mine)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (!row || !Object.hasOwn(ATTACHMENT_TYPES, row.type)) return null;
  return { ...attachmentOf(row), type: row.type as AttachmentType };
};

/** Which of these files the mine handed in. */
export const knownAttachments = async (
  db: Kysely<Schema>,
  mine: string,
  wanted: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (wanted.length === 0) return new Set();
  const rows = await db
    .selectFrom('ledger_attachment')
    .select('sha256')
    .where('mine', '=', mine)
    .where('sha256', 'in', wanted)
    .execute();
  return new Set(rows.map(({ sha256 }) => sha256));
};

/** What kind of file each is that the mine handed in, by hash. */
export const attachmentTypes = async (
  db: Kysely<Schema>,
  mine: string,
): Promise<ReadonlyMap<string, AttachmentType>> => {
  const rows = await db
    .selectFrom('ledger_attachment')
    .select(['sha256', 'type'])
    .where('mine', '=', mine)
    .execute();
  return new Map(
    rows.flatMap(({ sha256, type }) =>
      Object.hasOwn(ATTACHMENT_TYPES, type) ? [[sha256, type as AttachmentType]] : [],
    ),
  );
};
