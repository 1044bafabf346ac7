import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { readHandedIn } from '../../handed-in-file.ts';
import { ATTACHMENT_TYPES, type AttachmentType } from './attachment-type.ts';

/** The one name an attachment has on disk: what it holds. */
export const attachmentFileName = (sha256: string, type: AttachmentType): string =>
  `${sha256}.${ATTACHMENT_TYPES[type]}`;

/** The hash a file goes by, hex. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Keeps a file under its hash, whole or not at all; the same file twice, of any mine, is one. What lies under that name and is not what
 * the name says was altered: whoever has the original mends it. @returns its hash, hex
 */
export const keepAttachment = async (
  folder: string,
  type: AttachmentType,
  bytes: Uint8Array,
): Promise<string> => {
  const sha256 = sha256Of(bytes);
  const name = attachmentFileName(sha256, type);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const half = join(folder, `.${randomUUID()}`);
  try {
    // On the disk before the ledger says that it is there: a power cut leaves no row without its bytes.
    await writeFile(half, bytes, { flag: 'wx', mode: 0o600, flush: true });
    try {
      await link(half, join(folder, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if ((await readHandedIn(folder, name, sha256)).is !== 'whole') await rename(half, join(folder, name));
    }
    await flushFolder(folder);
  } finally {
    // Also where the disk was full: of half a file nothing stays.
    await rm(half, { force: true });
  }
  return sha256;
};

/** The name of a file is on the disk when its folder is; Windows has no such call and needs none. */
const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
