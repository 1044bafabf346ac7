import { describe, expect, it } from 'vitest';
import { createSos } from './sos.ts';
import {
  MORNING,
  SECOND,
  subjects,
  type TinyPerson,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const judge = (person: Partial<TinyPerson>) =>
  createSos()(tinyWatcher()(tinySituation(MORNING, [{ tag: 'a', x: 10, ...person }])));

describe('createSos', () => {
  it('holds through silence, for people and vehicles', () => {
    for (const presence of ['fresh', 'stale', 'lost'] as const)
      expect(subjects(judge({ sos: true, presence }))).toEqual(['a']);
    expect(subjects(judge({ sos: true, kind: 'vehicle' }))).toEqual(['a']);
  });

  it('is denied only by the tag itself, heard now', () => {
    expect(judge({}).denies('a', null)).toBe(true);
    expect(judge({ presence: 'stale', age: 20 }).denies('a', null)).toBe(false);
    expect(judge({ presence: 'lost', age: 90 }).denies('a', null)).toBe(false);
    expect(judge({}).denies('gone', null)).toBe(false);
  });

  it('finds a press that no picture shows, where it was and since when', () => {
    const watch = tinyWatcher();
    const sos = createSos();
    const call = {
      first: MORNING - 600 * SECOND,
      at: MORNING - 590 * SECOND,
      enu: [7, 0, 0],
      spot: 1,
    } as const;
    const calls = new Map([['a', call]]);
    const quiet = [{ tag: 'a', x: 10 }];
    expect(sos(watch(tinySituation(MORNING, quiet, { calls }))).findings).toMatchObject([
      { subject: { id: 'a', name: '人a' }, place: '主巷', enu: [7, 0, 0], since: MORNING - 600 * SECOND },
    ]);
    expect(sos(watch(tinySituation(MORNING + SECOND, quiet))).denies('a', null)).toBe(true);
  });

  it('is not denied by what was heard before the press', () => {
    const watch = tinyWatcher();
    const sos = createSos();
    // Its place could not be: the picture keeps the place of 3 s ago, where it was quiet.
    const calls = new Map([['a', { first: MORNING, at: MORNING, enu: null, spot: 0 }]]);
    const people = (age: number) => [{ tag: 'a', x: 10, age }];
    expect(subjects(sos(watch(tinySituation(MORNING, people(3), { calls }))))).toEqual(['a']);
    expect(sos(watch(tinySituation(MORNING + SECOND, people(4)))).denies('a', null)).toBe(false);
    expect(sos(watch(tinySituation(MORNING + 4 * SECOND, people(0)))).denies('a', null)).toBe(true);
  });

  it('finds a tag that has no row and that nobody is registered for', () => {
    const calls = new Map([['x', { first: MORNING, at: MORNING, enu: null, spot: 0 }]]);
    expect(createSos()(tinyWatcher()(tinySituation(MORNING, [], { calls }))).findings).toMatchObject([
      { subject: { type: 'entity', id: 'x', name: null }, place: null, enu: null },
    ]);
  });
});
