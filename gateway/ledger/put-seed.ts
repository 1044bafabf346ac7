import type { Database } from '../live/store/connection.ts';
import { keepAttachment } from './attachments/attachment-files.ts';
import { addAttachments } from './attachments/attachment-rows.ts';
import { appendVersions, lockChain, type NewVersion, sha256 } from './store/append-version.ts';
import type { ChainTable } from './store/ledger-tables.ts';

/** A text that a history hands in as a file. */
export interface SeedText {
  readonly sha256: string;
  readonly name: string;
  readonly text: string;
  readonly by: string;
  /** ms since 1970. */
  readonly at: number;
}

export const seedText = (name: string, text: string, by: string, at: number): SeedText => ({
  ...{ sha256: sha256(text), name, text, by, at },
});

/** What a mine's ledger begins with. */
export interface SeedOfMine {
  readonly versions: readonly NewVersion[];
  readonly texts: readonly SeedText[];
}

/** Whether nothing of these mines is written yet: the database's own word, not that of a viewer. */
export const isUnwritten = async (
  db: Database,
  mines: readonly string[],
  table: ChainTable,
): Promise<boolean> => {
  const row = await db
    .selectFrom(table)
    .select('mine')
    .where('mine', 'in', mines)
    .limit(1)
    .executeTakeFirst();
  return row === undefined;
};

/** Puts what ledgers begin with into the database, with its files. @returns how many versions were added */
export const putSeed = async (o: {
  readonly db: Database;
  readonly table: ChainTable;
  readonly mines: ReadonlyMap<string, SeedOfMine>;
  /** Folder of what is handed in. */
  readonly attachments: string;
}): Promise<number> => {
  // Files first: what the database names must be there.
  for (const { texts } of o.mines.values())
    await Promise.all(
      texts.map(({ text }) => keepAttachment(o.attachments, 'text/plain', Buffer.from(text))),
    );
  return o.db.transaction().execute(async (tx) => {
    let count = 0;
    for (const [mine, { versions, texts }] of o.mines) {
      const end = await lockChain(tx, mine, o.table);
      if (end.number > 0) continue;
      await addAttachments(
        tx,
        texts.map(({ text, by, ...row }) => ({
          ...{ ...row, mine, type: 'text/plain', bytes: Buffer.byteLength(text), by_account: by },
        })),
      );
      count += (await appendVersions(tx, mine, end, versions, o.table)).length;
    }
    return count;
  });
};
