import { createHash } from 'node:crypto';
import { type ArchiveIds, type ArchiveSpan, openArchive, readPicture, readRows } from './archive-file.ts';

/** Of every value of a row group. */
export const digestOf = ({ second, picture, rows }: ArchiveSpan): string => {
  const hash = createHash('sha256').update(`${second} ${picture.tag.length} ${rows.count}`);
  for (const name of ['tag', 'at', 'place', 'heading', 'state'] as const) hash.update(picture[name]);
  for (const name of ['tag', 'time', 'place', 'heading', 'state'] as const) hash.update(rows[name]);
  for (const name of ['gateway', 'skewMs', 'receivedAt', 'synthetic'] as const) hash.update(rows[name]);
  return hash.digest('hex');
};

/**
 * Reads a written file back; `written`: the digest of each row group, by its second.
 * @throws Error naming the file and the second where a value is not what was written
 */
export const checkArchive = async (
  path: string,
  written: ReadonlyMap<number, string>,
  ids: ArchiveIds,
): Promise<void> => {
  const archive = await openArchive(path);
  const read = new Set(archive.index.spans.map(({ second }) => second));
  for (const [group, { second }] of archive.index.spans.entries()) {
    const picture = await readPicture(archive, group, ids.tagId);
    const rows = await readRows(archive, group, ids);
    if (digestOf({ second, picture, rows }) !== written.get(second)) read.delete(second);
  }
  for (const second of written.keys())
    if (!read.has(second))
      throw new Error(
        `${path}: second ${second} reads back otherwise than it was written; the database keeps its rows and the hour is tried again`,
      );
};
