import { describe, expect, it } from 'vitest';
import { sos } from './sos.ts';
import { MORNING, subjects, type TinyPerson, tinySituation, tinyWatcher } from './tiny-rule-mine.test-kit.ts';

const judge = (person: Partial<TinyPerson>) =>
  sos(tinyWatcher()(tinySituation(MORNING, [{ tag: 'a', x: 10, ...person }])));

describe('sos', () => {
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
});
