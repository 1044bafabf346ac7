import { describe, expect, it } from 'vitest';
import { ENTITY_STATE, type EntityFrame, kindOf, presenceOf } from '../../../domain/contracts/live/entity.ts';
import {
  createFrameDecoder,
  encodeDelta,
  encodeKeyframe,
} from '../../../domain/contracts/live/frame-codec.ts';
import { copyColumns } from './entity-table.ts';
import { positions, readings, smallPicture, T0 } from './picture.test-data.ts';
import type { LivePicture } from './picture.ts';

/** One row of a frame, readable. */
const seen = (picture: LivePicture, frame: EntityFrame, tag: string) => {
  const entry = picture.roster.find(({ id }) => id === tag)!;
  const row = frame.entities.handle.indexOf(entry.handle);
  if (row < 0) return null;
  const { position, state, age, spot } = frame.entities;
  return {
    at: [...position.subarray(row * 3, row * 3 + 3)].map((cm) => cm / 100),
    presence: presenceOf(state[row]!),
    kind: kindOf(state[row]!),
    sos: (state[row]! & ENTITY_STATE.SOS) !== 0,
    alarmed: (state[row]! & ENTITY_STATE.ALARMED) !== 0,
    guessed: (state[row]! & ENTITY_STATE.HEIGHT_GUESSED) !== 0,
    age: age[row],
    spot: picture.spots[spot[row]!]!.id,
  };
};

const smallKept = () => {
  const picture = smallPicture();
  picture.take(positions(T0, [{ id: 'T1', e: 30, n: 0, h: -50 }]));
  return picture.kept(T0 + 1000);
};

describe('the live picture', () => {
  it('shows each tag where it was heard last, and holds registered people who never were', () => {
    const picture = smallPicture();
    picture.take(positions(T0, [{ id: 'T1', e: 30, n: 1, h: -49 }]));
    const frame = picture.frame(T0 + 400);
    expect([frame.tick, frame.entities.count, frame.source]).toEqual([1, 1, 'live']);
    expect(seen(picture, frame, 'T1')).toEqual({
      at: [30, 1, -49],
      presence: 'fresh',
      kind: 'person',
      sos: false,
      alarmed: false,
      guessed: false,
      age: 0,
      spot: 'main',
    });
    expect(picture.roster.map(({ id, name }) => [id, name])).toEqual([
      ['T1', '张三'],
      ['T2', '李四'],
      ['V1', '铲运机'],
    ]);
    expect(seen(picture, frame, 'T2')).toBeNull();
  });

  it('late messages, and older positions by another gateway, never move it back', () => {
    const picture = smallPicture();
    picture.take(positions(T0, [{ id: 'T1', e: 30, n: 0, h: -50 }]));
    picture.take(positions(T0 + 5000, [{ id: 'T1', e: 99, n: 0, h: -50 }], { late: true }));
    picture.take(positions(T0 - 1000, [{ id: 'T1', e: 88, n: 0, h: -50 }], { gateway: 'GW-2' }));
    expect(seen(picture, picture.frame(T0), 'T1')?.at).toEqual([30, 0, -50]);
  });

  it('keeps everyone’s age when our clock is set back, and takes what is heard after it', () => {
    const picture = smallPicture();
    picture.take(positions(T0 - 30_000, [{ id: 'T1', e: 30, n: 0, h: -50 }]));
    picture.take(positions(T0, [{ id: 'T2', e: 40, n: 0, h: -50, reader: 'R1' }]));
    picture.frame(T0 + 1000);
    const HOUR = 3_600_000;
    const set = picture.frame(T0 + 1250 - HOUR);
    const ages = (frame: EntityFrame) =>
      ['T1', 'T2'].map((tag) => [seen(picture, frame, tag)?.age, seen(picture, frame, tag)?.presence]);
    expect(ages(set)).toEqual([
      [31, 'stale'],
      [1, 'fresh'],
    ]);
    expect(ages(picture.frame(T0 + 61_250 - HOUR))).toEqual([
      [91, 'lost'],
      [61, 'lost'],
    ]);
    expect(picture.readersHeard.get('R1')).toBe(T0 + 250 - HOUR);
    picture.take(positions(T0 + 62_000 - HOUR, [{ id: 'T2', e: 50, n: 0, h: -50 }]));
    expect(seen(picture, picture.frame(T0 + 62_000 - HOUR), 'T2')).toMatchObject({
      age: 0,
      at: [50, 0, -50],
    });
  });

  it('is not frozen by a kept picture of later than now, from before our clock was set back', () => {
    const before = smallPicture();
    before.take(positions(T0, [{ id: 'T1', e: 30, n: 0, h: -50 }]));
    const last = before.kept(T0 + 5000);
    const picture = smallPicture({ last });
    const now = T0 - 3_600_000;
    expect(seen(picture, picture.frame(now), 'T1')).toMatchObject({ age: 5, presence: 'fresh' });
    expect(seen(picture, picture.frame(now + 60_000), 'T1')).toMatchObject({ age: 65, presence: 'lost' });
  });

  it('is marked as made up as long as a place or reading in it is, also after a restart', () => {
    const picture = smallPicture();
    picture.take(positions(T0, [{ id: 'T1', e: 30, n: 0, h: -50 }], { synthetic: true }));
    picture.take(positions(T0, [{ id: 'T2', e: 40, n: 0, h: -50 }]));
    expect(picture.frame(T0).synthetic).toBe(true);
    const mark = (of: LivePicture, id: string) => of.isMadeUp({ type: 'entity', id, name: null });
    expect([mark(picture, 'T1'), mark(picture, 'T2')]).toEqual([true, false]);
    const again = smallPicture({ last: picture.kept(T0) });
    expect([again.synthetic, mark(again, 'T1'), mark(again, 'T2')]).toEqual([true, true, false]);
    again.take(positions(T0 + 1000, [{ id: 'T1', e: 31, n: 0, h: -50 }]));
    expect([again.frame(T0 + 1000).synthetic, mark(again, 'T1')]).toEqual([false, false]);
    const level = { device: 'W1', metric: 'water.level', value: 3, at: T0, receivedAt: T0 };
    const read = smallPicture({ lastReadings: [{ ...level, synthetic: true }] });
    expect([read.synthetic, read.isMadeUp({ type: 'device', id: 'W1', name: null })]).toEqual([true, true]);
    read.take(readings(T0 + 1000, 'W1', { level: 4 }));
    expect(read.synthetic).toBe(false);
  });

  it('shows a tag that was handed back no more, until it is heard again; old news of it change nothing', () => {
    const picture = smallPicture();
    picture.take(
      positions(T0, [
        { id: 'T1', e: 30, n: 0, h: -50 },
        { id: 'X9', e: 40, n: 0, h: -50, sos: false },
      ]),
    );
    picture.take(positions(T0 + 1000, [{ id: 'T2', e: 50, n: 0, h: -110 }], { synthetic: true }));
    const before = picture.frame(T0 + 100_000);
    const deltaOf = { ...before, entities: copyColumns(before.entities) };
    const revision = picture.rosterRevision;
    picture.returnTag('X9', T0 + 101_000);
    picture.returnTag('T1', T0 + 101_000);
    // Somebody was heard after the moment it is said of: nothing happens.
    picture.returnTag('T2', T0);
    const frame = picture.frame(T0 + 102_000);
    expect(frame.entities.count).toBe(1);
    expect(seen(picture, frame, 'T2')).toMatchObject({ at: [50, 0, -110], spot: 'deep', age: 101 });
    expect([picture.isReturned('T1'), picture.isReturned('T2'), picture.synthetic]).toEqual([
      true,
      false,
      true,
    ]);
    // Who is on the list is on the roster as never heard; a stranger is nobody.
    expect(picture.roster.map(({ id }) => id)).toEqual(['T1', 'T2', 'V1']);
    expect(picture.rosterRevision).toBeGreaterThan(revision);
    expect(picture.peopleBelow()).toMatchObject({ fresh: 0, lost: 1, neverHeard: 1 });
    const decoder = createFrameDecoder();
    decoder.decode(encodeKeyframe(deltaOf));
    expect([...decoder.decode(encodeDelta(deltaOf, frame)).entities.handle]).toEqual([
      ...frame.entities.handle,
    ]);
    // After a restart as well.
    const returned = new Map([['T1', T0 + 101_000]]);
    const again = smallPicture({ last: before.entities.count ? smallKept() : null, returned });
    expect(seen(again, again.frame(T0 + 102_000), 'T1')).toBeNull();
    picture.take(positions(T0 + 50_000, [{ id: 'T1', e: 31, n: 0, h: -50 }]));
    expect(seen(picture, picture.frame(T0 + 103_000), 'T1')).toBeNull();
    picture.take(
      positions(T0 + 104_000, [
        { id: 'X9', e: 44, n: 0, h: -50 },
        { id: 'T1', e: 33, n: 0, h: -50 },
      ]),
    );
    const back = picture.frame(T0 + 104_000);
    expect(seen(picture, back, 'X9')).toMatchObject({ at: [44, 0, -50], presence: 'fresh' });
    expect(seen(picture, back, 'T1')).toMatchObject({ at: [33, 0, -50] });
    expect(picture.isReturned('T1')).toBe(false);
  });

  it('keeps the marks of made-up people apart when a row is taken out', () => {
    const picture = smallPicture();
    picture.take(positions(T0, [{ id: 'T1', e: 30, n: 0, h: -50 }]));
    picture.take(positions(T0, [{ id: 'T2', e: 40, n: 0, h: -50 }], { synthetic: true }));
    picture.returnTag('T1', T0 + 1000);
    picture.take(positions(T0 + 2000, [{ id: 'X1', e: 50, n: 0, h: -50 }]));
    expect(picture.synthetic).toBe(true);
    picture.returnTag('T2', T0 + 3000);
    expect(picture.synthetic).toBe(false);
  });

  it('goes stale and lost by age and stays where it was; SOS stays through it all', () => {
    const picture = smallPicture();
    picture.take(positions(T0, [{ id: 'T1', e: 30, n: 0, h: -50, sos: true }]));
    const after = (s: number) => {
      const row = seen(picture, picture.frame(T0 + s * 1000), 'T1')!;
      return [row.presence, row.age, row.sos, row.at[0]];
    };
    expect([0, 9, 10, 60, 3 * 86_400].map(after)).toEqual([
      ['fresh', 0, true, 30],
      ['fresh', 9, true, 30],
      ['stale', 10, true, 30],
      ['lost', 60, true, 30],
      ['lost', 259_200, true, 30],
    ]);
    picture.take(positions(T0 + 300_000_000, [{ id: 'T1', e: 30, n: 0, h: -50 }]));
    expect(seen(picture, picture.frame(T0 + 300_000_000), 'T1')?.sos).toBe(false);
  });

  it('a clock that runs ahead does not keep a silent tag fresh', () => {
    const picture = smallPicture();
    picture.take(positions(T0 + 3_600_000, [{ id: 'T1', e: 30, n: 0, h: -50 }], { receivedAt: T0 }));
    expect(seen(picture, picture.frame(T0 + 61_000), 'T1')?.presence).toBe('lost');
  });

  it('a backlog shows how old it is', () => {
    const picture = smallPicture();
    picture.take(positions(T0 - 600_000, [{ id: 'T1', e: 30, n: 0, h: -50 }], { receivedAt: T0 }));
    expect(seen(picture, picture.frame(T0), 'T1')).toMatchObject({ presence: 'lost', age: 600 });
  });

  it('a tag nobody is registered for gets an entry and is shown; handles stay', () => {
    const picture = smallPicture();
    const before = picture.rosterRevision;
    picture.take(
      positions(T0, [
        { id: 'X9', e: 30, n: 0, h: -110 },
        { id: 'V1', e: 31, n: 0, h: -110 },
      ]),
    );
    expect(picture.rosterRevision).toBeGreaterThan(before);
    const frame = picture.frame(T0);
    expect(seen(picture, frame, 'X9')).toMatchObject({ kind: 'person', spot: 'deep' });
    expect(picture.roster.find(({ id }) => id === 'X9')).toMatchObject({ name: null, handle: 4 });
    expect(seen(picture, frame, 'V1')?.kind).toBe('vehicle');
  });

  it('without a height: the level of the reader, else no spot where levels lie above each other', () => {
    const picture = smallPicture();
    picture.take(
      positions(T0, [
        { id: 'T1', e: 30, n: 0, reader: 'R2' },
        { id: 'T2', e: 30, n: 0 },
      ]),
    );
    const frame = picture.frame(T0);
    expect(seen(picture, frame, 'T1')).toMatchObject({ at: [30, 0, -110], guessed: true, spot: 'deep' });
    expect(seen(picture, frame, 'T2')).toMatchObject({ guessed: true, spot: '' });
  });

  it('a position outside the mine is not shown and is counted; the last good one ages', () => {
    const picture = smallPicture();
    picture.take(positions(T0, [{ id: 'T1', e: 30, n: 0, h: -50 }]));
    picture.take(positions(T0 + 30_000, [{ id: 'T1', e: 3_910_000, n: 39_513_000, h: -50 }]));
    expect(picture.notShown).toBe(1);
    expect(seen(picture, picture.frame(T0 + 30_000), 'T1')).toMatchObject({
      at: [30, 0, -50],
      presence: 'stale',
    });
  });

  it('nobody disappears by a restart: everyone stands where they were, as old as they are', () => {
    const before = smallPicture();
    before.take(
      positions(T0, [
        { id: 'T1', e: 30, n: 0, h: -50, sos: true },
        { id: 'X9', e: 60, n: 0 },
      ]),
    );
    const kept = before.kept(T0 + 200_000_000);
    expect(kept.tag).toEqual(['T1', 'X9']);
    const after = smallPicture({ last: kept });
    const frame = after.frame(T0 + 300_000_000);
    expect(seen(after, frame, 'T1')).toMatchObject({
      at: [30, 0, -50],
      presence: 'lost',
      age: 300_000,
      sos: true,
    });
    expect(seen(after, frame, 'X9')).toMatchObject({ presence: 'lost', spot: '' });
    after.take(positions(T0 - 5000, [{ id: 'T1', e: 1, n: 0, h: -50 }]));
    expect(seen(after, after.frame(T0 + 300_000_001), 'T1')?.at).toEqual([30, 0, -50]);
  });

  it('takes a told 0 for no height where neither ground nor roadway is near it', () => {
    const picture = smallPicture();
    picture.take(
      positions(T0, [
        { id: 'T1', e: 30, n: 2, h: 0, reader: 'R1' },
        { id: 'T2', e: 900, n: 2, h: 0 },
      ]),
    );
    const frame = picture.frame(T0);
    expect(seen(picture, frame, 'T1')).toMatchObject({ at: [30, 2, -50], guessed: true, spot: 'main' });
    expect(seen(picture, frame, 'T2')).toMatchObject({ guessed: true, spot: '' });
    expect(picture.peopleBelow()).toMatchObject({ fresh: 1, unplaced: 1 });
  });

  it('marks the alarmed, also when the alarm came before the position', () => {
    const picture = smallPicture();
    picture.setAlarmed(new Set(['T1', 'T2']));
    picture.take(positions(T0, [{ id: 'T1', e: 30, n: 0, h: -50 }]));
    expect(seen(picture, picture.frame(T0), 'T1')?.alarmed).toBe(true);
    picture.setAlarmed(new Set());
    expect(seen(picture, picture.frame(T0), 'T1')?.alarmed).toBe(false);
  });

  it('keeps columns between pictures while no row is added', () => {
    const picture = smallPicture();
    picture.take(positions(T0, [{ id: 'T1', e: 30, n: 0, h: -50 }]));
    expect(picture.frame(T0).entities).toBe(picture.frame(T0 + 1000).entities);
  });
});

describe('who went in and has not come out', () => {
  it('from the first position underground until one on the surface; silence is no way out', () => {
    const picture = smallPicture();
    const walk = (s: number, h: number) =>
      picture.take(positions(T0 + s * 1000, [{ id: 'T1', e: 30, n: 0, h }]));
    walk(0, 100);
    expect(picture.underground()).toEqual([]);
    walk(10, -50);
    walk(20, -110);
    expect(picture.underground()).toEqual([{ tag: 'T1', at: T0 + 10_000 }]);
    expect(picture.detail('T1')).toMatchObject({ enteredAt: T0 + 10_000, gateway: 'GW-1', at: T0 + 20_000 });
    walk(30, 100);
    expect(picture.underground()).toEqual([]);
    walk(40, -50);
    const after = smallPicture({ last: picture.kept(T0 + 50_000) });
    expect(after.underground()).toEqual([{ tag: 'T1', at: null }]);
    expect(after.detail('T2')).toMatchObject({ gateway: null, at: null, enteredAt: null });
    expect(after.detail('nobody')).toBeNull();
  });

  it('who is underground when first heard came in at a time that is not known', () => {
    const picture = smallPicture();
    picture.take(positions(T0, [{ id: 'T1', e: 30, n: 0, h: -50 }]));
    expect(picture.underground()).toEqual([{ tag: 'T1', at: null }]);
    expect(picture.detail('T1')).toMatchObject({ enteredAt: null });
  });
});

describe('latest readings', () => {
  it('the one true last stays; only news are told again', () => {
    const picture = smallPicture();
    picture.take(readings(T0, 'SW-01', { level: 3.2, inflow: 40 }));
    const revision = picture.readingsRevision;
    picture.take(readings(T0 - 1000, 'SW-01', { level: 9 }));
    picture.take(readings(T0 + 1000, 'SW-01', { level: 8 }, { late: true }));
    expect(picture.readingsSince(revision)).toEqual([]);
    picture.take(readings(T0 + 1000, 'SW-01', { level: 3.3 }));
    expect(picture.readingsSince(revision)).toEqual([
      { device: 'SW-01', metric: 'water.level', value: 3.3, at: T0 + 1000, receivedAt: T0 + 1030 },
    ]);
    expect(picture.readings()).toHaveLength(2);
  });
});
