import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SCAN_TYPES, type ScanType } from '../../../domain/contracts/plans.ts';

/** How files of these kinds begin. A name or a header can say anything. */
const BEGINS: Readonly<Record<ScanType, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

export const isScanType = (type: string): type is ScanType => Object.hasOwn(SCAN_TYPES, type);

/** Whether the bytes begin as files of this type do. */
export const looksLike = (type: ScanType, bytes: Uint8Array): boolean =>
  BEGINS[type].every((byte, i) => bytes[i] === byte);

/** The one name a scan has: what it holds. */
export const scanFileName = (sha256: string, type: ScanType): string => `${sha256}.${SCAN_TYPES[type]}`;

/** Keeps a scan under its hash, whole or not at all; the same paper twice is one file. @returns its hash, hex */
export const keepScan = async (folder: string, type: ScanType, bytes: Uint8Array): Promise<string> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const half = join(folder, `.${randomUUID()}`);
  await writeFile(half, bytes, { flag: 'wx', mode: 0o600 });
  try {
    await link(half, join(folder, scanFileName(sha256, type)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(half);
  }
  return sha256;
};
