import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyDistance } from '../clearance/body-distance.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { type Held, judgeDistance, speaksMore } from './judge-distance.ts';
import { type MineFeature, type MineRecord, placeFeatures } from './mine-features.ts';
import { bothPlusMinus, measureBodies, pairFindings } from './pair-findings.ts';
import { line, mine, rule, rulesOf, solid } from './small-county.test-kit.ts';

const rules = rulesOf();
const ask = (mines: readonly MineRecord[], bound: number | null, lookWithin = 0) => {
  const workings = placeFeatures(mines, ['working']);
  return pairFindings(
    mines,
    {
      check: 'workings-distance',
      rule: bound === null ? null : rule('workings-distance', bound),
      bound,
      of: [workings, workings],
      box: (one) => one.box,
      measure: measureBodies,
      plusMinus: bothPlusMinus(rules),
    },
    rules,
    lookWithin,
  );
};
const drift = (id: string, x: number, more?: Partial<MineFeature>): MineFeature =>
  line(
    id,
    'working',
    [
      [x, 0, -100],
      [x, 100, -100],
    ] as Vec3[],
    2,
    more,
  );

describe('pairFindings', () => {
  it('shows the two nearest points, the ± and what would make it certain', () => {
    const mines = [mine('B', [drift('b', 33)]), mine('A', [drift('a', 0)])];
    const [found, ...rest] = ask(mines, 30);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      id: 'workings-distance:WORKINGS-DISTANCE:A:B',
      mines: ['A', 'B'],
      answer: 'found',
      certain: false,
      doubts: ['within-plus-minus'],
      rule: { id: 'WORKINGS-DISTANCE' },
      bound: 30,
      settles: [
        { do: 'survey-position', of: 'a' },
        { do: 'survey-position', of: 'b' },
      ],
    });
    const [proof] = found!.proofs;
    expect(proof).toMatchObject({
      here: { mine: 'A', feature: 'a' },
      there: { mine: 'B', feature: 'b' },
      plusMinus: 2,
    });
    expect(proof!.distance).toBeCloseTo(29, 9);
    expect(proof!.here.at[0]).toBeCloseTo(2, 9);
    expect(proof!.there.at[0]).toBeCloseTo(31, 9);
  });

  it('never denies where nobody knows how far positions may be off, or how near is too near', () => {
    const mines = [mine('A', [drift('a', 0)]), mine('B', [drift('b', 104, { method: null })])];
    expect(ask(mines, 30, 200)).toMatchObject([
      { answer: 'unknown', doubts: ['position-unknown'], settles: [{ do: 'state-accuracy', of: 'b' }] },
    ]);
    expect(ask(mines, 30, 50)).toEqual([]);
    expect(ask(mines, null, 200)).toMatchObject([
      { answer: 'unknown', doubts: ['distance-not-configured'], settles: [{ do: 'configure-distance' }] },
    ]);
    expect(ask([mine('A', [drift('a', 0)]), mine('B', [drift('b', 104)])], 30, 200)).toEqual([]);
  });

  it('keeps what is certain where something unsure lies nearer', () => {
    const mines = [
      mine('A', [drift('a1', 0), drift('a2', 500, { method: 'document' })]),
      mine('B', [drift('b1', 15), drift('b2', 512)]),
    ];
    const [found] = ask(mines, 30);
    expect(found).toMatchObject({ answer: 'found', certain: true, doubts: [], settles: [] });
    expect(found!.proofs[0]).toMatchObject({ here: { feature: 'a1' }, there: { feature: 'b1' } });
    // Nothing but the unsure: its own doubt is told.
    const [unsure] = ask(
      mines.map((one) => ({ ...one, features: one.features.slice(1) })),
      30,
    );
    expect(unsure).toMatchObject({ answer: 'found', certain: false, doubts: ['position-unknown'] });
  });

  it('is what comparing every two features of every two mines says', () => {
    const at = fc.tuple(
      fc.integer({ min: 0, max: 120 }),
      fc.integer({ min: 0, max: 120 }),
      fc.integer({ min: -60, max: 0 }),
    );
    const metres = fc.integer({ min: 1, max: 30 });
    const shape = fc.oneof(
      fc
        .tuple(at, metres, metres, metres)
        .map(([p, u, v, w]) => ({ p, q: [p[0] + u, p[1] + v, p[2] + w] as Vec3 })),
      fc.tuple(at, at, fc.integer({ min: 0, max: 4 })).map(([p, q, radius]) => ({ p, q, radius })),
    );
    const off = fc.constantFrom(null, 0, 3, 12);
    const county = fc.array(fc.array(fc.tuple(shape, off), { maxLength: 4 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(county, fc.integer({ min: 0, max: 40 }), (all, bound) => {
        const mines = all.map((features, m) =>
          mine(
            `M${m}`,
            features.map(([one, plusMinus], i) => {
              const more = { method: null, plusMinus };
              return 'radius' in one
                ? line(`${m}-${i}`, 'working', [one.p, one.q], one.radius, more)
                : solid(`${m}-${i}`, 'working', one.p, one.q, more);
            }),
          ),
        );
        const lookWithin = 50;
        const placed = placeFeatures(mines, ['working']);
        const expected = new Map<string, Held>();
        for (const a of placed)
          for (const b of placed) {
            if (a.mine >= b.mine) continue;
            const { distance } = bodyDistance(a.body(), b.body())!;
            const plusMinus = bothPlusMinus(rules)(a, b);
            const { answer, certain } = judgeDistance(distance, plusMinus, bound);
            if (answer === 'denied' || (plusMinus === null && distance > Math.max(bound, lookWithin)))
              continue;
            const key = `M${a.mine} M${b.mine}`;
            const held = expected.get(key);
            const one: Held = { answer, certain, distance };
            if (!held || speaksMore(one, held)) expected.set(key, one);
          }
        const found = ask(mines, bound, lookWithin);
        expect(found.map(({ mines: pair }) => pair.join(' ')).sort()).toEqual([...expected.keys()].sort());
        for (const { mines: pair, answer, certain, proofs } of found) {
          const held = expected.get(pair.join(' '))!;
          expect([answer, certain]).toEqual([held.answer, held.certain]);
          expect(proofs[0]!.distance).toBeCloseTo(held.distance, 9);
        }
      }),
      { numRuns: 150 },
    );
  });
});
