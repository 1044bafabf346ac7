import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { containedFile } from './contained-file.ts';
import type { Problem } from './problem.ts';

/** What somebody handed in lies under a name that says its hash: whether it still is that file can be told, and is. */
export type HandedIn =
  | { readonly is: 'whole'; readonly bytes: Buffer }
  | { readonly is: 'missing' | 'altered' };

/** @param folder nothing outside it is read @param sha256 hex, of what was handed in */
export const readHandedIn = async (folder: string, name: string, sha256: string): Promise<HandedIn> => {
  const file = await containedFile(folder, name);
  if (file === null) return { is: 'missing' };
  const bytes = await readFile(file);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return hash === sha256 ? { is: 'whole', bytes } : { is: 'altered' };
};

/** What is answered instead of a file that was changed. @param restore which folder */
export const notWhatWasHandedIn = (name: string, restore: string): Problem => ({
  status: 500,
  title: 'Not what was handed in',
  detail: `The file ${name} in the gateway's state folder no longer has the hash it was handed in with.`,
  mend: `Restore ${restore}/ from the backup of the state folder.`,
});

/** Hashes of files that were read whole, by everything that changes when they do. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** As readHandedIn, without the file in memory; one that nobody touched since it was last read is not read again. */
export const checkHandedIn = async (
  folder: string,
  name: string,
  sha256: string,
): Promise<HandedIn['is']> => {
  const file = await containedFile(folder, name);
  if (file === null) return 'missing';
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
  const key = [file, dev, ino, size, mtimeNs, ctimeNs].join(' ');
  let found = known.get(key);
  if (found === undefined) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    found = hash.digest('hex');
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, found);
  }
  return found === sha256 ? 'whole' : 'altered';
};
