import { readFile, stat } from 'node:fs/promises';
import { type FindingPlace, fileError } from './finding-place.ts';

const errnoOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/**
 * Checks that there is a file with something in it and returns its size in bytes.
 * Throws SurveyFileError: file-missing, file-unreadable (a folder, no permission), file-empty.
 */
export const checkFile = async (path: string, place: FindingPlace): Promise<number> => {
  try {
    const info = await stat(path);
    if (!info.isFile()) throw fileError('file-unreadable', place, { params: { reason: 'not a file' } });
    if (info.size === 0) throw fileError('file-empty', place);
    return info.size;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'ENOENT' || errno === 'ENOTDIR') throw fileError('file-missing', place, {}, error);
    if (errno !== '') throw fileError('file-unreadable', place, { params: { reason: errno } }, error);
    throw error;
  }
};

/** The whole file. Throws SurveyFileError as {@link checkFile} does. */
export const readBytes = async (path: string, place: FindingPlace): Promise<Buffer> => {
  await checkFile(path, place);
  try {
    return await readFile(path);
  } catch (error) {
    throw fileError('file-unreadable', place, { params: { reason: errnoOf(error) || String(error) } }, error);
  }
};
