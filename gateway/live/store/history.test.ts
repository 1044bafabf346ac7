import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ENTITY_STATE, presenceOf } from '../../../domain/contracts/live/entity.ts';
import type { AcceptedPositions, KeptPicture } from '../ports.ts';
import { BackgroundWork } from './background-work.ts';
import { counts, type Place, pictureOf } from './last-places.ts';
import { type MadeTag, madePositions, madeReadings } from './made-messages.ts';
import { type KeptStore, openStore } from './store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A whole hour. */
const T = Math.floor(1_790_000_000_000 / HOUR) * HOUR;
let stateFolder: string;
let store: KeptStore;
beforeAll(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), 'hh-'));
  // After everything that is kept here: what is of later than now is of no last picture.
  store = await openStore({ stateFolder, clock: () => T + 30 * DAY, gatherMs: 0 });
});
afterAll(async () => {
  await store?.close();
  await rm(stateFolder, { recursive: true, force: true });
});

/** Everyone's last place by the plainest of ways. */
const model = (history: Iterable<AcceptedPositions>, time: number): Map<string, Place> => {
  const last = new Map<string, Place>();
  for (const { at, located } of history) {
    if (at > time) continue;
    located.tag.forEach((tag, i) => {
      const [e, n, u] = located.position.subarray(i * 3, i * 3 + 3);
      const place = { at, e, n, u, heading: located.heading[i], state: located.state[i] };
      const known = last.get(tag);
      if (!known || counts(place, known)) last.set(tag, place);
    });
  }
  return last;
};

const byTag = (picture: KeptPicture | null) =>
  Object.fromEntries(
    (picture?.tag ?? [])
      .map((tag, row) => {
        const { position, heading, state, age } = picture!.entities;
        expect(presenceOf(state[row])).toBe('unknown');
        return [
          tag,
          [...position.subarray(row * 3, row * 3 + 3), heading[row], state[row] & ENTITY_STATE.SOS, age[row]],
        ];
      })
      .sort(),
  );

const expected = (history: Iterable<AcceptedPositions>, time: number) =>
  Object.fromEntries(
    [...model(history, time)]
      .map(([tag, { at, e, n, u, heading, state }]) => [
        tag,
        [e, n, u, heading, state, Math.floor((time - at) / 1000)],
      ])
      .sort(),
  );

/** What the live side would show at a moment: as the model knows it, ages in whole seconds. */
const shown = (history: Iterable<AcceptedPositions>, time: number): KeptPicture => {
  const last = [...model(history, time)];
  return pictureOf(
    time,
    {
      tag: new Int32Array(last.length),
      at: Float64Array.from(last, ([, { at }]) => at),
      place: Int32Array.from(last.flatMap(([, { e, n, u }]) => [e, n, u])),
      heading: Uint8Array.from(last, ([, place]) => place.heading),
      state: Uint8Array.from(last, ([, place]) => place.state),
    },
    last.map(([tag]) => tag),
  );
};

const SPAN = 3 * HOUR;
const tagArbitrary: fc.Arbitrary<MadeTag> = fc.record({
  id: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'v1'),
  e: fc.integer({ min: -2_000_000, max: 2_000_000 }),
  n: fc.integer({ min: -100, max: 100 }),
  u: fc.integer({ min: -90_000, max: 90_000 }),
  sos: fc.boolean(),
});
/** Times lump together, so that equal seconds, equal milliseconds and hours without anybody all come up. */
const timeArbitrary = fc.oneof(
  fc.integer({ min: 0, max: SPAN }),
  fc.integer({ min: 0, max: 3 }).map((hour) => hour * HOUR),
  fc.integer({ min: 3_590_000, max: 3_610_000 }),
  fc.integer({ min: 0, max: 3000 }),
);
const messageArbitrary = fc.record({
  at: timeArbitrary,
  gateway: fc.constantFrom('g1', 'g2'),
  tags: fc.uniqueArray(tagArbitrary, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
  again: fc.boolean(),
});
const stepArbitrary = fc.record({
  messages: fc.array(messageArbitrary, { minLength: 1, maxLength: 8 }),
  pictureAt: fc.option(timeArbitrary),
  maintainAt: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 2 }),
});

test('everyone at any moment is as a plain model says, whatever came late, twice or lies in a file', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(stepArbitrary, { minLength: 1, maxLength: 5 }),
      fc.array(timeArbitrary, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 200, max: 40_000 }),
      async (steps, asked, step) => {
        const mine = `model-${run++}`;
        const history: AcceptedPositions[] = [];
        for (const { messages, pictureAt, maintainAt } of steps) {
          const made = messages.map(({ at, gateway, tags }, i) =>
            madePositions({ mine, gateway, seq: history.length + i, at: T + at, tags }),
          );
          history.push(...made);
          await Promise.all(
            [...made, ...made.filter((_, i) => messages[i].again)].map((one) => store.keep(one)),
          );
          if (messages[0].again) await store.keep(history[0]);
          if (pictureAt !== null) await store.keepPicture(mine, shown(history, T + pictureAt));
          if (maintainAt !== null)
            await store.maintain(
              T + maintainAt * HOUR,
              new Map([[mine, { liveDays: 1 / 24, archiveDays: 365, readingsDays: 365 }]]),
            );
        }
        for (const time of [...asked.map((at) => T + at), T + SPAN, T - 1])
          expect(byTag(await store.pictureAt(mine, time)), `at ${time - T}`).toEqual(expected(history, time));
        expect(byTag(await store.lastPicture(mine)).p1?.slice(0, 3)).toEqual(
          expected(history, T + SPAN).p1?.slice(0, 3),
        );
        const from = T + asked[0];
        let next = from;
        for await (const picture of store.pictures(mine, from, from + 7 * step, step)) {
          expect(picture.time).toBe(next);
          expect(byTag(picture), `replay at ${next - T}`).toEqual(expected(history, next));
          next += step;
        }
        expect(next).toBe(from + 8 * step);
        const track = await store.track(mine, 'p1', T, T + SPAN);
        const places = new Set(
          history.flatMap(({ at, located }) => {
            const row = located.tag.indexOf('p1');
            return row < 0 ? [] : [[at, ...located.position.subarray(row * 3, row * 3 + 3)].join()];
          }),
        );
        expect(
          new Set([...track.time].map((at, i) => [at, ...track.position.subarray(i * 3, i * 3 + 3)].join())),
        ).toEqual(places);
        expect([...track.time]).toEqual([...track.time].sort((a, b) => a - b));
      },
    ),
    { numRuns: 20 },
  );
  // Each run is a hundred transactions or more: seconds on a free machine, not on a crowded one.
}, 180_000);

const person = (id: string, e: number): MadeTag => ({ id, e, n: 0, u: 0 });
const keepSecond = (mine: string, seq: number, at: number, tags: MadeTag[]) =>
  store.keep(madePositions({ mine, seq, at, tags }));
const filesOf = async (mine: string): Promise<string[]> =>
  (await readdir(join(stateFolder, 'archive', mine)).catch(() => [])).sort();

describe('late frames', () => {
  afterEach(() => vi.restoreAllMocks());
  const retention = (mine: string) => new Map([[mine, { liveDays: 3, archiveDays: 365, readingsDays: 365 }]]);
  const late = async (mine: string, seconds: number[]): Promise<void> => {
    await keepSecond(mine, 0, T, [person('a', 0)]);
    await store.keepPicture(mine, shown([], T + 60_000));
    for (const [seq, second] of seconds.entries())
      await keepSecond(mine, seq + 1, T + second * 1000, [person('a', second)]);
  };

  test('the few after every picture are put into it here, without a thread', async () => {
    const thread = vi.spyOn(BackgroundWork.prototype, 'do');
    await late('few', [58, 59]);
    expect((await store.maintain(T + 120_000, retention('few'))).mended).toBe(2);
    expect((await store.maintain(T + 180_000, retention('few'))).mended).toBe(0);
    expect(thread).not.toHaveBeenCalled();
    expect(byTag(await store.pictureAt('few', T + 60_000)).a?.[0]).toBe(59);
  });

  test.each([
    ['many', Array.from({ length: 40 }, (_, i) => i + 1), T + 120_000],
    ['of long ago', [58], T + HOUR],
  ])('%s: a thread puts them in', async (mine, seconds, now) => {
    const thread = vi.spyOn(BackgroundWork.prototype, 'do');
    await late(mine, seconds);
    expect((await store.maintain(now, retention(mine))).mended).toBe(seconds.length);
    expect(thread).toHaveBeenCalledOnce();
  });
});

describe('archive', () => {
  test('how a position came in is known of every second, in the database and in a file', async () => {
    const mine = 'heard';
    const of = (gateway: string, seq: number, at: number, received: number, skewMs: number, tag: string[]) =>
      store.keep({
        ...madePositions({ mine, gateway, seq, at, tags: tag.map((id, e) => person(id, e)) }),
        ...{ receivedAt: received, skewMs },
      });
    // Of one second and one commit: two gateways, the tag in the second message's second row.
    await Promise.all([
      of('g1', 0, T + 1500, T + 1600, 0, ['a', 'b']),
      of('g2', 0, T + 1700, T + 4000, 2500, ['c', 'd']),
    ]);
    await of('g1', 1, T + 9000, T + 9100, 0, ['d']);
    const wanted = { at: T + 1700, gateway: 'g2', receivedAt: T + 4000, skewMs: 2500 };
    const look = async () => {
      expect(await store.heardAt(mine, 'd', T + 8000)).toEqual(wanted);
      expect(await store.heardAt(mine, 'd', T + 9000)).toMatchObject({ gateway: 'g1', at: T + 9000 });
      expect(await store.heardAt(mine, 'b', T + HOUR)).toMatchObject({ gateway: 'g1', receivedAt: T + 1600 });
      expect(await store.heardAt(mine, 'd', T)).toBeNull();
      expect(await store.heardAt(mine, 'nobody', T + 8000)).toBeNull();
    };
    await look();
    const done = await store.maintain(
      T + 3 * HOUR,
      new Map([[mine, { liveDays: 1 / 24, archiveDays: 1, readingsDays: 365 }]]),
    );
    expect(done.archived).toBe(1);
    await look();
  });

  test('files are plain Parquet that others read, and hold every value', async () => {
    const mine = 'plain';
    await Promise.all([
      keepSecond(mine, 0, T + 1500, [person('b', 5), person('a', -7)]),
      keepSecond(mine, 1, T + 61_000, [person('a', -8)]),
    ]);
    const done = await store.maintain(
      T + 3 * HOUR,
      new Map([[mine, { liveDays: 1 / 24, archiveDays: 1, readingsDays: 365 }]]),
    );
    expect(done).toEqual({ mended: 0, archived: 1, deleted: 0 });
    const [file] = await filesOf(mine);
    expect(file).toMatch(/^\d{4}-\d\d-\d\d-\d\d\.[0-9a-f]{8}\.parquet$/);
    const rows = await parquetReadObjects({
      file: await asyncBufferFromFile(join(stateFolder, 'archive', mine, file)),
      compressors,
    });
    const stored = {
      gateway: 'g1',
      skew_ms: 0n,
      state: 0,
      north_cm: 0,
      up_cm: 0,
      synthetic: true,
      picture: false,
    };
    const time = (at: number) => ({ time: new Date(at), received_at: new Date(at + 40) });
    expect(rows.filter(({ picture }) => !picture)).toEqual([
      { ...stored, ...time(T + 1500), tag: 'a', east_cm: -7, heading: 249 },
      { ...stored, ...time(T + 1500), tag: 'b', east_cm: 5, heading: 5 },
      { ...stored, ...time(T + 61_000), tag: 'a', east_cm: -8, heading: 248 },
    ]);
    expect(
      rows
        .filter(({ picture }) => picture)
        .map(({ tag, east_cm }) => [tag, east_cm])
        .sort(),
    ).toEqual([
      ['a', -7],
      ['b', 5],
    ]);
  });

  test('what comes late for an archived hour is in that hour, and in the pictures of the hours after it', async () => {
    const mine = 'late';
    const retention = new Map([[mine, { liveDays: 1 / 24, archiveDays: 365, readingsDays: 365 }]]);
    await keepSecond(mine, 0, T, [person('a', 1), person('b', 1)]);
    await keepSecond(mine, 1, T + HOUR, [person('a', 2)]);
    await keepSecond(mine, 2, T + 2 * HOUR, [person('a', 3)]);
    await store.maintain(T + 5 * HOUR, retention);
    expect(await filesOf(mine)).toHaveLength(3);
    await keepSecond(mine, 3, T + 1000, [person('b', 9), person('c', 9)]);
    const late = [0, 0, 9, 9];
    const atEnd = async () => byTag(await store.pictureAt(mine, T + 2.5 * HOUR));
    expect((await atEnd()).c[0]).toBe(9);
    expect((await store.maintain(T + 5 * HOUR, retention)).archived).toBe(3);
    expect((await atEnd()).b[0]).toBe(9);
    expect(byTag(await store.pictureAt(mine, T + 999)).b[0]).toBe(1);
    expect(byTag(await store.pictureAt(mine, T + 1000)).c).toEqual([9, ...late.slice(0, 2), 9, 0, 0]);
    expect((await store.maintain(T + 5 * HOUR, retention)).archived).toBe(0);
    expect(await filesOf(mine)).toHaveLength(3);
  });

  test('old files go, except under an incident hold; the hold goes with its release', async () => {
    const mine = 'held';
    for (let hour = 0; hour < 4; hour++) await keepSecond(mine, hour, T + hour * HOUR, [person('a', hour)]);
    const retention = new Map([[mine, { liveDays: 1 / 24, archiveDays: 1, readingsDays: 365 }]]);
    const hold = (await store.hold(mine, {
      from: T + HOUR,
      to: T + 2 * HOUR,
      by: '王五',
      reason: '透水',
    }))!;
    expect(await store.holds(mine)).toEqual([hold]);
    await store.maintain(T + 6 * HOUR, retention);
    expect(await filesOf(mine)).toHaveLength(4);
    expect((await store.maintain(T + DAY + 10 * HOUR, retention)).deleted).toBe(2);
    expect(await store.pictureAt(mine, T)).toBeNull();
    expect((await store.pictureAt(mine, T + HOUR))!.entities.position[0]).toBe(1);
    expect(await store.span(mine)).toMatchObject({ from: T + HOUR });
    expect(await store.releaseHold('another', hold.id, '赵六')).toBeNull();
    expect(await store.releaseHold(mine, hold.id, '王五')).toMatchObject({ releasedBy: '王五' });
    // Who released it first stays written.
    expect(await store.releaseHold(mine, hold.id, '赵六')).toMatchObject({ releasedBy: '王五' });
    const next = (await store.hold(mine, { from: 0, to: 1, by: '赵六', reason: '演练' }))!;
    expect((await store.holds(mine)).map(({ id }) => id)).toEqual([next.id, hold.id]);
    expect((await store.maintain(T + DAY + 10 * HOUR, retention)).deleted).toBe(2);
    await store.maintain(T + DAY + 10 * HOUR, retention);
    expect(await filesOf(mine)).toEqual([]);
    // Nobody disappears: the last place is still known.
    expect((await store.lastPicture(mine))!.tag).toEqual(['a']);
  });

  test('of hours thrown away beside a held one nobody is shown as lost: they are said to be gone', async () => {
    const mine = 'gap';
    for (let hour = 0; hour < 5; hour++) await keepSecond(mine, hour, T + hour * HOUR, [person('a', hour)]);
    const retention = new Map([[mine, { liveDays: 1 / 24, archiveDays: 1, readingsDays: 365 }]]);
    await store.hold(mine, { from: T + HOUR, to: T + HOUR + 1, by: '王五', reason: '透水' });
    await store.maintain(T + 7 * HOUR, retention);
    expect(await store.gaps(mine)).toEqual([]);
    // Hours 0, 2 and 3 are past keeping; 1 is held, 4 is still young enough.
    const later = T + DAY + 4.5 * HOUR;
    expect((await store.maintain(later, retention)).deleted).toBe(3);
    const gap = { from: T + 2 * HOUR, to: T + 4 * HOUR, why: 'thrown-away' };
    expect(await store.gaps(mine)).toEqual([gap]);
    expect(await store.span(mine)).toMatchObject({ from: T + HOUR });
    expect((await store.pictureAt(mine, T + 1.9 * HOUR))!.tag).toEqual(['a']);
    expect(await store.pictureAt(mine, T + 2.5 * HOUR)).toBeNull();
    expect(await store.pictureAt(mine, T + 4 * HOUR - 1)).toBeNull();
    const shownAt: [number, number][] = [];
    for await (const { time, tag } of store.pictures(mine, T + HOUR, T + 5 * HOUR, HOUR / 2))
      shownAt.push([(time - T) / HOUR, tag.length]);
    expect(shownAt).toEqual([
      [1, 1],
      [1.5, 1],
      [2, 0],
      [2.5, 0],
      [3, 0],
      [3.5, 0],
      [4, 1],
      [4.5, 1],
      [5, 1],
    ]);
    expect((await store.track(mine, 'a', T, T + 5 * HOUR)).time).toHaveLength(2);
    // Passing again changes nothing, and once nothing older is held the gap is no gap.
    expect((await store.maintain(later, retention)).deleted).toBe(0);
    const [held] = await store.holds(mine);
    await store.releaseHold(mine, held!.id, '王五');
    expect((await store.maintain(later, retention)).deleted).toBe(1);
    expect(await store.gaps(mine)).toEqual([]);
    expect(await store.span(mine)).toMatchObject({ from: T + 4 * HOUR });
  });

  test.each(['its end', 'its body'])(
    'a file damaged in %s stops neither the hours after it nor other mines, and is said',
    async (how) => {
      const [mine, other] = [`damaged-${how.slice(4)}`, `damaged-${how.slice(4)}-not`];
      for (let hour = 0; hour < 2; hour++) await keepSecond(mine, hour, T + hour * HOUR, [person('a', hour)]);
      const retention = new Map(
        [mine, other].map((name) => [name, { liveDays: 1 / 24, archiveDays: 365, readingsDays: 365 }]),
      );
      await store.maintain(T + 2.5 * HOUR, retention);
      const [first] = (await filesOf(mine)).sort();
      const path = join(stateFolder, 'archive', mine, first);
      const whole = await readFile(path);
      const damaged = Buffer.from(whole);
      if (how === 'its body') damaged.fill(0x5a, 8, 200);
      await writeFile(path, how === 'its body' ? damaged : 'not what it was');
      // Late for the damaged hour; new hours of both mines.
      await keepSecond(mine, 2, T + 1000, [person('b', 9)]);
      await keepSecond(mine, 3, T + 2 * HOUR, [person('a', 2)]);
      await keepSecond(other, 0, T + 2 * HOUR, [person('c', 1)]);
      await store.maintain(T + 5 * HOUR, retention);
      expect(await filesOf(other)).toHaveLength(1);
      expect((await filesOf(mine)).length).toBeGreaterThanOrEqual(3);
      expect(await store.gaps(mine)).toEqual([{ from: T, to: T + HOUR, why: 'unreadable' }]);
      expect(byTag(await store.pictureAt(mine, T + 2 * HOUR)).a[0]).toBe(2);
      // Again and again, without an end or an error.
      expect((await store.maintain(T + 5 * HOUR, retention)).archived).toBe(0);
      // Put back from a copy it is read again, and takes what waited for it.
      await writeFile(join(stateFolder, 'archive', mine, first), whole);
      await store.maintain(T + 6 * HOUR, retention);
      expect(await store.gaps(mine)).toEqual([]);
      expect(byTag(await store.pictureAt(mine, T + 2000)).b[0]).toBe(9);
    },
  );

  test('old readings go, but those of slopes and water and those an incident hold touches', async () => {
    const mine = 'old-readings';
    const kinds = { air: 'co', water: 'level', slope: 'crack' } as const;
    let seq = 0;
    for (const [kind, metric] of Object.entries(kinds))
      for (const day of [0, 1, 2])
        await store.keep(
          madeReadings({
            mine,
            kind: kind as keyof typeof kinds,
            seq: seq++,
            at: T + day * DAY,
            readings: [{ device: 'd', values: { [metric]: day } }],
          }),
        );
    const hold = (await store.hold(mine, { from: T, to: T + HOUR, by: '王五', reason: '有害气体' }))!;
    const retention = new Map([[mine, { liveDays: 3, archiveDays: 365, readingsDays: 1 }]]);
    const left = async (metric: string) =>
      (await store.readings(mine, 'd', metric, 0, T + 9 * DAY)).map(({ value }) => value);
    await store.maintain(T + 2.5 * DAY, retention);
    expect(await left('air.co')).toEqual([0, 2]);
    await store.releaseHold(mine, hold.id, '王五');
    await store.maintain(T + 2.5 * DAY, retention);
    expect(await left('air.co')).toEqual([2]);
    expect([await left('water.level'), await left('slope.crack')]).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
  });

  test('where no file can be written, the rows stay', async () => {
    const mine = 'unwritable';
    await keepSecond(mine, 0, T, [person('a', 4)]);
    await writeFile(join(stateFolder, 'archive', mine), 'a file where the folder of the mine belongs');
    const retention = new Map([[mine, { liveDays: 1 / 24, archiveDays: 1, readingsDays: 365 }]]);
    await expect(store.maintain(T + 5 * HOUR, retention)).rejects.toThrow(mine);
    expect((await store.pictureAt(mine, T))!.tag).toEqual(['a']);
    await rm(join(stateFolder, 'archive', mine));
    expect((await store.maintain(T + 5 * HOUR, retention)).archived).toBe(1);
  });
});

test('who is only in a kept picture is shown, at the age it said, however many days', async () => {
  const mine = 'only-shown';
  await store.keepPicture(
    mine,
    shown([madePositions({ mine, seq: 0, at: T - 3 * DAY, tags: [person('ghost', 42)] })], T),
  );
  expect(byTag(await store.pictureAt(mine, T + 2000))).toEqual({ ghost: [42, 0, 0, 42, 0, 3 * 86_400 + 2] });
  expect((await store.lastPicture(mine))!.tag).toEqual(['ghost']);
});
