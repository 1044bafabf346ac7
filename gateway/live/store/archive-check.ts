import { createHash } from 'node:crypto';
import { type ArchiveIds, type ArchiveMinute, openArchive, readPicture, readRows } from './archive-file.ts';

/** Of every value of a minute. */
export const digestOf = ({ minute, picture, rows }: ArchiveMinute): string => {
  const hash = createHash('sha256').update(`${minute} ${picture.tag.length} ${rows.count}`);
  for (const name of ['tag', 'at', 'place', 'heading', 'state'] as const) hash.update(picture[name]);
  for (const name of ['tag', 'time', 'place', 'heading', 'state'] as const) hash.update(rows[name]);
  for (const name of ['gateway', 'skewMs', 'receivedAt', 'synthetic'] as const) hash.update(rows[name]);
  return hash.digest('hex');
};

/**
 * Reads a written file back; `written`: the digest of each minute.
 * @throws Error naming the file and the minute where a value is not what was written
 */
export const checkArchive = async (
  path: string,
  written: ReadonlyMap<number, string>,
  ids: ArchiveIds,
): Promise<void> => {
  const archive = await openArchive(path);
  const read = new Set(archive.index.minutes.map(({ minute }) => minute));
  for (const [group, { minute }] of archive.index.minutes.entries()) {
    const picture = await readPicture(archive, group, ids.tagId);
    const rows = await readRows(archive, group, ids);
    if (digestOf({ minute, picture, rows }) !== written.get(minute)) read.delete(minute);
  }
  for (const minute of written.keys())
    if (!read.has(minute))
      throw new Error(
        `${path}: minute ${minute} reads back otherwise than it was written; the database keeps its rows and the hour is tried again`,
      );
};
