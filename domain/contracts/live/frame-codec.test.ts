import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntityColumns, type EntityFrame, entityState } from './entity.ts';
import {
  createFrameDecoder,
  encodeDelta,
  encodeKeyframe,
  FrameError,
  readFrameHeader,
} from './frame-codec.ts';

interface Row {
  handle: number;
  position: [number, number, number];
  heading: number;
  state: number;
  age: number;
  spot: number;
}

const columns = (rows: readonly Row[]): EntityColumns => ({
  count: rows.length,
  handle: Uint32Array.from(rows, (r) => r.handle),
  position: Int32Array.from(rows.flatMap((r) => r.position)),
  heading: Uint8Array.from(rows, (r) => r.heading),
  state: Uint8Array.from(rows, (r) => r.state),
  age: Uint32Array.from(rows, (r) => r.age),
  spot: Uint16Array.from(rows, (r) => r.spot),
});
const picture = (tick: number, time: number, rows: readonly Row[], mine = 'qingshi-iron'): EntityFrame => ({
  mine,
  tick,
  time,
  source: 'live',
  synthetic: true,
  entities: columns(rows),
});

const i32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const u = (bits: number) => fc.integer({ min: 0, max: 2 ** bits - 1 });
const rowOf = (handle: fc.Arbitrary<number>): fc.Arbitrary<Row> =>
  fc.record({
    handle,
    position: fc.tuple(i32, i32, i32),
    heading: u(8),
    state: u(8),
    age: u(32),
    spot: u(16),
  });
/** What happens to a row until the next picture: mostly a step, at times anything, at times it goes. */
const change = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(u(8), u(8), u(4)).map(([e, n, up]) => ({ step: [e - 128, n - 128, up - 8] })),
  },
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: rowOf(fc.constant(0)).map((row) => ({ row })) },
  { weight: 1, arbitrary: fc.constant({ gone: true }) },
);
type Change = { step?: number[]; row?: Row; gone?: boolean };

/** A walk through pictures: each step changes, removes and adds rows, at times shuffling them as well. */
const walk = fc.record({
  first: fc.uniqueArray(rowOf(u(32)), { maxLength: 30, selector: (r) => r.handle }),
  steps: fc.array(
    fc.record({
      changes: fc.array(change as fc.Arbitrary<Change>, { minLength: 30, maxLength: 30 }),
      added: fc.array(rowOf(u(32)), { maxLength: 3 }),
      later: fc.integer({ min: -1500, max: 90_000 }),
      shuffled: fc.boolean(),
    }),
    { maxLength: 6 },
  ),
});

const follow = (
  rows: readonly Row[],
  step: { changes: Change[]; added: Row[]; shuffled: boolean },
): Row[] => {
  const next: Row[] = [];
  rows.forEach((row, i) => {
    const c = step.changes[i % step.changes.length]!;
    if (c.gone) return;
    if (c.row) next.push({ ...c.row, handle: row.handle });
    else if (c.step)
      next.push({ ...row, position: row.position.map((v, k) => (v + c.step![k]!) | 0) as Row['position'] });
    else next.push(row);
  });
  for (const row of step.added) if (!next.some((r) => r.handle === row.handle)) next.push(row);
  if (step.shuffled && next.length > 3) next.reverse();
  return next;
};

describe('encoder and decoder against each other', () => {
  it('a keyframe and deltas give back every picture, row by row', () => {
    fc.assert(
      fc.property(walk, ({ first, steps }) => {
        const decoder = createFrameDecoder();
        let rows = first;
        let frame = picture(1, 1_790_000_000_123, rows);
        expect(decoder.decode(encodeKeyframe(frame))).toEqual(frame);
        for (const step of steps) {
          rows = follow(rows, step);
          const next = picture(frame.tick + 1, frame.time + step.later, rows);
          const bytes = encodeDelta(frame, next);
          expect(bytes.length).toBeLessThanOrEqual(encodeKeyframe(next).length);
          expect(decoder.decode(bytes)).toEqual(next);
          frame = next;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('any bytes, cut or bent, are a frame or a FrameError, and the next keyframe is read again', () => {
    const bend = fc.array(fc.tuple(fc.nat(), u(8)), { maxLength: 4 });
    fc.assert(
      fc.property(walk, bend, fc.nat(), ({ first, steps }, bends, cut) => {
        const base = picture(1, 1_790_000_000_000, first);
        let next = base;
        for (const step of steps.slice(0, 1)) next = picture(2, base.time + step.later, follow(first, step));
        const decoder = createFrameDecoder();
        decoder.decode(encodeKeyframe(base));
        const whole = encodeDelta(base, next);
        const bytes = whole.slice(0, cut % (whole.length + 1));
        for (const [at, value] of bends) if (bytes.length > 0) bytes[at % bytes.length] = value;
        try {
          decoder.decode(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(FrameError);
        }
        expect(decoder.decode(encodeKeyframe(next))).toEqual(next);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(() => createFrameDecoder().decode(noise)).toThrow(FrameError);
      }),
    );
  });
});

const person = (handle: number, o: Partial<Row> = {}): Row => ({
  handle,
  position: [handle * 300, 20_000, -15_000],
  heading: 0,
  state: entityState({ presence: 'fresh', kind: 'person' }),
  age: 0,
  spot: 3,
  ...o,
});

it('5 000 people of whom half walk cost about 7 bytes each that moved', () => {
  const before = Array.from({ length: 5000 }, (_, i) => person(i + 1));
  const after = before.map((row, i) =>
    i % 2
      ? row
      : {
          ...row,
          position: row.position.map((v, k) => v + [97, -80, 4][k]!) as Row['position'],
          heading: i & 255,
        },
  );
  const delta = encodeDelta(picture(7, 1_790_000_000_000, before), picture(8, 1_790_000_001_000, after));
  expect(delta.length / 2500).toBeLessThan(8.5);
  const still = encodeDelta(picture(7, 1_790_000_000_000, before), picture(8, 1_790_000_001_000, before));
  expect(still.length).toBe(24 + 'qingshi-iron'.length + 12);
});

it('nobody tells the age of the lost: it grows by the seconds that passed, without drift at 5 pictures a second', () => {
  const lost = entityState({ presence: 'lost', kind: 'person' });
  const decoder = createFrameDecoder();
  let frame = picture(0, 1_790_000_000_000, [person(1, { state: lost, age: 70 })]);
  decoder.decode(encodeKeyframe(frame));
  for (let tick = 1; tick <= 50; tick++) {
    const age = 70 + Math.floor(tick / 5);
    const next = picture(tick, frame.time + 200, [person(1, { state: lost, age })]);
    const bytes = encodeDelta(frame, next);
    expect(bytes.length).toBe(24 + 'qingshi-iron'.length + 12);
    expect(decoder.decode(bytes).entities.age[0]).toBe(age);
    frame = next;
  }
});

it('a delta whose base is not held asks for a keyframe; mines and history do not mix', () => {
  const one = picture(1, 0, [person(1)]);
  const two = picture(2, 1000, [person(1), person(2)]);
  const delta = encodeDelta(one, two);
  const decoder = createFrameDecoder();
  const reason = (bytes: Uint8Array): string => {
    try {
      decoder.decode(bytes);
    } catch (error) {
      return error instanceof FrameError ? error.reason : 'another error';
    }
    return 'none';
  };
  expect(reason(delta)).toBe('missing-base');
  decoder.decode(encodeKeyframe({ ...one, mine: 'other' }));
  decoder.decode(encodeKeyframe({ ...one, source: 'history' }));
  expect(reason(delta)).toBe('missing-base');
  decoder.decode(encodeKeyframe(one));
  expect(reason(delta)).toBe('none');
  expect(reason(delta)).toBe('missing-base');
  expect(() => encodeDelta(one, { ...two, mine: 'other' })).toThrow(RangeError);
});

it('a promised count is not believed: 4 thousand million rows in 60 bytes are refused before room is made', () => {
  const bytes = encodeKeyframe(picture(1, 0, [person(1)]));
  new DataView(bytes.buffer).setUint32(24 + 'qingshi-iron'.length, 0xffff_ffff, true);
  expect(() => createFrameDecoder().decode(bytes)).toThrow(/4294967295 rows were promised/);
});

it('a row of one handle twice is refused', () => {
  const bytes = encodeKeyframe(picture(1, 0, [person(5), person(5)]));
  expect(() => createFrameDecoder().decode(bytes)).toThrow(/handle 5 stands in two rows/);
});

it('reads frames from anywhere in a larger buffer, Node pools included', () => {
  const frame = picture(1, 0, [person(1), person(2)]);
  const bytes = encodeKeyframe(frame);
  const pool = Buffer.concat([Buffer.from('xyz'), bytes, Buffer.from('tail')]);
  const decoded = createFrameDecoder().decode(pool.subarray(3, 3 + bytes.length));
  pool.fill(0);
  expect(decoded).toEqual(frame);
});

it('the header says whose picture of when it is, without reading the rows', () => {
  const frame = picture(9, 1_790_000_000_500, []);
  expect(readFrameHeader(encodeKeyframe({ ...frame, source: 'history' }))).toEqual({
    kind: 'keyframe',
    mine: 'qingshi-iron',
    tick: 9,
    baseTick: 9,
    time: 1_790_000_000_500,
    source: 'history',
    synthetic: true,
  });
});
