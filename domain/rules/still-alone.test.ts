import { describe, expect, it } from 'vitest';
import { createNetworkIndex } from './network-index.ts';
import { createStillAlone } from './still-alone.ts';
import {
  MORNING,
  ON_SURFACE,
  SECOND,
  subjects,
  TINY_NETWORK,
  type TinyPerson,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const run = (seconds: number, peopleAt: (second: number) => TinyPerson[]) => {
  const watch = tinyWatcher();
  const judge = createStillAlone(createNetworkIndex(TINY_NETWORK), { minutes: 10, metres: 50 });
  let last = judge(watch(tinySituation(MORNING, peopleAt(0))));
  for (let s = 1; s <= seconds; s++) last = judge(watch(tinySituation(MORNING + s * SECOND, peopleAt(s))));
  return last;
};
const noise = (s: number, k: number) => Math.sin(s * 12.9898 + k * 78.233) * 0.4;
const still: (s: number) => TinyPerson = (s) => ({ tag: 'a', x: 250 + noise(s, 1), y: noise(s, 2) });

describe('createStillAlone', () => {
  it('finds who has not moved for too long with nobody near, noise or not', () => {
    expect(subjects(run(640, (s) => [still(s)]))).toEqual(['a']);
    expect(subjects(run(590, (s) => [still(s)]))).toEqual([]);
  });

  it('finds who lies still by rough positions, whose noise is told or measured', () => {
    const rough = (sigma: number, told: boolean) => {
      let seed = 7;
      const uniform = () => {
        seed = (seed * 48_271) % 2_147_483_647;
        return seed / 2_147_483_647;
      };
      const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()) * sigma;
      return subjects(
        run(1200, () => [{ tag: 'a', x: 250 + normal(), y: normal(), ...(told && { acc: sigma }) }]),
      );
    };
    for (const sigma of [1.5, 3, 5])
      for (const told of [true, false])
        expect([sigma, told, rough(sigma, told)]).toEqual([sigma, told, ['a']]);
  });

  it('takes who walks for moving, however rough the positions, and says where it cannot', () => {
    const walks = (acc: number) => run(640, (s) => [{ tag: 'a', x: 100 + s * 0.5, acc }]);
    expect([subjects(walks(5)), walks(5).denies('a', null), walks(5).tooRough]).toEqual([[], true, 0]);
    const blind = run(640, (s) => [{ ...still(s), acc: 30 }]);
    expect([subjects(blind), blind.denies('a', null), blind.tooRough]).toEqual([[], false, 1]);
  });

  it("takes the tag's own word for lying still", () => {
    const jumps = (s: number) => ({ tag: 'a', x: 250 + (s % 120 < 60 ? 0 : 40), still: s });
    expect(subjects(run(660, (s) => [jumps(s)]))).toEqual(['a']);
    expect(subjects(run(660, (s) => [{ ...jumps(s), still: 0 }]))).toEqual([]);
    expect(subjects(run(660, (s) => [{ ...still(s), acc: 30, still: s }]))).toEqual(['a']);
  });

  it('leaves alone who moves, who has company by way, and who is on the surface', () => {
    expect(subjects(run(640, (s) => [{ tag: 'a', x: 100 + s * 0.5 }]))).toEqual([]);
    expect(subjects(run(640, (s) => [still(s), { tag: 'b', x: 290 + noise(s, 3) }]))).toEqual([]);
    expect(subjects(run(640, (s) => [{ ...still(s), spot: ON_SURFACE! }]))).toEqual([]);
  });

  it('takes nobody for company through rock, lost, too far off, or on wheels', () => {
    const other = (more: Partial<TinyPerson>) =>
      subjects(run(640, (s) => [still(s), { tag: 'b', x: 250, presence: 'fresh', ...more }]));
    expect(other({ z: -50, x: 250 + 0 })).toContain('a');
    expect(other({ presence: 'lost', age: 700 })).toEqual(['a']);
    expect(other({ x: 310, presence: 'stale', age: 20 })).toEqual(['a']);
    expect(other({ kind: 'vehicle' })).toEqual(['a']);
  });

  it('counts from when the company left', () => {
    const people = (s: number): TinyPerson[] => [still(s), { tag: 'b', x: s < 300 ? 260 : 260 + (s - 300) }];
    expect(subjects(run(900, people))).toEqual([]);
    expect(subjects(run(990, people))).toEqual(['a']);
  });

  it('denies by movement or company, never because it has just begun to look', () => {
    expect(run(20, (s) => [still(s)]).denies('a', null)).toBe(false);
    expect(run(60, (s) => [{ tag: 'a', x: 100 + s * 0.5 }]).denies('a', null)).toBe(true);
    expect(run(20, (s) => [still(s), { tag: 'b', x: 260 }]).denies('a', null)).toBe(true);
    expect(run(20, () => [{ tag: 'a', x: 250, presence: 'stale', age: 20 }]).denies('a', null)).toBe(false);
  });
});
