import type { ChainState } from '../../../domain/contracts/ledger.ts';
import { checkHandedIn } from '../../handed-in-file.ts';
import { attachmentFileName } from './attachment-files.ts';
import type { AttachmentType } from './attachment-type.ts';

/** Keys under which versions name files. */
const NAMES_FILE: ReadonlySet<string> = new Set(['file', 'report']);

const filesIn = (value: unknown, found: Set<string>): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value))
    if (NAMES_FILE.has(key) && typeof one === 'string' && /^[0-9a-f]{64}$/u.test(one)) found.add(one);
    else filesIn(one, found);
};

/** The hashes of the files that versions of a mine name. @param contents of the versions, parsed */
export const filesNamedIn = (contents: readonly unknown[]): ReadonlySet<string> => {
  const named = new Set<string>();
  for (const content of contents) filesIn(content, named);
  return named;
};

/** Whether every one of these files is there and is what was handed in. @param types of what the mine handed in, by hash */
export const checkFiles = async (
  named: ReadonlySet<string>,
  types: ReadonlyMap<string, AttachmentType>,
  folder: string,
): Promise<ChainState['files']> => {
  const [missing, altered]: [string[], string[]] = [[], []];
  for (const sha256 of named) {
    const type = types.get(sha256);
    const is = type
      ? await checkHandedIn(folder, attachmentFileName(sha256, type), sha256)
      : ('missing' as const);
    if (is !== 'whole') (is === 'missing' ? missing : altered).push(sha256);
  }
  return { named: named.size, missing, altered };
};
