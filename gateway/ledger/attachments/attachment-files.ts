import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ATTACHMENT_TYPES, type AttachmentType } from './attachment-type.ts';

/** The one name an attachment has on disk: what it holds. */
export const attachmentFileName = (sha256: string, type: AttachmentType): string =>
  `${sha256}.${ATTACHMENT_TYPES[type]}`;

/** The hash a file goes by, hex. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps a file under its hash, whole or not at all; the same file twice, of any mine, is one. @returns its hash, hex */
export const keepAttachment = async (
  folder: string,
  type: AttachmentType,
  bytes: Uint8Array,
): Promise<string> => {
  const sha256 = sha256Of(bytes);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const half = join(folder, `.${randomUUID()}`);
  try {
    await writeFile(half, bytes, { flag: 'wx', mode: 0o600 });
    await link(half, join(folder, attachmentFileName(sha256, type)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    // Also where the disk was full: of half a file nothing stays.
    await rm(half, { force: true });
  }
  return sha256;
};
