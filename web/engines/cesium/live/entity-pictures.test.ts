import { describe, expect, it } from 'vitest';
import { type EntityFrame, entityState } from '../../../../domain/contracts/live/entity.ts';
import { createEntityPictures } from './entity-pictures.ts';
import { mixedPosition } from './entity-rows.ts';

type Thing = { handle: number; at: readonly [number, number, number]; state?: number };
const FRESH = entityState({ presence: 'fresh', kind: 'person' });

const frame = (time: number, things: readonly Thing[], source: 'live' | 'history' = 'live'): EntityFrame => ({
  mine: 'm',
  tick: time,
  time: time * 1000,
  source,
  synthetic: true,
  entities: {
    count: things.length,
    handle: Uint32Array.from(things, ({ handle }) => handle),
    position: Int32Array.from(things.flatMap(({ at }) => at)),
    heading: new Uint8Array(things.length),
    state: Uint8Array.from(things, ({ state }) => state ?? FRESH),
    age: new Uint32Array(things.length),
    spot: new Uint16Array(things.length),
  },
});

const place = (pictures: ReturnType<typeof createEntityPictures>, handle: number, now: number) => {
  const out: [number, number, number] = [0, 0, 0];
  mixedPosition(pictures.rows, pictures.rowOf(handle), pictures.shareAt(now), out);
  return out;
};

describe('two pictures', () => {
  it('mix from the one to the other over the period', () => {
    const pictures = createEntityPictures();
    pictures.take(frame(1, [{ handle: 7, at: [0, 0, 0] }]), 1000, 0);
    expect(place(pictures, 7, 0)).toEqual([0, 0, 0]);
    const change = pictures.take(frame(2, [{ handle: 7, at: [200, 0, -100] }]), 1000, 1000);
    expect(change).toEqual({ rows: false, positions: true, headings: false, states: false });
    expect(place(pictures, 7, 1000)).toEqual([0, 0, 0]);
    expect(place(pictures, 7, 1500)[0]).toBeCloseTo(1);
    expect(place(pictures, 7, 3000)).toEqual([2, 0, -1]);
  });

  it('keep each thing’s own way when rows change their order, and let a newcomer stand', () => {
    const pictures = createEntityPictures();
    pictures.take(
      frame(1, [
        { handle: 1, at: [100, 0, 0] },
        { handle: 2, at: [200, 0, 0] },
      ]),
      1000,
      0,
    );
    const change = pictures.take(
      frame(2, [
        { handle: 3, at: [900, 0, 0] },
        { handle: 2, at: [300, 0, 0] },
        { handle: 1, at: [100, 0, 0] },
      ]),
      1000,
      1000,
    );
    expect(change.rows).toBe(true);
    expect(place(pictures, 3, 1000)).toEqual([9, 0, 0]);
    expect(place(pictures, 2, 1000)).toEqual([2, 0, 0]);
    expect(place(pictures, 2, 2000)).toEqual([3, 0, 0]);
  });

  it.each([
    ['the time goes back', frame(1, [{ handle: 7, at: [200, 0, 0] }])],
    ['the line was down', frame(60, [{ handle: 7, at: [200, 0, 0] }])],
    ['the past is shown', frame(6, [{ handle: 7, at: [200, 0, 0] }], 'history')],
  ])('do not slide when %s', (_, next) => {
    const pictures = createEntityPictures();
    pictures.take(frame(5, [{ handle: 7, at: [0, 0, 0] }]), 1000, 0);
    const change = pictures.take(next, 1000, 1000);
    expect(place(pictures, 7, 1000)).toEqual([2, 0, 0]);
    expect(change.positions).toBe(true);
    expect(pictures.moved).toBe(false);
  });

  it('stand at once without motion, and where one is suddenly elsewhere', () => {
    const pictures = createEntityPictures();
    pictures.take(frame(1, [{ handle: 7, at: [0, 0, 0] }]), 1000, 0);
    pictures.take(frame(2, [{ handle: 7, at: [100_000, 0, 0] }]), 1000, 1000);
    expect(place(pictures, 7, 1000)).toEqual([1000, 0, 0]);
    pictures.setStill(true);
    expect(pictures.shareAt(1000)).toBe(1);
  });

  it('say that nothing changed when nothing did', () => {
    const pictures = createEntityPictures();
    pictures.take(frame(1, [{ handle: 7, at: [5, 5, 5] }]), 1000, 0);
    const change = pictures.take(frame(2, [{ handle: 7, at: [5, 5, 5] }]), 1000, 1000);
    expect(change).toEqual({ rows: false, positions: false, headings: false, states: false });
    expect(pictures.moved).toBe(false);
  });

  it('say so when someone has come to rest, for what is drawn is still on its way', () => {
    const pictures = createEntityPictures();
    pictures.take(frame(1, [{ handle: 7, at: [0, 0, 0] }]), 1000, 0);
    pictures.take(frame(2, [{ handle: 7, at: [100, 0, 0] }]), 1000, 1000);
    const change = pictures.take(frame(3, [{ handle: 7, at: [100, 0, 0] }]), 1000, 2000);
    expect(change.positions).toBe(true);
    expect(pictures.moved).toBe(false);
    expect(place(pictures, 7, 2000)).toEqual([1, 0, 0]);
    const after = pictures.take(frame(4, [{ handle: 7, at: [100, 0, 0] }]), 1000, 3000);
    expect(after).toEqual({ rows: false, positions: false, headings: false, states: false });
  });

  it('keep the column they had where a new one says the same', () => {
    const pictures = createEntityPictures();
    pictures.take(frame(1, [{ handle: 7, at: [0, 0, 0] }]), 1000, 0);
    const { state, heading, position } = pictures.rows;
    pictures.take(frame(2, [{ handle: 7, at: [100, 0, 0] }]), 1000, 1000);
    expect(pictures.rows.state).toBe(state);
    expect(pictures.rows.heading).toBe(heading);
    expect(pictures.rows.positionBefore).toBe(position);
    const dimmed = entityState({ presence: 'stale', kind: 'person' });
    const change = pictures.take(frame(3, [{ handle: 7, at: [100, 0, 0], state: dimmed }]), 1000, 2000);
    expect(change.states).toBe(true);
    expect(pictures.rows.state[0]).toBe(dimmed);
  });

  it('bound what is placed, leave out whoever was never heard, and know an alarm', () => {
    const pictures = createEntityPictures();
    pictures.take(
      frame(1, [
        { handle: 1, at: [1, 2, 3] },
        { handle: 2, at: [9e6, 9e6, 9e6], state: entityState({ presence: 'unknown', kind: 'person' }) },
      ]),
      1000,
      0,
    );
    expect(pictures.bounds).toEqual({ min: [1, 2, 3], max: [1, 2, 3] });
    expect(pictures.urgent).toBe(false);
    const sos = entityState({ presence: 'lost', kind: 'person', sos: true });
    pictures.take(frame(2, [{ handle: 1, at: [1, 2, 3], state: sos }]), 1000, 1000);
    expect(pictures.urgent).toBe(true);
    pictures.take(null, 1000, 2000);
    expect(pictures.rows.count).toBe(0);
    expect(pictures.rowOf(1)).toBe(-1);
  });
});
