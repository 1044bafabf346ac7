import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { AsyncBuffer, DecodedArray, FileMetaData } from 'hyparquet';
import type { ColumnSource } from 'hyparquet-writer';
import type { HeardPosition } from '../ports.ts';
import { MADE_UP, type PlaceColumns } from './last-places.ts';
import { emptyRows, type PositionRows } from './position-rows.ts';
import { isPassing } from './store-down.ts';

/**
 * Seconds of a row group: a moment of 5 000 people is then at most 75 000 rows to read. Of a minute each they were four
 * times as many; shorter ones repeat everyone's place more often and pack the moves worse (bytes a position: bench `replay`).
 */
export const SPAN_S = 15;
export const SPANS_AN_HOUR = 3600 / SPAN_S;

/**
 * One hour of one mine as Parquet (zstd), one row group for every SPAN_S seconds with positions. In each first everyone's last known
 * place at the span's start (`picture` true; `time` says when each was there), then the span's positions by tag and time. So
 * any moment needs one row group, and any Parquet reader can use the file: `WHERE NOT picture`.
 */
export interface ArchiveSpan {
  /** Its start, seconds after the hour: a multiple of SPAN_S. */
  readonly second: number;
  readonly picture: PlaceColumns;
  readonly rows: PositionRows;
}

/** Turns ids into names and back; both tables are never cleared. */
export interface ArchiveNames {
  readonly tagName: (id: number) => string;
  readonly gatewayName: (id: number) => string;
}

const INDEX_KEY = 'hyalite';
const VERSION = 2;
/** What the row groups are: in the file's key-value metadata. */
export interface ArchiveIndex {
  readonly version: typeof VERSION;
  readonly mine: string;
  /** ms. */
  readonly hour: number;
  /** One a row group, in order. */
  readonly spans: readonly {
    readonly second: number;
    readonly picture: number;
    readonly positions: number;
  }[];
}

export interface OpenArchive {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
  readonly index: ArchiveIndex;
}

/** Imported with the first file: the gateway's own thread writes none, and reads one only when somebody asks for days ago. */
const parquet = () => import('hyparquet');

const COMPRESSORS = { ZSTD: (bytes: Uint8Array): Uint8Array => zstdCompressSync(bytes) };
const DECOMPRESSORS = { ZSTD: (bytes: Uint8Array): Uint8Array => zstdDecompressSync(bytes) };
const PARSERS = { timestampFromMilliseconds: Number };

const wholes = (of: Float64Array): BigInt64Array => BigInt64Array.from(of, BigInt);

const column = (
  name: string,
  type: ColumnSource['type'],
  data: DecodedArray,
  encoding?: ColumnSource['encoding'],
): ColumnSource => ({ name, type, data, nullable: false, ...(encoding ? { encoding } : {}) });

const thirds = (place: Int32Array, axis: number): Int32Array => {
  const values = new Int32Array(place.length / 3);
  for (let i = 0; i < values.length; i++) values[i] = place[i * 3 + axis];
  return values;
};

/** Picture rows, then position rows. What a picture row does not know (gateway, skew, receipt) is empty or 0. */
const columnsOf = ({ picture, rows }: ArchiveSpan, names: ArchiveNames): ColumnSource[] => {
  const head = picture.tag.length;
  const count = head + rows.count;
  const time = new Float64Array(count);
  time.set(picture.at);
  time.set(rows.time, head);
  const place = new Int32Array(count * 3);
  place.set(picture.place);
  place.set(rows.place, head * 3);
  const after = (values: ArrayLike<number>, before?: ArrayLike<number>): Int32Array => {
    const all = new Int32Array(count);
    if (before) all.set(before);
    all.set(values, head);
    return all;
  };
  const received = new Float64Array(count);
  received.set(picture.at);
  received.set(rows.receivedAt, head);
  const skews = new BigInt64Array(count);
  skews.set(wholes(rows.skewMs), head);
  const delta = 'DELTA_BINARY_PACKED';
  return [
    column(
      'picture',
      'BOOLEAN',
      Array.from({ length: count }, (_, i) => i < head),
    ),
    column('tag', 'STRING', Array.from(after(rows.tag, picture.tag), names.tagName)),
    column('time', 'TIMESTAMP', wholes(time), delta),
    column('east_cm', 'INT32', thirds(place, 0), delta),
    column('north_cm', 'INT32', thirds(place, 1), delta),
    column('up_cm', 'INT32', thirds(place, 2), delta),
    column('heading', 'INT32', after(rows.heading, picture.heading)),
    column(
      'state',
      'INT32',
      after(rows.state, picture.state).map((bits) => bits & ~MADE_UP),
    ),
    column('gateway', 'STRING', [
      ...Array.from(picture.tag, () => ''),
      ...Array.from(rows.gateway, names.gatewayName),
    ]),
    column('skew_ms', 'INT64', skews),
    column('received_at', 'TIMESTAMP', wholes(received), delta),
    column(
      'synthetic',
      'BOOLEAN',
      Array.from({ length: count }, (_, i) =>
        i < head ? (picture.state[i] & MADE_UP) !== 0 : rows.synthetic[i - head] === 1,
      ),
    ),
  ];
};

/**
 * Writes `path` whole or not at all: to a temporary name, to disk, then renamed.
 * @returns its size, bytes
 */
export const writeArchive = async (
  path: string,
  of: { readonly mine: string; readonly hour: number; readonly names: ArchiveNames },
  spans: AsyncIterable<ArchiveSpan>,
): Promise<number> => {
  const unfinished = `${path}.unfinished`;
  const index: ArchiveIndex['spans'][number][] = [];
  const none: PlaceColumns = {
    tag: new Int32Array(0),
    at: new Float64Array(0),
    place: new Int32Array(0),
    heading: new Uint8Array(0),
    state: new Uint8Array(0),
  };
  const { fileWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer');
  const schema = schemaFromColumnData({
    columnData: columnsOf({ second: 0, picture: none, rows: emptyRows(0) }, of.names),
  });
  try {
    const writer = new ParquetWriter({
      writer: fileWriter(unfinished),
      schema,
      codec: 'ZSTD',
      compressors: COMPRESSORS,
      createdBy: 'hyalite',
    });
    for await (const span of spans) {
      const [picture, positions] = [span.picture.tag.length, span.rows.count];
      await writer.write({ columnData: columnsOf(span, of.names), rowGroupSize: picture + positions });
      index.push({ second: span.second, picture, positions });
    }
    const whole: ArchiveIndex = { version: VERSION, mine: of.mine, hour: of.hour, spans: index };
    writer.kvMetadata = [{ key: INDEX_KEY, value: JSON.stringify(whole) }];
    await writer.finish();
    await flushToDisk(unfinished);
    await rename(unfinished, path);
    await flushToDisk(dirname(path));
    return (await stat(path)).size;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
};

const flushToDisk = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** A file of the archive cannot be read: gone, cut off, not ours. */
export class ArchiveUnreadable extends Error {
  override readonly name = 'ArchiveUnreadable';
  /** Relative to the archive folder. */
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(`archive file ${file} cannot be read: ${(cause as Error).message}`, { cause });
    this.file = file;
  }
}

/** Out of files, memory or rights, a disk that answers no more: of the machine, not of the file. */
const OF_THE_MACHINE = /^(EMFILE|ENFILE|ENOMEM|EIO|EACCES|EPERM|EBUSY)$/;

/** @throws ArchiveUnreadable where the file is what fails */
export const readable = <T>(file: string, work: () => Promise<T>): Promise<T> =>
  work().catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    const isOther = error instanceof ArchiveUnreadable || OF_THE_MACHINE.test(code ?? '') || isPassing(error);
    throw isOther ? error : new ArchiveUnreadable(file, error);
  });

/** @throws Error naming the file where it is not an archive of ours */
export const openArchive = async (path: string): Promise<OpenArchive> => {
  const { asyncBufferFromFile, parquetMetadataAsync } = await parquet();
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const text = metadata.key_value_metadata?.find(({ key }) => key === INDEX_KEY)?.value;
  if (!text) throw new Error(`${path}: not an archive of Hyalite (no "${INDEX_KEY}" in its metadata)`);
  const index = JSON.parse(text) as ArchiveIndex;
  if (index.version !== VERSION)
    throw new Error(`${path}: an archive of version ${index.version}; this Hyalite reads version ${VERSION}`);
  return { file, metadata, index };
};

/** Ids of names; a name without an id is an error of the caller's, since both tables are never cleared. */
export interface ArchiveIds {
  readonly tagId: (name: string) => number;
  readonly gatewayId: (name: string) => number;
}

const firstRow = ({ index }: OpenArchive, group: number): number =>
  index.spans.slice(0, group).reduce((sum, one) => sum + one.picture + one.positions, 0);

const reader = (archive: OpenArchive, rowStart: number, rowEnd: number) => {
  const scan = parquet().then(({ parquetScan }) =>
    parquetScan({
      file: archive.file,
      metadata: archive.metadata,
      rowStart,
      rowEnd,
      compressors: DECOMPRESSORS,
      parsers: PARSERS,
    }),
  );
  return async (name: string): Promise<ArrayLike<number | string | boolean>> =>
    (await (await scan).readColumn({ column: name, rowStart, rowEnd })) as ArrayLike<
      number | string | boolean
    >;
};

const readPlaces = async (
  read: (name: string) => Promise<ArrayLike<number | string | boolean>>,
  tagId: (name: string) => number,
): Promise<PlaceColumns> => {
  const tag = Int32Array.from((await read('tag')) as ArrayLike<string>, tagId);
  const place = new Int32Array(tag.length * 3);
  for (const [axis, name] of ['east_cm', 'north_cm', 'up_cm'].entries()) {
    const values = (await read(name)) as ArrayLike<number>;
    for (let i = 0; i < tag.length; i++) place[i * 3 + axis] = values[i];
  }
  const synthetic = (await read('synthetic')) as ArrayLike<boolean>;
  return {
    tag,
    at: Float64Array.from((await read('time')) as ArrayLike<number>, Number),
    place,
    heading: Uint8Array.from((await read('heading')) as ArrayLike<number>),
    state: Uint8Array.from((await read('state')) as ArrayLike<number>, (bits, i) =>
      synthetic[i] ? bits | MADE_UP : bits,
    ),
  };
};

/** Everyone's last place at the start of a row group's span. */
export const readPicture = (
  archive: OpenArchive,
  group: number,
  tagId: (name: string) => number,
): Promise<PlaceColumns> => {
  const start = firstRow(archive, group);
  return readPlaces(reader(archive, start, start + archive.index.spans[group].picture), tagId);
};

/** A row group's positions without what replay does not need. */
export const readPositions = async (
  archive: OpenArchive,
  group: number,
  tagId: (name: string) => number,
): Promise<Pick<PositionRows, 'count' | 'tag' | 'time' | 'place' | 'heading' | 'state'>> => {
  const { picture, positions } = archive.index.spans[group];
  const start = firstRow(archive, group) + picture;
  const { at, ...places } = await readPlaces(reader(archive, start, start + positions), tagId);
  return { count: positions, time: at, ...places };
};

/** A row group's positions with every column. */
export const readRows = async (
  archive: OpenArchive,
  group: number,
  ids: ArchiveIds,
): Promise<PositionRows> => {
  const { picture, positions } = archive.index.spans[group];
  const start = firstRow(archive, group) + picture;
  const read = reader(archive, start, start + positions);
  const { at, ...places } = await readPlaces(read, ids.tagId);
  return {
    count: positions,
    time: at,
    ...places,
    gateway: Int32Array.from((await read('gateway')) as ArrayLike<string>, ids.gatewayId),
    // 32 bits wide in older files.
    skewMs: Float64Array.from((await read('skew_ms')) as ArrayLike<number | bigint>, Number),
    receivedAt: Float64Array.from((await read('received_at')) as ArrayLike<number>, Number),
    synthetic: Uint8Array.from((await read('synthetic')) as ArrayLike<boolean>, Number),
  };
};

/** Where a tag's rows of a row group lie, `end` not included: they lie together. */
const rowsOfTag = async (
  archive: OpenArchive,
  group: number,
  tag: string,
): Promise<{ readonly first: number; readonly end: number }> => {
  const { picture, positions } = archive.index.spans[group];
  if (positions === 0) return { first: 0, end: 0 };
  const start = firstRow(archive, group) + picture;
  const tags = (await reader(archive, start, start + positions)('tag')) as ArrayLike<string>;
  let first = 0;
  while (first < tags.length && tags[first] !== tag) first++;
  let end = first;
  while (end < tags.length && tags[end] === tag) end++;
  return { first: start + first, end: start + end };
};

/** One tag's positions in a row group. */
export const readTrack = async (
  archive: OpenArchive,
  group: number,
  tag: string,
): Promise<{ readonly at: number; readonly place: Int32Array }[]> => {
  const { first, end } = await rowsOfTag(archive, group, tag);
  if (first === end) return [];
  const read = reader(archive, first, end);
  const [time, e, n, u] = (await Promise.all(
    ['time', 'east_cm', 'north_cm', 'up_cm'].map(read),
  )) as ArrayLike<number>[];
  return Array.from({ length: end - first }, (_, i) => ({
    at: Number(time[i]),
    place: Int32Array.of(e[i], n[i], u[i]),
  }));
};

/** How a tag's position of the moment `at`, ms, came in; null where the row group has none of it. */
export const readHeard = async (
  archive: OpenArchive,
  group: number,
  tag: string,
  at: number,
): Promise<HeardPosition | null> => {
  const { first, end } = await rowsOfTag(archive, group, tag);
  if (first === end) return null;
  const read = reader(archive, first, end);
  const times = (await read('time')) as ArrayLike<number>;
  const row = Array.from(times, Number).indexOf(at);
  if (row < 0) return null;
  const [gateway, skew, received] = await Promise.all(['gateway', 'skew_ms', 'received_at'].map(read));
  return {
    at,
    gateway: String(gateway![row]),
    skewMs: Number(skew![row]),
    receivedAt: Number(received![row]),
  };
};
