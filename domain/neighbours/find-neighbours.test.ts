import { describe, expect, it } from 'vitest';
import { NEIGHBOUR_CHECKS, type NeighbourRules, neighboursReportSchema } from '../contracts/neighbours.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { findNeighbours } from './find-neighbours.ts';
import type { MineFeature, MineRecord } from './mine-features.ts';
import { answerBetween } from './neighbour-gaps.ts';
import { line, mine, rule, rulesOf, SAID, solid } from './small-county.test-kit.ts';

const right = (id: string, x: number): MineFeature =>
  solid(`${id}-right`, 'right', [x, 0, -300], [x + 500, 500, 0]);
const look = (mines: readonly MineRecord[], rules: NeighbourRules = rulesOf()) => {
  const report = findNeighbours('nowhere', mines, rules, 300);
  expect(neighboursReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  return report;
};
const of = (report: ReturnType<typeof look>, check: string) =>
  report.findings.filter((one) => one.check === check);

describe('findNeighbours', () => {
  it('finds a goaf across a boundary, with its water over the other mine', () => {
    const goaf = solid('g', 'goaf', [450, 100, -120], [520, 200, -100], { water: { level: -90 } });
    const report = look([mine('A', [right('A', 0), goaf]), mine('B', [right('B', 510)])]);
    const [found] = of(report, 'goaf-across-boundary');
    expect(found).toMatchObject({ mines: ['A', 'B'], answer: 'found', certain: false, bound: 0, rule: null });
    expect(found!.proofs[0]).toMatchObject({
      here: { feature: 'g' },
      there: { feature: 'B-right' },
      distance: 0,
    });
    expect(found!.proofs[0]!.water[0]).toMatchObject({ feature: 'g', level: -90 });
    expect(answerBetween(report, 'goaf-across-boundary', 'B', 'A')).toBe('found');
  });

  it('finds workings that meet', () => {
    const mines = [
      mine('A', [
        line(
          'a',
          'working',
          [
            [0, 0, -50],
            [60, 0, -50],
          ] as Vec3[],
          2,
        ),
      ]),
      mine('B', [
        line(
          'b',
          'working',
          [
            [60, 3, -50],
            [60, 90, -50],
          ] as Vec3[],
          2,
        ),
      ]),
      mine('C', [
        line(
          'c',
          'working',
          [
            [65.5, 50, -50],
            [90, 50, -50],
          ] as Vec3[],
          2,
        ),
      ]),
    ];
    const report = look(mines);
    expect(of(report, 'connected-workings').map(({ mines: pair, answer }) => [pair, answer])).toEqual([
      [['A', 'B'], 'found'],
      // A metre and a half of rock as drawn, and each may be a metre nearer.
      [['B', 'C'], 'unknown'],
    ]);
    expect(answerBetween(report, 'connected-workings', 'A', 'C')).toBe('denied');
  });

  it('takes a closed shaft for a working, dry or not, and a drift into a goaf for a way between two mines', () => {
    const drift = line('w', 'working', [[0, 0, -50] as Vec3, [60, 0, -50] as Vec3], 2);
    const shaft = (x: number) => line('s', 'closed-shaft', [[x, 0, 0] as Vec3, [x, 0, -80] as Vec3], 2);
    const rules = rulesOf(rule('workings-distance', 20));
    const between = (...other: readonly MineFeature[]) => look([mine('A', [drift]), mine('B', other)], rules);
    const answers = (report: ReturnType<typeof look>) =>
      (['connected-workings', 'workings-distance'] as const).map((check) =>
        answerBetween(report, check, 'A', 'B'),
      );
    expect(answers(between(shaft(30)))).toEqual(['found', 'found']);
    expect(answers(between(shaft(72)))).toEqual(['denied', 'found']);
    expect(answers(between(shaft(200)))).toEqual(['denied', 'denied']);
    const goaf = solid('g', 'goaf', [50, -10, -60], [90, 10, -40]);
    expect(of(between(goaf), 'connected-workings')).toMatchObject([{ answer: 'found' }]);
    // Goafs that meet are told by their distance.
    const goafs = look([mine('A', [{ ...goaf, id: 'h' }]), mine('B', [goaf])], rules);
    expect(of(goafs, 'connected-workings')).toEqual([]);
    expect(of(goafs, 'goafs-distance')).toMatchObject([{ answer: 'found' }]);
    const unrecorded = look([mine('A', [drift]), mine('B', [], { recorded: ['working', 'goaf'] })], rules);
    expect(answers(unrecorded)).toEqual(['unknown', 'unknown']);
  });

  it('finds zones of subsidence that overlap, only with draw angles somebody has configured', () => {
    const goaf = (id: string, x: number) => solid(id, 'goaf', [x, 0, -200], [x + 50, 50, -190]);
    const mines = [mine('A', [goaf('a', 0)]), mine('B', [goaf('b', 300)])];
    const without = look(mines);
    expect(of(without, 'subsidence-overlap')).toEqual([]);
    expect(answerBetween(without, 'subsidence-overlap', 'A', 'B')).toBe('unknown');
    const angles = (degrees: number): NeighbourRules => ({
      ...rulesOf(),
      drawAngles: [{ id: 'DRAW', degrees, mines: [], ...SAID }],
    });
    const wide = look(mines, angles(45));
    expect(of(wide, 'subsidence-overlap')).toMatchObject([
      {
        answer: 'found',
        certain: true,
        drawAngles: [
          { mine: 'A', degrees: 45 },
          { mine: 'B', degrees: 45 },
        ],
      },
    ]);
    const { distance, ground } = of(wide, 'subsidence-overlap')[0]!.proofs[0]!;
    expect(distance).toBeCloseTo(250 - 400, 9);
    expect(ground![0]).toBeCloseTo(175, 9);
    // Of two angles for one mine the flatter, in whatever order they stand: its zone holds the other.
    const [steeper, flatter] = [angles(75).drawAngles[0]!, angles(45).drawAngles[0]!];
    for (const drawAngles of [
      [steeper, flatter],
      [flatter, steeper],
    ])
      expect(of(look(mines, { ...rulesOf(), drawAngles }), 'subsidence-overlap')).toEqual(
        of(wide, 'subsidence-overlap'),
      );
    const steep = look(mines, angles(75));
    expect(of(steep, 'subsidence-overlap')).toEqual([]);
    expect(answerBetween(steep, 'subsidence-overlap', 'A', 'B')).toBe('denied');
  });

  it('tells an overlap of zones that is certain, where that of an unsure goaf is wider', () => {
    const goaf = (id: string, x: number, more?: Partial<MineFeature>) =>
      solid(id, 'goaf', [x, 0, -200], [x + 50, 50, -190], more);
    const mines = [
      mine('A', [goaf('a-unsure', 150, { method: 'document' }), goaf('a', 0)]),
      mine('B', [goaf('b', 300)]),
    ];
    const rules = { ...rulesOf(), drawAngles: [{ id: 'DRAW', degrees: 45, mines: [], ...SAID }] };
    expect(of(look(mines, rules), 'subsidence-overlap')).toMatchObject([
      { answer: 'found', certain: true, proofs: [{ here: { feature: 'a' } }] },
    ]);
  });

  it('finds the aquifer, fault or closed shaft that several mines have water from', () => {
    const drift = (id: string, x: number) =>
      line(
        id,
        'working',
        [
          [x, 0, -100],
          [x + 50, 0, -100],
        ] as Vec3[],
        2,
      );
    const fault = (conductive: boolean | null) =>
      solid('F', 'fault', [-10, 20, -300], [900, 21, 0], { conductive, water: { level: -40 } });
    const mines = (conductive: boolean | null) => [
      mine('A', [drift('a', 0), fault(conductive)]),
      mine('B', [drift('b', 400)]),
      mine('C', [drift('c', 5000)]),
    ];
    const rules = rulesOf(rule('shared-water-path', 30));
    const [found, ...more] = of(look(mines(true), rules), 'shared-water-path');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ mines: ['A', 'B'], answer: 'found', certain: true, settles: [] });
    expect(found!.proofs.map(({ there }) => there.feature)).toEqual(['a', 'b']);
    expect(found!.proofs[0]!.water[0]!.headMetres).toBeCloseTo(60, 6);
    expect(of(look(mines(null), rules), 'shared-water-path')).toMatchObject([
      {
        answer: 'found',
        certain: false,
        doubts: ['carries-water-unknown'],
        settles: [{ do: 'test-conductivity', of: 'F' }],
      },
    ]);
    expect(of(look(mines(false), rules), 'shared-water-path')).toEqual([]);
    // A third mine that may reach it takes nothing from what two share for certain, and is itself not found.
    const third = { ...drift('c', 950), plusMinus: 30 };
    const [three] = of(look([...mines(true).slice(0, 2), mine('C', [third])], rules), 'shared-water-path');
    expect(three).toMatchObject({ mines: ['A', 'B', 'C'], answer: 'found', certain: true });
    expect(three!.proofs.map(({ judged }) => judged)).toEqual([
      { answer: 'found', certain: true },
      { answer: 'found', certain: true },
      { answer: 'unknown', certain: false },
    ]);

    const old = (id: string, at: Vec3, water: MineFeature['water']) =>
      line(id, 'closed-shaft', [at, [at[0], at[1], -150]], 2, { water });
    const shaft = line(
      'old',
      'closed-shaft',
      [
        [410, 25, 0],
        [410, 25, -150],
      ] as Vec3[],
      2,
      { water: 'unknown' },
    );
    const closed = look([mine('B', [drift('b', 400)]), mine('X', [shaft], { recorded: [] })], rules);
    expect(of(closed, 'shared-water-path')).toMatchObject([
      { mines: ['B', 'X'], answer: 'found', settles: [{ do: 'measure-water-level', of: 'old' }] },
    ]);

    // What it reaches may be a closed shaft alone, filled with water or dry.
    const [pierced] = of(
      look(
        [
          mine('A', [old('sa', [5, 20, 0], 'dry'), fault(true)]),
          mine('B', [old('sb', [400, 20, 0], { level: -20 })]),
        ],
        rules,
      ),
      'shared-water-path',
    ).filter(({ proofs }) => proofs[0]!.here.kind === 'fault');
    expect(pierced).toMatchObject({ mines: ['A', 'B'], answer: 'found', certain: true });
    const side = look(
      [
        mine('A', [old('sa', [0, 0, 0], { level: -10 })]),
        mine('B', [old('sb', [5, 0, 0], 'dry')]),
        mine('C', [old('sc', [500, 0, 0], 'dry')]),
      ],
      rules,
    );
    expect(of(side, 'shared-water-path')).toMatchObject([
      { mines: ['A', 'B'], answer: 'found', certain: true, proofs: [{}, { there: { feature: 'sb' } }] },
    ]);
    expect(answerBetween(side, 'shared-water-path', 'A', 'C')).toBe('denied');
  });

  it('lets a nearer unsure hollow take nothing from a path that is certain', () => {
    const goaf = (id: string, x: number, z: number, more?: Partial<MineFeature>) =>
      solid(id, 'goaf', [x, 0, z - 20], [x + 10, 10, z], more);
    const sand = solid('q', 'aquifer', [-50, -50, 10], [900, 50, 30], { water: { level: 40 } });
    const [found] = of(
      look(
        [
          mine('A', [sand, goaf('a', 0, 5)]),
          mine('B', [goaf('b', 300, 3), goaf('b-document', 400, 8, { method: 'document' })]),
        ],
        rulesOf(rule('shared-water-path', 20)),
      ),
      'shared-water-path',
    );
    expect(found).toMatchObject({ certain: true, doubts: [], proofs: [{}, { there: { feature: 'b' } }] });
  });

  it('holds no water path against a number that nobody has configured, and finds what meets all the same', () => {
    const sand = (bottom: number) =>
      solid('q', 'aquifer', [-50, -50, bottom], [900, 50, 30], { water: { level: 40 } });
    const goaf = (id: string, x: number) => solid(id, 'goaf', [x, 0, -10], [x + 10, 10, 0]);
    const mines = (bottom: number) => [mine('A', [goaf('a', 0), sand(bottom)]), mine('B', [goaf('b', 300)])];
    const over = look(mines(3));
    expect(of(over, 'shared-water-path')).toMatchObject([
      {
        ...{ answer: 'unknown', certain: false, bound: null, doubts: ['distance-not-configured'] },
        settles: [{ do: 'configure-distance', of: 'shared-water-path' }],
      },
    ]);
    expect(answerBetween(look(mines(800)), 'shared-water-path', 'A', 'B')).toBe('unknown');
    expect(of(look(mines(-5)), 'shared-water-path')).toMatchObject([{ answer: 'found', certain: false }]);
  });

  it('finds hollows that cut one another though no distance is configured, with the water of a flooded drift', () => {
    const goaf = solid('g', 'goaf', [0, 0, -110], [10, 10, -90]);
    const flooded = line('w', 'working', [[-20, 5, -100] as Vec3, [30, 5, -100] as Vec3], 2, {
      water: { level: 80 },
    });
    const [found] = of(look([mine('A', [goaf]), mine('B', [flooded])]), 'workings-goaf-distance');
    expect(found).toMatchObject({
      answer: 'found',
      certain: false,
      doubts: ['within-plus-minus'],
      bound: null,
    });
    expect(found!.proofs[0]!.water).toMatchObject([{ feature: 'w', level: 80 }]);
    expect(found!.proofs[0]!.water[0]!.headMetres).toBeGreaterThan(170);
    const exact = [goaf, flooded].map((one) => ({ ...one, plusMinus: 0 }));
    const [sure] = of(
      look([mine('A', [exact[0]!]), mine('B', [{ ...exact[1]!, water: 'unknown' }])]),
      'workings-goaf-distance',
    );
    expect(sure).toMatchObject({
      ...{ answer: 'found', certain: true, doubts: [] },
      settles: [{ do: 'measure-water-level', of: 'w', kind: 'working' }],
    });
  });

  it('lists as unknown what mines may share by parts that meet and have no common name', () => {
    const sand = (id: string, west: number, east: number, partOf: string | null = null) =>
      solid(id, 'aquifer', [west, -50, -30], [east, 50, -5], { water: { level: 40 }, partOf });
    const goaf = (id: string, x: number) => solid(id, 'goaf', [x, 0, -20], [x + 10, 10, -8]);
    const mines = (partOf: string | null, gap = 0) => [
      mine('A', [goaf('a', 0), sand('qa', -50, 150, partOf)]),
      mine('B', [goaf('b', 300), sand('qb', 150 + gap, 400, partOf)]),
      mine('C', [goaf('c', 900)]),
    ];
    const rules = rulesOf(rule('shared-water-path', 5));
    const [one, ...more] = of(look(mines(null), rules), 'shared-water-path');
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      ...{ mines: ['A', 'B'], answer: 'unknown', certain: false, doubts: ['same-body-unknown'] },
      settles: [
        { do: 'name-whole', of: 'qa', kind: 'aquifer' },
        { do: 'name-whole', of: 'qb', kind: 'aquifer' },
      ],
    });
    expect(of(look(mines('sand'), rules), 'shared-water-path')).toMatchObject([
      { mines: ['A', 'B'], answer: 'found', certain: true },
    ]);
    expect(of(look(mines(null, 20), rules), 'shared-water-path')).toEqual([]);
    const ore = (id: string, x: number) => solid(id, 'orebody', [x, 100, -200], [x + 210, 200, -150]);
    const parts = [mine('A', [right('A', 0), ore('oa', 300)]), mine('B', [right('B', 520), ore('ob', 509)])];
    expect(of(look(parts), 'shared-orebody')).toMatchObject([{ mines: ['A', 'B'], answer: 'unknown' }]);
    expect(of(look(parts.map((each) => ({ ...each, owner: 'one' }))), 'shared-orebody')).toEqual([]);
  });

  it('finds one ore body with several owners', () => {
    const ore = (id: string, partOf: string | null, x: number) =>
      solid(id, 'orebody', [x, 100, -200], [x + 400, 200, -150], { partOf });
    const one = [mine('A', [right('A', 0), ore('o', null, 300)]), mine('B', [right('B', 520)])];
    expect(of(look(one), 'shared-orebody')).toMatchObject([{ mines: ['A', 'B'], answer: 'found' }]);
    const parts = [
      mine('A', [right('A', 0), ore('o1', 'No. 3', 50)]),
      mine('B', [right('B', 520), ore('o2', 'No. 3', 600)]),
    ];
    expect(of(look(parts), 'shared-orebody')).toMatchObject([{ mines: ['A', 'B'], answer: 'found' }]);
    const owned = one.map((each) => ({ ...each, owner: 'one and the same' }));
    expect(of(look(owned), 'shared-orebody')).toEqual([]);
    const unowned = [one[0]!, { ...one[1]!, owner: null }];
    expect(of(look(unowned), 'shared-orebody')).toMatchObject([
      { answer: 'unknown', doubts: expect.arrayContaining(['owner-unknown']) },
    ]);
  });

  it('joins contiguous mines to clusters', () => {
    const mines = [
      mine('A', [right('A', 0)]),
      mine('B', [right('B', 520)]),
      mine('C', [right('C', 1119)]),
      mine('D', [right('D', 9000)]),
    ];
    const report = look(mines, rulesOf(rule('contiguous', 100)));
    expect(report.clusters.map(({ mines: all, certain }) => [all, certain])).toEqual([
      [['A', 'B', 'C'], false],
      [['A', 'B'], true],
    ]);
  });

  it('denies nothing of a mine that has given no data', () => {
    const report = look([
      mine('A', [right('A', 0)]),
      mine('B', [], { recorded: [], ground: null, owner: null }),
    ]);
    for (const check of NEIGHBOUR_CHECKS) expect(answerBetween(report, check, 'A', 'B')).toBe('unknown');
    expect(report.gaps.filter(({ mine: id }) => id === 'B').map(({ settles }) => settles.do)).toContain(
      'record-kind',
    );
    expect(report.gaps.find(({ check }) => check === 'rights-distance')).toMatchObject({
      mine: null,
      settles: { do: 'configure-distance' },
    });
  });

  it('names a mine or feature that is given twice, and a shape that is nowhere', () => {
    expect(() => look([mine('A', []), mine('A', [])])).toThrow(/mine A is given twice/);
    expect(() => look([mine('A', [right('A', 0)]), mine('B', [right('A', 9)])])).toThrow(
      /A-right .* mine A .* mine B/,
    );
    expect(() => look([mine('A', [line('a', 'working', [[0, Number.NaN, 0]], 2)])])).toThrow(
      /working a of mine A/,
    );
  });
});
