import { type Kysely, sql } from 'kysely';
import type { HistoryGap } from '../../../domain/contracts/live/history.ts';
import { SPAN_S } from './archive-file.ts';
import type { ArchiveReader } from './archive-reader.ts';
import { databaseFrames, framesLackingIn, pictureBetween } from './database-frames.ts';
import { LastPlaces } from './last-places.ts';
import type { PositionFrame } from './position-frame.ts';
import type { Schema } from './schema.ts';

const archivedTo = async (db: Kysely<Schema>, mine: number): Promise<number> => {
  const row = await db.selectFrom('mine').select('archived_to').where('id', '=', mine).executeTakeFirst();
  return row?.archived_to ?? Number.NEGATIVE_INFINITY;
};

/** Both of one snapshot: between two, the picture could be mended and its lacking frames be struck off. */
const pictureAndLacking = async (db: Kysely<Schema>, mine: number, from: number, to: number) => {
  const read = async (tx: Kysely<Schema>) => {
    const base = await pictureBetween(tx, mine, from, to);
    return { base, lacking: base ? await framesLackingIn(tx, mine, base.time) : [] };
  };
  // A transaction of the caller's holds the mine's lock, which mending needs too.
  return db.isTransaction ? read(db) : db.transaction().setIsolationLevel('repeatable read').execute(read);
};

/** Everything kept of positions, wherever it lies now: database or archive. */
export class History {
  readonly #archive: ArchiveReader;

  constructor(archive: ArchiveReader) {
    this.#archive = archive;
  }

  /**
   * Everyone's last place at `time`, ms: the newest picture not after it, what that picture lacks, and the frames since.
   * @returns empty where nothing is kept from so long ago, or what was of just before it was thrown away
   */
  async placesAt(db: Kysely<Schema>, mine: number, time: number): Promise<LastPlaces> {
    const edge = await archivedTo(db, mine);
    const places = new LastPlaces();
    let since = Number.NEGATIVE_INFINITY;
    if (time < edge) {
      const base = await this.#archive.pictureBefore(db, mine, time);
      if (base === 'thrown-away') return places;
      if (base) {
        since = base.time;
        places.takeColumns(base.columns);
      }
      // What came after the hour was archived, and waits to be put into its file.
      const late = Number.isFinite(since) ? Math.floor(since / 1000) : Math.floor(time / 1000);
      for await (const frames of databaseFrames(db, mine, 0, late))
        for (const frame of frames) places.takeFrame(frame, time);
    } else {
      const { base, lacking } = await pictureAndLacking(db, mine, Number.isFinite(edge) ? edge : 0, time);
      if (base) {
        since = base.time;
        places.takeColumns(base.columns);
        for (const frame of lacking) places.takeFrame(frame, time);
      }
    }
    const from = Number.isFinite(since) ? Math.floor(since / 1000) : 0;
    for await (const frames of this.frames(db, mine, from, Math.floor(time / 1000)))
      for (const frame of frames) places.takeFrame(frame, time);
    return places;
  }

  /** Frames of the seconds `from` to `to`, both included, by second, in chunks that end with a whole second or more. */
  async *frames(
    db: Kysely<Schema>,
    mine: number,
    from: number,
    to: number,
  ): AsyncGenerator<readonly PositionFrame[]> {
    let next = from;
    while (next <= to) {
      const edge = await archivedTo(db, mine);
      if (next * 1000 < edge) {
        // By the span, as the files are; hours without a file cost one look.
        const span = await this.#archive.nextSpan(db, mine, next, Math.min(to, edge / 1000 - 1));
        const end = span ? span.from + SPAN_S - 1 : Math.min(to, edge / 1000 - 1);
        const late: PositionFrame[] = [];
        for await (const frames of databaseFrames(db, mine, next, Math.min(to, end))) late.push(...frames);
        const all = [...(span?.frames ?? []), ...late]
          .filter((frame) => frame.second >= next && frame.second <= to)
          .sort((a, b) => a.second - b.second);
        if (all.length > 0) yield all;
        next = end + 1;
      } else {
        let overtaken = false;
        for await (const frames of databaseFrames(db, mine, next, to)) {
          // Archiving goes on meanwhile: what it took away before this chunk was read is in a file now.
          overtaken = (await archivedTo(db, mine)) > next * 1000;
          if (overtaken) break;
          yield frames;
          next = frames.at(-1)!.second;
        }
        if (!overtaken && (await archivedTo(db, mine)) <= next * 1000) return;
      }
    }
  }

  /** The first and last moment of which anything is kept, ms; null where nothing is. */
  async span(
    db: Kysely<Schema>,
    mine: number,
  ): Promise<{ readonly from: number; readonly to: number } | null> {
    const { rows } = await sql<{ first: number | null; last: number | null }>`
      SELECT least((SELECT min(hour) FROM archive_hour WHERE mine = ${mine} AND file IS NOT NULL),
                   (SELECT min(second) * 1000 FROM position_frame WHERE mine = ${mine})) AS first,
             (SELECT max(second) FROM position_frame WHERE mine = ${mine}) AS last`.execute(db);
    const [{ first, last }] = rows;
    if (first === null) return null;
    if (last === null) {
      const end = await this.#archive.lastMoment(db, mine);
      return end === null ? null : { from: first, to: end };
    }
    return { from: first, to: last * 1000 + 999 };
  }

  /**
   * What of the kept span is not kept: hours thrown away while older ones are held, and those whose file cannot be read.
   * Oldest first; `to` is not in it.
   */
  async gaps(db: Kysely<Schema>, mine: number): Promise<HistoryGap[]> {
    const { rows } = await sql<{ hour: number; why: HistoryGap['why'] | null; next: number }>`
      SELECT hour, why, next FROM (
        SELECT hour, CASE WHEN file IS NULL THEN 'thrown-away' WHEN broken IS NOT NULL THEN 'unreadable' END AS why,
               coalesce(lead(hour) OVER (ORDER BY hour), (SELECT archived_to FROM mine WHERE id = ${mine})) AS next
        FROM archive_hour WHERE mine = ${mine}) AS hours
      WHERE why IS NOT NULL ORDER BY hour`.execute(db);
    const gaps: { from: number; to: number; why: HistoryGap['why'] }[] = [];
    for (const { hour, why, next } of rows) {
      const last = gaps.at(-1);
      if (last && last.to === hour && last.why === why) last.to = next;
      else gaps.push({ from: hour, to: next, why: why! });
    }
    return gaps;
  }
}
