import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ATTACHMENT_TYPES, type AttachmentType } from './attachment-type.ts';

/** The one name an attachment has on disk: what it holds. */
export const attachmentFileName = (sha256: string, type: AttachmentType): string =>
  `${sha256}.${ATTACHMENT_TYPES[type]}`;

/** Keeps a file under its hash, whole or not at all; the same file twice, of any mine, is one. @returns its hash, hex */
export const keepAttachment = async (
  folder: string,
  type: AttachmentType,
  bytes: Uint8Array,
): Promise<string> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const half = join(folder, `.${randomUUID()}`);
  await writeFile(half, bytes, { flag: 'wx', mode: 0o600 });
  try {
    await link(half, join(folder, attachmentFileName(sha256, type)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(half);
  }
  return sha256;
};
