import { describe, expect, it } from 'vitest';
import type { Reading } from '../contracts/live/viewer.ts';
import {
  HOUR,
  MINUTE,
  MORNING,
  subjects,
  type TinyPerson,
  tinyPlace,
  tinyReading,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';
import { workPlaceBlind } from './work-place-blind.ts';

const place = tinyPlace('face', 100, 30);
const worker: TinyPerson = { tag: 'a', x: 100 };
const coverage = new Map([['face', ['c1', 'c2']]]);
const camera = (id: string, online: boolean, age = 0): Reading =>
  tinyReading(id, 'camera.online', online, MORNING - age);

const judge = (readings: readonly Reading[], people = [worker], seen: typeof coverage | null = coverage) => {
  const watch = tinyWatcher([place]);
  watch(tinySituation(MORNING - 6 * MINUTE, people));
  return workPlaceBlind(watch(tinySituation(MORNING, people, { readings, coverage: seen })), [
    { number: 0, place },
  ]);
};

describe('workPlaceBlind', () => {
  it('finds a place with people whose last camera is gone', () => {
    expect(judge([camera('c1', false), camera('c2', false)]).findings).toMatchObject([
      { subject: { type: 'place', id: 'face' }, judged: { value: 0, bound: 1, unit: 'camera' } },
    ]);
    const seen = judge([camera('c1', false), camera('c2', true)]);
    expect([subjects(seen), seen.denies('face', null)]).toEqual([[], true]);
  });

  it('takes no camera that is covered or not heard of for one that sees', () => {
    const covered = [
      camera('c1', true),
      tinyReading('c1', 'camera.obstructed', true, MORNING),
      camera('c2', false),
    ];
    expect(subjects(judge(covered))).toEqual(['face']);
    expect(subjects(judge([camera('c1', true, HOUR), camera('c2', false)]))).toEqual(['face']);
    expect(subjects(judge([]))).toEqual(['face']);
  });

  it('gives notice of a place that is empty: whoever goes in is not seen either', () => {
    const empty = judge([camera('c1', false)], []);
    expect(empty.findings).toMatchObject([{ subject: { id: 'face' }, urgency: 'notice' }]);
    expect(empty.denies('face', null)).toBe(false);
    const lost = judge([camera('c1', false)], [{ ...worker, presence: 'lost', age: 90 }]);
    expect(lost.findings.map(({ urgency }) => urgency)).toEqual([undefined]);
    expect(judge([camera('c1', true)], []).denies('face', null)).toBe(true);
  });

  it('does not judge a place that never had a camera, or without the coverage', () => {
    expect(subjects(judge([], [worker], new Map()))).toEqual([]);
    expect(judge([camera('c1', true)], [worker], null).denies('face', null)).toBe(false);
  });
});
