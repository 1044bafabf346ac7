import { expect, test } from 'vitest';
import type { DrivingFacts, ObstacleFacts } from '../contracts/driving-facts.ts';
import { RECORDED_KINDS } from '../contracts/hazard-source.ts';
import { box } from '../geometry/sample-solids.test-kit.ts';
import { answerMine, type MineDriveOnInput } from './answer-mine.ts';
import { rule, settings } from './scene.test-kit.ts';

const everywhere = (): DrivingFacts['rights'][number]['polygons'] => [
  [
    [
      [-9e3, -9e3],
      [9e3, -9e3],
      [9e3, 9e3],
      [-9e3, 9e3],
    ],
  ],
];
const goaf: ObstacleFacts = {
  id: 'G1',
  name: 'goaf 1',
  kind: 'goaf',
  source: 'goafs',
  body: { type: 'mesh', layer: 'goafs', feature: 'G1' },
  water: 'dry',
  conductive: null,
  evidence: ['survey'],
  evidenceWritten: '实测',
  placed: true,
};
const facts = (parts: Partial<DrivingFacts> = {}): DrivingFacts => ({
  format: 'hyalite-driving/1',
  inputHash: 'abc',
  settings: settings({
    distances: [rule('goaf', 20, 50), rule('mining-right', 20, 30), rule('poorly-sealed-borehole', 10, 30)],
    accuracies: [{ method: 'survey', plusMinus: 0, clause: 'c', status: 's' }],
  }),
  headings: [
    {
      id: 'H1',
      feature: 'H1',
      layer: 'planned-headings',
      name: null,
      line: [
        [0, 0, 0],
        [200, 0, 0],
      ],
      section: { shape: 'rectangle', width: 4, height: 3, lineIs: 'floor', from: 'file' },
      heightsInterpolated: 0,
      start: null,
      end: null,
    },
  ],
  obstacles: [goaf],
  rights: [{ id: 'R', name: null, polygons: everywhere(), lower: -500, upper: 500, evidence: ['survey'] }],
  recorded: RECORDED_KINDS,
  lost: [],
  surveyed: [
    {
      id: 'S',
      name: null,
      polygons: everywhere(),
      methods: ['geophysics'],
      written: null,
      date: '2025-09-12',
    },
  ],
  plan: null,
  ...parts,
});
const body = (west: number, east: number, closed = true): MineDriveOnInput['bodies'][number] => ({
  layerId: 'goafs',
  featureId: 'G1',
  mesh: box([west, -30, -10], [east, 30, 10]),
  closed,
});
const answer = (parts: Partial<DrivingFacts> = {}, bodies = [body(260, 300)]) =>
  answerMine({ mine: 'm', mineType: 'underground-metal', facts: facts(parts), bodies, rules: [] });
const stretchesOf = ({ report }: ReturnType<typeof answer>) =>
  report.headings[0]!.stretches.map(({ from, to, answer: said }) => [Math.round(from), Math.round(to), said]);

test('everything known and nothing near: drive', () => {
  const far = answer();
  expect(stretchesOf(far)).toEqual([[0, 200, 'drive']]);
  expect(far.report.revision).toBe('abc');
  expect(far.unjudged).toEqual([]);
  expect(stretchesOf(answer({}, [body(220, 260)]))).toEqual([
    [0, 170, 'drive'],
    [170, 200, 'probe-first'],
  ]);
});

test('an obstacle whose body is missing makes its kind unrecorded, and every stretch unknown', () => {
  const lost = answer({}, []);
  expect(lost.unjudged).toEqual([{ what: 'obstacle', id: 'G1', why: 'no-body', detail: null }]);
  expect(stretchesOf(lost)).toEqual([[0, 200, 'unknown']]);
  expect(lost.report.headings[0]!.stretches[0]!.reasons[0]).toMatchObject({
    code: 'kind-not-recorded',
    kinds: ['goaf'],
  });
});

test('a void that is not closed, was placed by assumption or found nobody knows how, is unknown at any distance', () => {
  expect(stretchesOf(answer({}, [body(260, 300, false)]))).toEqual([[0, 200, 'unknown']]);
  expect(stretchesOf(answer({ obstacles: [{ ...goaf, placed: false }] }))).toEqual([[0, 200, 'unknown']]);
  expect(stretchesOf(answer({ obstacles: [{ ...goaf, evidence: [] }] }))).toEqual([[0, 200, 'unknown']]);
});

test('a heading whose size or heights nobody gave is never answered drive', () => {
  const [heading] = facts().headings;
  const size = { ...heading!, section: { ...heading!.section, from: 'nobody' as const } };
  expect(stretchesOf(answer({ headings: [size] }))).toEqual([[0, 200, 'unknown']]);
  expect(stretchesOf(answer({ headings: [{ ...heading!, heightsInterpolated: 1 }] }))).toEqual([
    [0, 200, 'unknown'],
  ]);
  const both = answer({
    headings: [
      { ...size, id: 'A' },
      { ...heading!, id: 'B' },
    ],
  });
  expect(both.report.headings.map((one) => [one.heading, one.answer])).toEqual([
    ['A', 'unknown'],
    ['B', 'drive'],
  ]);
});

test('no right, or a right that is none, is unknown; leaving it stops', () => {
  expect(stretchesOf(answer({ rights: [] }))).toEqual([[0, 200, 'unknown']]);
  const bow = [
    [
      [0, 0],
      [100, 100],
      [100, 0],
      [0, 100],
    ],
  ] as [number, number][][];
  const [right] = facts().rights;
  const narrow: [number, number][][] = [
    [
      [-50, -50],
      [150, -50],
      [150, 50],
      [-50, 50],
    ],
  ];
  expect(stretchesOf(answer({ rights: [{ ...right!, polygons: [narrow] }] })).slice(-2)).toEqual([
    [130, 150, 'stop'],
    [150, 200, 'stop'],
  ]);
  // The clipper mends a crossing outline; what is left of it decides, and the heading leaves it.
  expect(answer({ rights: [{ ...right!, polygons: [bow] }] }).report.headings[0]!.answer).not.toBe('drive');
});

test('a heading that is no line is named and not passed over', () => {
  const [heading] = facts().headings;
  const stub = { ...heading!, line: [heading!.line[0]!, heading!.line[0]!] as typeof heading.line };
  const { report, unjudged } = answer({ headings: [stub] });
  expect(report.headings).toEqual([]);
  expect(unjudged).toMatchObject([{ what: 'heading', id: 'H1', why: 'not-a-body' }]);
});

test('a borehole is its axis', () => {
  const hole: ObstacleFacts = {
    ...goaf,
    id: 'ZK1',
    kind: 'poorly-sealed-borehole',
    body: {
      type: 'line',
      lines: [
        [
          [100, 0, 50],
          [100, 0, -20],
        ],
        [
          [100, 0, -20],
          [100, 0, -60],
        ],
      ],
    },
    water: 'unknown',
  };
  expect(stretchesOf(answer({ obstacles: [hole] }, []))).toEqual([
    [0, 70, 'drive'],
    [70, 90, 'probe-first'],
    [90, 110, 'stop'],
    [110, 130, 'probe-first'],
    [130, 200, 'drive'],
  ]);
});

const aquifer: ObstacleFacts = {
  ...goaf,
  id: 'gravel',
  kind: 'aquifer',
  source: 'strata',
  body: { type: 'mesh', layer: 'strata', feature: 'gravel' },
  water: { level: null },
  evidence: ['drilling'],
  modelled: true,
};
const modelled = (sigma: number | null): MineDriveOnInput['bodies'][number] => {
  const mesh = box([260, -30, -10], [300, 30, 10]);
  const deviation = new Float32Array(mesh.positions.length / 3).fill(sigma ?? Number.NaN);
  return { layerId: 'strata', featureId: 'gravel', mesh, closed: true, deviation };
};

test('how far a modelled unit may be off comes from its model, and where that is unknown nothing is answered drive', () => {
  const ask = (sigma: number | null, deviations = true) =>
    answer(
      {
        obstacles: [aquifer],
        settings: settings({
          distances: [rule('aquifer', 10, 50), rule('mining-right', 20, 30)],
          accuracies: [{ method: 'survey', plusMinus: 0, clause: 'c', status: 's' }],
          ...(deviations
            ? { deviations: { multiple: 2, clause: 'design 9', status: 'approved design' } }
            : {}),
        }),
      },
      [modelled(sigma)],
    );
  // 60 m to the body, 50 m asked for: driven, unless the model may be more than 10 m off.
  expect(stretchesOf(ask(4))).toEqual([[0, 200, 'drive']]);
  const doubted = ask(15);
  expect(stretchesOf(doubted)).toEqual([
    [0, 180, 'drive'],
    [180, 200, 'probe-first'],
  ]);
  expect(doubted.report.headings[0]!.stretches[1]!.reasons[0]!.plusMinus).toEqual({
    metres: 30,
    parts: [
      { of: 'model', metres: 30, source: '2 σ, design 9 (approved design)' },
      { of: 'heading', metres: 0, source: 'design 1 (approved design)' },
    ],
  });
  expect(stretchesOf(ask(null))).toEqual([[0, 200, 'unknown']]);
  expect(stretchesOf(ask(4, false))).toEqual([[0, 200, 'unknown']]);
});
