import { expect, it } from 'vitest';
import { entityState, presenceOf } from '../../../domain/contracts/live/entity.ts';
import { encodeDelta, readFrameHeader } from '../../../domain/contracts/live/frame-codec.ts';
import type { KeptPicture } from '../ports.ts';
import { createPastPictures } from './past-pictures.ts';
import { FINDER, HEIGHTS, smallPicture, T0 } from './picture.test-data.ts';
import { createSpotOfRow } from './spot-of-row.ts';

/** As the store gives it: places and ages, nothing judged. */
const kept = (
  time: number,
  rows: readonly [tag: string, east: number, up: number, age: number][],
): KeptPicture => ({
  time,
  tag: rows.map(([tag]) => tag),
  synthetic: new Uint8Array(rows.length),
  entities: {
    count: rows.length,
    handle: Uint32Array.from(rows, (_, i) => i),
    position: Int32Array.from(rows.flatMap(([, east, up]) => [east * 100, 0, up * 100])),
    heading: new Uint8Array(rows.length),
    state: new Uint8Array(rows.length).fill(entityState({ presence: 'unknown', kind: 'person', sos: true })),
    age: Uint32Array.from(rows, ([, , , age]) => age),
    spot: new Uint16Array(rows.length),
  },
});

const past = () => {
  const picture = smallPicture();
  const made = createPastPictures({
    mine: 'qingshi-iron',
    synthetic: true,
    presence: { staleAfter: 10, lostAfter: 60 },
    spotOf: createSpotOfRow(FINDER, HEIGHTS),
    entryOf: picture.entryOf,
  });
  return { made, picture };
};

it('judges the past by age and place, under the handles of the roster; SOS and strangers are in it', () => {
  const { made, picture } = past();
  const { entities, source } = made.frame(
    kept(T0, [
      ['T2', 30, -50, 3],
      ['gone', 30, -110, 61],
    ]),
  );
  expect(source).toBe('history');
  const handle = (tag: string) => picture.roster.find(({ id }) => id === tag)?.handle;
  expect([...entities.handle]).toEqual([handle('T2'), handle('gone')]);
  expect([...entities.state].map(presenceOf)).toEqual(['fresh', 'lost']);
  expect([...entities.state].map((state) => (state & 0b100) !== 0)).toEqual([true, true]);
  expect([...entities.spot].map((spot) => FINDER.spots[spot]?.id)).toEqual(['main', 'deep']);
  expect(made.occurred.map(({ id, name }) => [id, name])).toEqual([
    ['T2', '李四'],
    ['gone', null],
  ]);
});

it('is marked as made up where a position in it is, and not by what is live now', () => {
  const picture = smallPicture();
  const made = createPastPictures({
    mine: 'qingshi-iron',
    synthetic: false,
    presence: { staleAfter: 10, lostAfter: 60 },
    spotOf: createSpotOfRow(FINDER, HEIGHTS),
    entryOf: picture.entryOf,
  });
  const one = kept(T0, [['T2', 30, -50, 3]]);
  expect(made.frame(one).synthetic).toBe(false);
  expect(made.frame({ ...one, synthetic: Uint8Array.of(1) }).synthetic).toBe(true);
});

it('leaves out who was handed back by then and not heard since, and nobody else', () => {
  const picture = smallPicture();
  const made = createPastPictures({
    mine: 'qingshi-iron',
    synthetic: true,
    presence: { staleAfter: 10, lostAfter: 60 },
    spotOf: createSpotOfRow(FINDER, HEIGHTS),
    entryOf: picture.entryOf,
    returnedAt: (tag) => (tag === 'T2' ? T0 : undefined),
  });
  const count = (time: number, age: number) =>
    made.frame(
      kept(time, [
        ['T2', 30, -50, age],
        ['T1', 40, -50, age],
      ]),
    ).entities.count;
  expect([count(T0 - 1000, 60), count(T0, 60), count(T0 + 5000, 65), count(T0 + 9000, 1)]).toEqual([
    2, 1, 1, 2,
  ]);
});

it('keeps the order of rows whatever order they are kept in, so that deltas do', () => {
  const { made } = past();
  const many = (time: number, turned: boolean) => {
    const rows = Array.from(
      { length: 50 },
      (_, i) => [`A${i}`, i, -50, 0] as [string, number, number, number],
    );
    return kept(time, turned ? rows.reverse() : rows);
  };
  const [first, second] = [made.frame(many(T0, false)), made.frame(many(T0 + 1000, true))];
  expect([...second.entities.handle]).toEqual([...first.entities.handle]);
  expect(readFrameHeader(encodeDelta(first, second)).kind).toBe('delta');
  const fewer = made.frame(
    kept(T0 + 2000, [
      ['A7', 7, -50, 2],
      ['A3', 3, -50, 2],
    ]),
  );
  expect(fewer.entities.count).toBe(2);
  expect(fewer.entities.position[0]).toBe(300);
});

it('an empty past is an empty picture', () => {
  expect(past().made.frame(kept(T0, [])).entities.count).toBe(0);
});
