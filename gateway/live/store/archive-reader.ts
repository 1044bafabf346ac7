import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { HeardPosition } from '../ports.ts';
import {
  type OpenArchive,
  openArchive,
  readable,
  readHeard,
  readPicture,
  readPositions,
  readTrack,
  SPAN_S,
} from './archive-file.ts';
import type { PlaceColumns } from './last-places.ts';
import type { NameIds } from './name-ids.ts';
import type { PositionFrame } from './position-frame.ts';
import { framesOfRows } from './position-rows.ts';
import type { Schema } from './schema.ts';

export const HOUR_MS = 3_600_000;
const OPEN_FILES = 24;

interface Hour {
  /** ms. */
  readonly start: number;
  readonly archive: OpenArchive;
  /** Relative to the archive folder. */
  readonly file: string;
}

/** Reads what was moved to hourly files. Files are never changed: a mended one has another name. */
export class ArchiveReader {
  readonly #folder: string;
  readonly #ids: NameIds;
  readonly #open = new Map<string, Promise<OpenArchive>>();

  constructor(folder: string, ids: NameIds) {
    this.#folder = folder;
    this.#ids = ids;
  }

  /**
   * Everyone's last place as of the start of the newest archived span not after `time`; `thrown-away` where what came
   * between was, so that nobody knows.
   */
  async pictureBefore(
    db: Kysely<Schema>,
    mine: number,
    time: number,
  ): Promise<{ readonly time: number; readonly columns: PlaceColumns } | 'thrown-away' | null> {
    let before = time;
    for (;;) {
      const hour = await this.#hour(db, mine, before, 'newest', true);
      if (!hour) return null;
      if (hour === 'thrown-away') return hour;
      const second = (time - hour.start) / 1000;
      const group = hour.archive.index.spans.findLastIndex((one) => one.second <= second);
      if (group >= 0) {
        const tagId = await this.tagIds(mine);
        return {
          time: hour.start + hour.archive.index.spans[group].second * 1000,
          columns: await readable(hour.file, () => readPicture(hour.archive, group, tagId)),
        };
      }
      before = hour.start - 1;
    }
  }

  /** The next archived span with positions that ends after second `from` and begins by second `to`. */
  async nextSpan(
    db: Kysely<Schema>,
    mine: number,
    from: number,
    to: number,
  ): Promise<{ readonly from: number; readonly frames: readonly PositionFrame[] } | null> {
    let after = Math.floor((from * 1000) / HOUR_MS) * HOUR_MS;
    for (;;) {
      const hour = await this.#hour(db, mine, after, 'oldest');
      if (!hour || hour.start > to * 1000) return null;
      const starts = ({ second }: { second: number }): number => hour.start / 1000 + second;
      const group = hour.archive.index.spans.findIndex(
        (one) => one.positions > 0 && starts(one) + SPAN_S > from && starts(one) <= to,
      );
      if (group >= 0) {
        const tagIds = await this.tagIds(mine);
        const rows = await readable(hour.file, () => readPositions(hour.archive, group, tagIds));
        return { from: starts(hour.archive.index.spans[group]), frames: framesOfRows(rows) };
      }
      after = hour.start + HOUR_MS;
    }
  }

  /** The last archived moment of a mine, ms. */
  async lastMoment(db: Kysely<Schema>, mine: number): Promise<number | null> {
    const hour = await this.#hour(db, mine, Number.MAX_SAFE_INTEGER, 'newest');
    if (!hour) return null;
    const group = hour.archive.index.spans.findLastIndex((one) => one.positions > 0);
    if (group < 0) return hour.start;
    const tagIds = await this.tagIds(mine);
    const { time } = await readable(hour.file, () => readPositions(hour.archive, group, tagIds));
    return time.reduce((a, b) => Math.max(a, b), hour.start);
  }

  /** One tag's archived positions between two moments, both included, in no order. */
  async track(db: Kysely<Schema>, mine: number, tag: string, from: number, to: number) {
    const found: { readonly at: number; readonly place: Int32Array }[] = [];
    for (let after = Math.floor(from / HOUR_MS) * HOUR_MS; ; ) {
      const hour = await this.#hour(db, mine, after, 'oldest');
      if (!hour || hour.start > to) return found;
      for (const [group, { second }] of hour.archive.index.spans.entries()) {
        const start = hour.start + second * 1000;
        if (start > to || start + SPAN_S * 1000 <= from) continue;
        const positions = await readable(hour.file, () => readTrack(hour.archive, group, tag));
        found.push(...positions.filter(({ at }) => at >= from && at <= to));
      }
      after = hour.start + HOUR_MS;
    }
  }

  /** How an archived position of a tag came in; `at` is its time, ms. */
  async heard(db: Kysely<Schema>, mine: number, tag: string, at: number): Promise<HeardPosition | null> {
    const hour = await this.#hour(db, mine, at, 'newest');
    if (!hour || hour.start + HOUR_MS <= at) return null;
    const second = (at - hour.start) / 1000;
    const group = hour.archive.index.spans.findIndex(
      (one) => one.positions > 0 && one.second <= second && second < one.second + SPAN_S,
    );
    return group < 0 ? null : readable(hour.file, () => readHeard(hour.archive, group, tag, at));
  }

  /** Reads the whole of a file anew. @throws ArchiveUnreadable */
  async check(mine: number, file: string): Promise<void> {
    this.#open.delete(file);
    const [archive, tagIds] = [await this.open(file), await this.tagIds(mine)];
    for (const group of archive.index.spans.keys())
      await readable(file, async () => {
        await readPicture(archive, group, tagIds);
        await readPositions(archive, group, tagIds);
      });
  }

  /** Every tag of a mine by name. */
  async tagIds(mine: number): Promise<(name: string) => number> {
    const known = await this.#ids.all('tag', mine);
    return (name) => known.get(name)!;
  }

  open(file: string): Promise<OpenArchive> {
    let archive = this.#open.get(file);
    if (!archive) {
      archive = readable(file, () => openArchive(join(this.#folder, file)));
      archive.catch(() => this.#open.delete(file));
      this.#open.set(file, archive);
      for (const oldest of this.#open.keys()) {
        if (this.#open.size <= OPEN_FILES) break;
        this.#open.delete(oldest);
      }
    }
    return archive;
  }

  async #hour(
    db: Kysely<Schema>,
    mine: number,
    moment: number,
    which: 'newest' | 'oldest',
  ): Promise<Hour | null>;
  async #hour(
    db: Kysely<Schema>,
    mine: number,
    moment: number,
    which: 'newest' | 'oldest',
    alsoThrownAway: true,
  ): Promise<Hour | 'thrown-away' | null>;
  async #hour(
    db: Kysely<Schema>,
    mine: number,
    moment: number,
    which: 'newest' | 'oldest',
    alsoThrownAway = false,
  ): Promise<Hour | 'thrown-away' | null> {
    const row = await db
      .selectFrom('archive_hour')
      .select(['hour', 'file'])
      .where('mine', '=', mine)
      .where('hour', which === 'newest' ? '<=' : '>=', Math.floor(moment))
      .$if(!alsoThrownAway, (query) => query.where('file', 'is not', null))
      .orderBy('hour', which === 'newest' ? 'desc' : 'asc')
      .limit(1)
      .executeTakeFirst();
    if (!row) return null;
    return row.file === null
      ? 'thrown-away'
      : { start: row.hour, archive: await this.open(row.file), file: row.file };
  }
}
