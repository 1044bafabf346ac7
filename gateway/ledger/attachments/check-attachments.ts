import type { Kysely } from 'kysely';
import type { ChainState } from '../../../domain/contracts/ledger.ts';
import { checkHandedIn } from '../../handed-in-file.ts';
import type { Schema } from '../../live/store/schema.ts';
import { attachmentFileName } from './attachment-files.ts';
import { attachment } from './attachment-rows.ts';

/** Keys under which versions name files. */
const NAMES_FILE: ReadonlySet<string> = new Set(['file', 'report']);

const filesIn = (value: unknown, found: Set<string>): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value))
    if (NAMES_FILE.has(key) && typeof one === 'string' && /^[0-9a-f]{64}$/u.test(one)) found.add(one);
    else filesIn(one, found);
};

/** Whether every file that versions of a mine name is there and is what was handed in. @param contents of the versions, parsed */
export const checkAttachments = async (
  db: Kysely<Schema>,
  mine: string,
  contents: readonly unknown[],
  folder: string,
): Promise<ChainState['files']> => {
  const named = new Set<string>();
  for (const content of contents) filesIn(content, named);
  const [missing, altered]: [string[], string[]] = [[], []];
  for (const sha256 of named) {
    const row = await attachment(db, mine, sha256);
    const is = row
      ? await checkHandedIn(folder, attachmentFileName(sha256, row.type), sha256)
      : ('missing' as const);
    if (is !== 'whole') (is === 'missing' ? missing : altered).push(sha256);
  }
  return { named: named.size, missing, altered };
};
