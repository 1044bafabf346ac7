import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkArchive, digestOf } from './archive-check.ts';
import { type ArchiveSpan, openArchive, writeArchive } from './archive-file.ts';
import { MADE_UP } from './last-places.ts';

const HOUR = Math.floor(1_790_000_000_000 / 3_600_000) * 3_600_000;
const TAGS = ['p-1', 'p-2', 'p-3'];
const names = { tagName: (id: number) => TAGS[id], gatewayName: () => 'g1' };
const ids = { tagId: (name: string) => TAGS.indexOf(name), gatewayId: () => 7 };

const spanOf = (second: number, east: number): ArchiveSpan => ({
  second,
  picture: {
    tag: Int32Array.of(0),
    at: Float64Array.of(HOUR - 5),
    place: Int32Array.of(1, -2, 2 ** 31 - 1),
    heading: Uint8Array.of(255),
    state: Uint8Array.of(4),
  },
  rows: {
    count: 3,
    tag: Int32Array.of(0, 1, 2),
    time: Float64Array.from([1, 2, 3], (i) => HOUR + second * 1000 + i),
    place: Int32Array.of(east, 0, 0, -(2 ** 31), 5, 6, 7, 8, 9),
    heading: Uint8Array.of(0, 128, 255),
    state: Uint8Array.of(0, MADE_UP | 4, 36),
    gateway: Int32Array.of(7, 7, 7),
    // Twenty years, by a clock with a dead battery.
    skewMs: Float64Array.of(0, -631_152_000_000, 5),
    receivedAt: Float64Array.of(HOUR + 1, HOUR + 2, HOUR + 86_400_000),
    synthetic: Uint8Array.of(0, 1, 0),
  },
});

let folder: string;
let path: string;
const spans = [spanOf(45, 11), spanOf(3585, 12)];
const written = new Map(spans.map((one) => [one.second, digestOf(one)]));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ha-'));
  path = join(folder, 'one.parquet');
  await writeArchive(
    path,
    { mine: 'm', hour: HOUR, names },
    (async function* () {
      yield* spans;
    })(),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('what was written reads back as it was', async () => {
  await checkArchive(path, written, ids);
  expect((await openArchive(path)).index).toEqual({
    version: 2,
    mine: 'm',
    hour: HOUR,
    spans: [
      { second: 45, picture: 1, positions: 3 },
      { second: 3585, picture: 1, positions: 3 },
    ],
  });
  expect(await readdir(folder)).toEqual(['one.parquet']);
});

test('another value, a missing span and a damaged byte are told', async () => {
  const other = new Map(written).set(3585, digestOf(spanOf(3585, 13)));
  await expect(checkArchive(path, other, ids)).rejects.toThrow(
    /one\.parquet: second 3585 reads back otherwise/,
  );
  await expect(checkArchive(path, new Map(written).set(60, ''), ids)).rejects.toThrow('second 60 reads');
  const damaged = join(folder, 'damaged.parquet');
  const bytes = await readFile(path);
  // In the middle of the data pages.
  for (let i = 40; i < 400; i += 7) bytes[i] ^= 0xff;
  await writeFile(damaged, bytes);
  await expect(checkArchive(damaged, written, ids)).rejects.toThrow();
  await rm(damaged);
});

test('a write that fails in the middle leaves nothing', async () => {
  const broken = async function* () {
    yield spans[0];
    throw new Error('disk gone');
  };
  await expect(
    writeArchive(join(folder, 'two.parquet'), { mine: 'm', hour: HOUR, names }, broken()),
  ).rejects.toThrow('disk gone');
  expect(await readdir(folder)).toEqual(['one.parquet']);
});
