import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { checkArchive, digestOf } from './archive-check.ts';
import {
  type ArchiveSpan,
  ArchiveUnreadable,
  readable,
  readPicture,
  readPositions,
  readRows,
  SPAN_S,
  SPANS_AN_HOUR,
  writeArchive,
} from './archive-file.ts';
import { type ArchiveReader, HOUR_MS } from './archive-reader.ts';
import type { Database } from './connection.ts';
import { framesToArchive, pictureBetween, spansWithFrames } from './database-frames.ts';
import type { History } from './history.ts';
import { LastPlaces, type PlaceColumns } from './last-places.ts';
import type { NameIds } from './name-ids.ts';
import { insertPicture, lockMine, mendAll, mendPictures } from './pictures.ts';
import { emptyRows, framesOfRows, joinedRows, rowsOfFrames } from './position-rows.ts';

export interface Retention {
  /** Positions stay in the database this many days. */
  readonly liveDays: number;
  /** And this many in hourly files. */
  readonly archiveDays: number;
  /** Readings of all kinds but slope and water stay this many. */
  readonly readingsDays: number;
}

/** What one pass did. */
export interface Maintenance {
  /** Late frames put into pictures. */
  readonly mended: number;
  /** Hours written to files, mended ones included. */
  readonly archived: number;
  /** Files deleted for their age. */
  readonly deleted: number;
}

const DAY_MS = 86_400_000;

interface Parts {
  readonly db: Database;
  readonly history: History;
  readonly reader: ArchiveReader;
  readonly ids: NameIds;
  readonly folder: string;
}

const sameColumns = (a: PlaceColumns, b: PlaceColumns): boolean =>
  (['tag', 'at', 'place', 'heading', 'state'] as const).every(
    (name) => a[name].length === b[name].length && a[name].every((value, i) => value === b[name][i]),
  );

/** Everyone's last place at the end of an archived hour. */
const endOfFile = async (parts: Parts, mine: number, file: string): Promise<LastPlaces> => {
  const archive = await parts.reader.open(file);
  const tagId = await parts.reader.tagIds(mine);
  const places = new LastPlaces();
  const group = archive.index.spans.length - 1;
  if (group < 0) return places;
  places.takeColumns(await readPicture(archive, group, tagId));
  for (const frame of framesOfRows(await readPositions(archive, group, tagId)))
    places.takeFrame(frame, Number.POSITIVE_INFINITY);
  return places;
};

/**
 * An hour whose file cannot be read is left as it is, with the reason, so that all others go on: its late positions stay
 * in the database. @throws the error where it is not about a file of the archive
 */
const noteBroken = async ({ db }: Parts, mine: number, error: unknown): Promise<void> => {
  if (!(error instanceof ArchiveUnreadable)) throw error;
  await sql`UPDATE archive_hour SET broken = ${error.message} WHERE mine = ${mine} AND file = ${error.file}`.execute(
    db,
  );
};

/** Writes one hour's file from the database and the file there may be, checks it, and only then lets go of the rows. */
const archiveHour = async (parts: Parts, mine: number, mineName: string, hour: number): Promise<void> => {
  const { db, history, reader, ids, folder } = parts;
  const before = await db
    .selectFrom('archive_hour')
    .select('file')
    .where('mine', '=', mine)
    .where('hour', '=', hour)
    .executeTakeFirst();
  const oldFile = before?.file ?? null;
  const old = oldFile === null ? null : await reader.open(oldFile);
  const [tags, gateways] = [await ids.all('tag', mine), await ids.all('gateway', mine)];
  const nameOf = (names: ReadonlyMap<string, number>): Map<number, string> =>
    new Map([...names].map(([name, id]) => [id, name]));
  const [tagNames, gatewayNames] = [nameOf(tags), nameOf(gateways)];
  const ranks = new Map([...tags.keys()].sort().map((name, rank) => [tags.get(name)!, rank]));
  const archiveIds = {
    tagId: (name: string) => tags.get(name)!,
    gatewayId: (name: string) => gateways.get(name)!,
  };

  const places = await history.placesAt(db, mine, hour - 1).catch(async (error: unknown) => {
    // The hour before is damaged: this one begins with what is known of it without that.
    await noteBroken(parts, mine, error);
    const known = new LastPlaces();
    if (oldFile !== null && old?.index.spans.length)
      known.takeColumns(await readable(oldFile, () => readPicture(old, 0, archiveIds.tagId)));
    return known;
  });
  const moved: { readonly second: number; readonly part: number }[] = [];
  let positions = 0;
  const filled = await spansWithFrames(db, mine, hour / 1000, SPAN_S);
  /** As it should stand in the file. */
  async function* spans(): AsyncGenerator<ArchiveSpan> {
    for (let span = 0; span < SPANS_AN_HOUR; span++) {
      const second = span * SPAN_S;
      const start = hour / 1000 + second;
      const group = old?.index.spans.findIndex((one) => one.second === second) ?? -1;
      if (group < 0 && !filled.has(span)) continue;
      // Pictures may know of people whom no stored message names.
      const shown = await pictureBetween(db, mine, hour, start * 1000);
      if (shown) places.takeColumns(shown.columns);
      const frames = await framesToArchive(db, mine, start, start + SPAN_S);
      moved.push(...frames.map(({ second, part }) => ({ second, part })));
      const known =
        oldFile !== null && old && group >= 0
          ? await readable(oldFile, () => readRows(old, group, archiveIds))
          : emptyRows(0);
      const rows = joinedRows(known, rowsOfFrames(frames), (tag) => ranks.get(tag)!);
      // A span without positions needs no picture: the one before it still holds.
      if (rows.count === 0) continue;
      positions += rows.count;
      yield { second, picture: places.columns(), rows };
      for (const frame of framesOfRows(rows)) places.takeFrame(frame, Number.POSITIVE_INFINITY);
    }
  }
  await mkdir(join(folder, mineName), { recursive: true });
  const stamp = new Date(hour).toISOString().slice(0, 13).replace('T', '-');
  const file = `${mineName}/${stamp}.${randomBytes(4).toString('hex')}.parquet`;
  const written = new Map<number, string>();
  const remembered = async function* (): AsyncGenerator<ArchiveSpan> {
    for await (const span of spans()) {
      written.set(span.second, digestOf(span));
      yield span;
    }
  };
  const names = {
    tagName: (id: number) => tagNames.get(id)!,
    gatewayName: (id: number) => gatewayNames.get(id)!,
  };
  const bytes = await writeArchive(join(folder, file), { mine: mineName, hour, names }, remembered());
  await checkArchive(join(folder, file), written, archiveIds);

  const end = hour + HOUR_MS;
  const endPicture = places.columns();
  const changedEnd = !sameColumns(
    endPicture,
    (oldFile === null
      ? new LastPlaces()
      : await readable(oldFile, () => endOfFile(parts, mine, oldFile))
    ).columns(),
  );
  await db.transaction().execute(async (tx) => {
    const { archived_to: edge } = await lockMine(tx, mine);
    const row = { file, positions, bytes, stale: false, broken: null };
    await tx
      .insertInto('archive_hour')
      .values({ mine, hour, ...row })
      .onConflict((conflict) => conflict.columns(['mine', 'hour']).doUpdateSet(row))
      .execute();
    await sql`DELETE FROM position_frame f
      USING unnest(${moved.map((one) => one.second)}::bigint[], ${moved.map((one) => one.part)}::int[]) AS x(second, part)
      WHERE f.mine = ${mine} AND f.second = x.second AND f.part = x.part`.execute(tx);
    // The next file's pictures start from this one's end.
    if (changedEnd)
      await sql`UPDATE archive_hour SET stale = true WHERE mine = ${mine} AND hour =
        (SELECT min(hour) FROM archive_hour WHERE mine = ${mine} AND hour > ${hour}::bigint)`.execute(tx);
    if (edge !== null && end <= edge) return;
    await mendAll(tx, mine);
    const shown = await pictureBetween(tx, mine, hour, end);
    if (shown) places.takeColumns(shown.columns);
    await insertPicture(tx, mine, end, places.columns());
    await sql`UPDATE mine SET archived_to = ${end}::bigint WHERE id = ${mine}`.execute(tx);
    await sql`DELETE FROM picture WHERE mine = ${mine} AND time < ${end}::bigint`.execute(tx);
    // What came while the file was written is in no picture from here on.
    await sql`UPDATE position_frame f SET lacking = int8range(f.second * 1000, m.newest_picture, '[]')
      FROM mine m WHERE m.id = ${mine} AND f.mine = ${mine} AND f.second < ${end / 1000}::bigint`.execute(tx);
  });
};

/** A file may have been put back from a copy. */
const askBrokenAgain = async ({ db, reader }: Parts, mine: number): Promise<void> => {
  const rows = await db
    .selectFrom('archive_hour')
    .select(['hour', 'file'])
    .where('mine', '=', mine)
    .where('broken', 'is not', null)
    .execute();
  for (const { hour, file } of rows) {
    const error =
      file === null
        ? null
        : await reader.check(mine, file).then(
            () => null,
            (why: unknown) => why,
          );
    if (error === null)
      await sql`UPDATE archive_hour SET broken = NULL WHERE mine = ${mine} AND hour = ${hour}::bigint`.execute(
        db,
      );
    else if (!(error instanceof ArchiveUnreadable)) throw error;
  }
};

/** Of `position_frame`: not of an hour whose file cannot be read. */
const isOfNoBrokenHour = (mine: number) => sql`NOT EXISTS (SELECT FROM archive_hour b WHERE b.mine = ${mine}
  AND b.broken IS NOT NULL AND b.hour = second / ${sql.lit(HOUR_MS / 1000)} * ${sql.lit(HOUR_MS)})`;

/** Files that no row names: replaced by the last pass, or left by a crash. Not those of now, which someone may read. */
const sweep = async (
  { db, folder }: Pick<Parts, 'db' | 'folder'>,
  mine: number,
  mineName: string,
): Promise<void> => {
  const names = await readdir(join(folder, mineName)).catch(() => []);
  if (names.length === 0) return;
  const rows = await db.selectFrom('archive_hour').select('file').where('mine', '=', mine).execute();
  const named = new Set(rows.map(({ file }) => file));
  for (const name of names)
    if (!named.has(`${mineName}/${name}`)) await rm(join(folder, mineName, name), { force: true });
};

/** Of `archive_hour a`. */
const isNotHeld = sql`NOT EXISTS (SELECT FROM incident_hold h WHERE h.mine = a.mine AND h.released_at IS NULL
  AND h.from_time < a.hour + ${sql.lit(HOUR_MS)} AND (h.to_time IS NULL OR h.to_time >= a.hour))`;

const deleteOld = async ({ db }: Parts, mine: number, before: number): Promise<number> => {
  const { rows } = await sql<{ hour: number }>`
    UPDATE archive_hour a SET file = NULL, positions = 0, bytes = 0, stale = false, broken = NULL
    WHERE mine = ${mine} AND file IS NOT NULL AND hour + ${HOUR_MS} <= ${before}::bigint AND ${isNotHeld}
    RETURNING hour`.execute(db);
  // What is older than everything kept need not be said to be gone.
  await sql`DELETE FROM archive_hour WHERE mine = ${mine} AND file IS NULL AND hour < coalesce(
    (SELECT min(hour) FROM archive_hour WHERE mine = ${mine} AND file IS NOT NULL), ${Number.MAX_SAFE_INTEGER}::bigint)`.execute(
    db,
  );
  // The files themselves go with the next pass, when nobody reads them any more.
  return rows.length;
};

const edgeOf = (now: number, { liveDays }: Retention): number =>
  Math.floor((now - liveDays * DAY_MS) / HOUR_MS) * HOUR_MS;

/** What a pass over a mine would have to do; the thread that makes passes need not be there for the first two. */
export type WorkOfPass = 'nothing' | 'few-late-frames' | 'hours';

/**
 * Every picture is followed by frames of its last seconds that were still on their way: so few and so new are put into it
 * within milliseconds. A thread for them would come with every minute, and never go.
 */
const FEW_FRAMES = 32;
const NEW_FRAMES_S = 180;

/** A pass comes by the minute. */
const isFullHour = (now: number): boolean => now % HOUR_MS < 60_000;

/** Throws away files that nobody names any more, and says what else a pass over the mine has to do. */
export const workOfPass = async (
  parts: Pick<Parts, 'db' | 'ids' | 'folder'>,
  mineName: string,
  now: number,
  retention: Retention,
): Promise<WorkOfPass> => {
  const mine = await parts.ids.knownMine(mineName);
  if (mine === null) return 'nothing';
  await sweep(parts, mine, mineName);
  const { rows } = await sql<{ frames: number; first: number | null; hours: boolean }>`SELECT
    count(*)::int AS frames, min(late.second) AS first,
    EXISTS (SELECT FROM position_frame WHERE mine = ${mine} AND second < ${edgeOf(now, retention) / 1000}::bigint
      AND ${isOfNoBrokenHour(mine)})
    OR EXISTS (SELECT FROM archive_hour a WHERE mine = ${mine} AND file IS NOT NULL AND (stale AND broken IS NULL
      OR broken IS NOT NULL AND ${isFullHour(now)}
      OR hour + ${HOUR_MS} <= ${Math.floor(now - retention.archiveDays * DAY_MS)}::bigint AND ${isNotHeld})) AS hours
    FROM (SELECT second FROM position_frame WHERE mine = ${mine} AND lacking IS NOT NULL LIMIT ${FEW_FRAMES + 1}) AS late`.execute(
    parts.db,
  );
  const { frames, first, hours } = rows[0];
  if (hours || frames > FEW_FRAMES) return 'hours';
  if (first === null) return 'nothing';
  return first >= now / 1000 - NEW_FRAMES_S ? 'few-late-frames' : 'hours';
};

/** The pass where there are but few late frames. */
export const mendFew = async (
  { db, ids }: Pick<Parts, 'db' | 'ids'>,
  mineName: string,
): Promise<Maintenance> => {
  const mine = await ids.knownMine(mineName);
  return { mended: mine === null ? 0 : await mendPictures(db, mine), archived: 0, deleted: 0 };
};

/**
 * One pass over a mine: late frames into pictures, whole hours older than `liveDays` into files, files older than
 * `archiveDays` away unless an incident hold touches them. Depends on nothing but `now` and what is stored.
 */
export const maintainMine = async (
  parts: Parts,
  mineName: string,
  now: number,
  retention: Retention,
): Promise<Maintenance> => {
  const mine = await parts.ids.knownMine(mineName);
  if (mine === null) return { mended: 0, archived: 0, deleted: 0 };
  const mended = await mendPictures(parts.db, mine);
  await askBrokenAgain(parts, mine);
  const edge = edgeOf(now, retention);
  let archived = 0;
  for (let after = -1; ; archived++) {
    // Asked again every time: mending an hour can make the next one stale.
    const { rows } = await sql<{ hour: number | null }>`
      SELECT least(
        (SELECT min(second) / ${HOUR_MS / 1000} * ${HOUR_MS} FROM position_frame WHERE mine = ${mine}
           AND lacking IS NULL AND ${isOfNoBrokenHour(mine)} AND second >= ${Math.max(0, (after + 1) / 1000)}::bigint AND second < ${edge / 1000}::bigint),
        (SELECT min(hour) FROM archive_hour WHERE mine = ${mine} AND stale AND broken IS NULL AND hour > ${after}::bigint)
      ) AS hour`.execute(parts.db);
    const hour = rows[0].hour;
    if (hour === null) break;
    await archiveHour(parts, mine, mineName, hour).catch((error: unknown) => noteBroken(parts, mine, error));
    after = hour + HOUR_MS - 1;
  }
  const deleted = await deleteOld(parts, mine, now - retention.archiveDays * DAY_MS);
  return { mended, archived, deleted };
};
