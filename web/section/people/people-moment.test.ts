import { expect, test } from 'vitest';
import { SPOTS, testEntry, testFrame, testRoster } from '../../live/picture/frames.test-data.ts';
import { peopleMoment } from './people-moment.ts';

const roster = testRoster([
  testEntry(1, { name: '张三' }),
  testEntry(2, { name: '李四' }),
  testEntry(3, { name: '王五' }),
]);
const frame = testFrame([
  { handle: 1, position: [10, 20, -100] },
  { handle: 2, position: [900, 20, -100], presence: 'stale', age: 90 },
]);
const live = { frame, roster, spots: SPOTS, now: frame.time, lostSince: null, setup: null };
const known = { picture: true, alarms: true, readings: true };
const near = (east: number, north: number) => (east < 100 ? ([east, north] as const) : null);

test('who is near is on the drawing, at his place; who was never heard is counted', () => {
  const moment = peopleMoment({ ...live, known }, near);
  expect(moment.people).toEqual([expect.objectContaining({ name: '张三', at: [10, 20], presence: 'fresh' })]);
  expect(moment.placeless).toBe(1);
  const all = peopleMoment({ ...live, known }, (e, n) => [e, n]).people;
  expect(all.find(({ name }) => name === '李四')).toMatchObject({
    name: '李四',
    presence: 'stale',
    age: 90,
  });
});

test('without a picture nobody’s place is known, and the moment is none', () => {
  expect(peopleMoment({ ...live, frame: null, known: { ...known, picture: false } }, near).time).toBeNull();
});

test('a picture that stands still says for how long', () => {
  expect(
    peopleMoment({ ...live, known, now: frame.time + 12_000, lostSince: frame.time }, near).stoppedFor,
  ).toBe(12);
});
