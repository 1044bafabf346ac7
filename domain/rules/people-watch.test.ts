import { describe, expect, it } from 'vitest';
import { whereaboutsOf } from './people-watch.ts';
import {
  IN_MAIN,
  MORNING,
  NOWHERE,
  ON_SURFACE,
  SECOND,
  type TinyPerson,
  tinyPlace,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const follow = (steps: readonly (readonly [seconds: number, person: Partial<TinyPerson>])[]) => {
  const watch = tinyWatcher();
  let last = watch(tinySituation(MORNING - 1));
  for (const [seconds, person] of steps)
    last = watch(tinySituation(MORNING + seconds * SECOND, [{ tag: 'a', x: 10, ...person }]));
  return last.people.rows[0]!;
};

describe('createPeopleWatch', () => {
  it('knows when somebody went in who was seen outside', () => {
    const person = follow([
      [0, { spot: ON_SURFACE! }],
      [100, { spot: IN_MAIN! }],
      [500, { spot: NOWHERE! }],
    ]);
    expect(person).toMatchObject({ entryKnown: true, enteredAt: MORNING + 100 * SECOND });
  });

  it('does not know when somebody went in who was in already', () => {
    expect(follow([[0, {}]])).toMatchObject({ entryKnown: false, enteredAt: MORNING });
  });

  it('takes a jump into daylight at the portal for noise, a minute outside for leaving', () => {
    const steps = [
      [0, { spot: ON_SURFACE! }],
      [100, {}],
      [200, { spot: ON_SURFACE! }],
      [220, {}],
    ] as const;
    expect(follow(steps).enteredAt).toBe(MORNING + 100 * SECOND);
    expect(follow([...steps.slice(0, 3), [261, {}]]).enteredAt).toBe(MORNING + 261 * SECOND);
  });

  it('takes a few decimetres of noise for standing still, and a slow walk for moving', () => {
    const still = tinyWatcher();
    const slow = tinyWatcher();
    let noise = 0.5;
    for (let s = 0; s <= 1800; s++) {
      // A plain generator: the same noise in every run.
      noise = (noise * 9301 + 0.49297) % 1;
      const dx = (noise - 0.5) * 1.2;
      still(tinySituation(MORNING + s * SECOND, [{ tag: 'a', x: 100 + dx, y: dx }]));
      slow(tinySituation(MORNING + s * SECOND, [{ tag: 'a', x: 100 + s * 0.1 + dx }]));
    }
    const end = MORNING + 1800 * SECOND;
    const at = (watch: typeof still) =>
      end - watch(tinySituation(end + 1, [{ tag: 'a', x: 280 }])).people.rows[0]!.stillSince;
    expect(at(still)).toBeGreaterThan(1790 * SECOND);
    expect(at(slow)).toBeLessThan(60 * SECOND);
  });

  it('counts who is heard in a place, and apart from them who was lost there', () => {
    const watch = tinyWatcher([tinyPlace('p', 100, 20)]);
    const { people } = watch(
      tinySituation(MORNING, [
        { tag: 'a', x: 100 },
        { tag: 'b', x: 105, presence: 'stale', age: 20 },
        { tag: 'c', x: 110, presence: 'lost', age: 600 },
        { tag: 'd', x: 100, presence: 'unknown' },
        { tag: 'v', x: 100, kind: 'vehicle' },
        { tag: 'e', x: 130 },
      ]),
    );
    expect([people.present[0], people.lost[0]]).toEqual([2, 1]);
  });

  it('forgets nobody: who is lost for hours is where they were', () => {
    const person = follow([
      [0, {}],
      [4 * 3600, { presence: 'lost', age: 4 * 3600 }],
    ]);
    expect(person).toMatchObject({ whereabouts: 2, heardAt: MORNING, enteredAt: MORNING });
  });
});

it('a place says itself whether it is underground; where it does not, a mine with roadways takes it so', () => {
  const place = (underground?: boolean | null) =>
    whereaboutsOf({ id: 'KDF', name: '矿灯房', level: null, kind: 'place', underground }, true);
  expect([place(false), place(true), place(null), place()]).toEqual([
    'surface',
    'underground',
    'unknown',
    'underground',
  ]);
});
