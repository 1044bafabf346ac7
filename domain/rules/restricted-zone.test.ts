import { describe, expect, it } from 'vitest';
import { restrictedZone } from './restricted-zone.ts';
import {
  MORNING,
  subjects,
  type TinyPerson,
  tinyPlace,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const zone = { number: 0, place: tinyPlace('magazine', 100, 20), allowedTeams: new Set(['爆破队']) };
const judge = (...people: TinyPerson[]) =>
  restrictedZone(tinyWatcher([zone.place])(tinySituation(MORNING, people)), new Map([[0, zone]]));

describe('restrictedZone', () => {
  it('finds strangers and those without a team, and lets the named team be', () => {
    const judged = judge(
      { tag: 'stranger', x: 100, team: '运输队' },
      { tag: 'nobody', x: 95 },
      { tag: 'blaster', x: 105, team: '爆破队' },
      { tag: 'outside', x: 130, team: '运输队' },
    );
    expect(subjects(judged)).toEqual(['nobody', 'stranger']);
    expect(['blaster', 'outside', 'stranger'].map((tag) => judged.denies(tag, 'magazine'))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('knows nothing of who is lost, wherever that was', () => {
    const judged = judge({ tag: 'lost', x: 500, presence: 'lost', age: 90 });
    expect([subjects(judged), judged.denies('lost', 'magazine')]).toEqual([[], false]);
  });
});
