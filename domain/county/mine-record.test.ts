import { expect, it } from 'vitest';
import { bodyDistance } from '../clearance/body-distance.ts';
import type { CountyFeature, RegisterMine } from '../contracts/county.ts';
import { findNeighbours } from '../neighbours/find-neighbours.ts';
import { placeFeatures } from '../neighbours/mine-features.ts';
import { answerBetween } from '../neighbours/neighbour-gaps.ts';
import { MIDDLE, sampleFeature, sampleFrame, sampleMine, square } from './county.test-kit.ts';
import { countyHeights } from './county-heights.ts';
import { type LostFeature, mineFeature, mineRecord } from './mine-record.ts';
import { asRight } from './right-polygons.ts';

const frame = sampleFrame();
const ground = { frame, lost: [], day: null };
const record = (
  mine: RegisterMine,
  features: readonly CountyFeature[],
  lost: LostFeature[] = [],
  day: string | null = null,
) => mineRecord(mine, features, null, { frame, heights: countyHeights([mine], features), lost, day });
const prism = (at: readonly [number, number], bottom: number, top: number) => ({
  type: 'prism' as const,
  rings: [square(at, 0.0005)],
  bottom,
  top,
});

it('keeps heights 20 km from the middle, where up is another thing', () => {
  const far: [number, number] = [MIDDLE[0] + 0.22, MIDDLE[1]];
  const [, , up] = frame.toEnu(...far, -100);
  expect(up).toBeLessThan(-125);
  expect(frame.heightAt(frame.toEnu(...far, -100))).toBeCloseTo(-100, 6);
  const { shape } = mineFeature(sampleFeature(prism(far, -120, -100)), frame);
  if (shape.type !== 'mesh') throw new Error('a prism is a mesh');
  expect(shape.closed).toBe(true);
  const { positions } = shape.mesh;
  const heights = Array.from({ length: positions.length / 3 }, (_, i) =>
    frame.heightAt([positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!]),
  );
  expect(new Set(heights.map((height) => Math.round(height * 1e4) / 1e4))).toEqual(new Set([-120, -100]));
});

it('measures the rock between two goafs of different mines, metre for metre', () => {
  const lost: LostFeature[] = [];
  const over = record(sampleMine(), [sampleFeature(prism(MIDDLE, -40, -20))], lost);
  const under = record(
    sampleMine({ id: 'b' }),
    [sampleFeature(prism(MIDDLE, -75, -60), { id: 'b/g1', mine: 'b' })],
    lost,
  );
  const [a, b] = placeFeatures([over, under], ['goaf']).map(({ body }) => body());
  expect(bodyDistance(a!, b!, 100)?.distance).toBeCloseTo(20, 3);
  expect(lost).toEqual([]);
});

it('lets a fault go down along its dip, and knows not where one without a dip goes', () => {
  const sheet = (dip: number | null) =>
    sampleFeature(
      {
        type: 'sheet',
        trace: [MIDDLE, [MIDDLE[0], MIDDLE[1] + 0.01]],
        dip,
        dipDirection: 90,
        top: 100,
        bottom: 0,
      },
      { kind: 'fault', method: 'drilling', plusMinus: 3 },
    );
  const dipping = mineFeature(sheet(45), frame);
  if (dipping.shape.type !== 'mesh') throw new Error('a fault is a mesh');
  const { positions } = dipping.shape.mesh;
  expect(positions[6]! - positions[0]!).toBeCloseTo(100, 2);
  expect(dipping).toMatchObject({ method: 'drilling', plusMinus: 3 });
  expect(mineFeature(sheet(null), frame)).toMatchObject({ method: null, plusMinus: null });
});

it('denies nothing of a kind of which a feature was lost, and says why', () => {
  const lost: LostFeature[] = [];
  const upsideDown = sampleFeature(prism(MIDDLE, 0, -20));
  const made = record(sampleMine(), [upsideDown], lost);
  expect(made.features).toEqual([]);
  // It has no right either, so none is recorded, whatever the register says.
  expect(made.recorded).toEqual([]);
  expect(lost).toMatchObject([{ mine: 'a', kind: 'goaf', feature: 'a/g1' }]);
  expect(lost[0]!.reason).toContain('above the lower');
});

it('loses by name what makes no body: a dip that is none, a line without length', () => {
  const lost: LostFeature[] = [];
  const fault = (dip: number) =>
    sampleFeature(
      {
        type: 'sheet',
        trace: [MIDDLE, [MIDDLE[0], MIDDLE[1] + 0.01]],
        dip,
        dipDirection: 90,
        top: 100,
        bottom: 0,
      },
      { id: `fault of ${dip}`, kind: 'fault' },
    );
  const nowhere = sampleFeature(
    {
      type: 'line',
      line: [
        [...MIDDLE, 0],
        [...MIDDLE, Number.NaN],
      ],
      radius: 2,
    },
    { id: 'nowhere', kind: 'working' },
  );
  const made = record(sampleMine(), [fault(0), fault(-20), nowhere], lost);
  expect(made.features).toEqual([]);
  expect(lost.map(({ feature }) => feature)).toEqual(['fault of 0', 'fault of -20', 'nowhere']);
});

it('says what is known of water: none, unknown, some, and up to where', () => {
  const water = (more: Parameters<typeof sampleFeature>[1]) =>
    mineFeature(sampleFeature(prism(MIDDLE, -40, -20), more), frame).water;
  expect(water({})).toBe('unknown');
  expect(water({ holdsWater: false })).toBe('dry');
  expect(water({ holdsWater: true })).toEqual({ level: null });
  expect(water({ holdsWater: true, waterLevel: 12 })).toMatchObject({ level: expect.closeTo(12, 2) });
  // Of "dry" beside a level the water is believed.
  expect(water({ holdsWater: false, waterLevel: 12 })).toMatchObject({ level: expect.closeTo(12, 2) });
});

it('denies nothing of a roadway nobody said the width of: how near its wall is nobody knows', () => {
  const drift = (id: string, north: number, radius: number | null) =>
    sampleFeature(
      {
        type: 'line',
        line: [
          [MIDDLE[0], MIDDLE[1] + north, -50],
          [MIDDLE[0] + 0.001, MIDDLE[1] + north, -50],
        ],
        radius,
      },
      { id: `${id}/w1`, mine: id, kind: 'working', method: 'survey', plusMinus: 0.1, holdsWater: false },
    );
  // 3 m between the axes.
  const look = (radius: number | null) => {
    const report = findNeighbours(
      'x',
      (['a', 'b'] as const).map((id, i) =>
        record(sampleMine({ id, recorded: ['working', 'goaf', 'closed-shaft'] }), [
          drift(id, (i * 3) / 111_000, radius),
        ]),
      ),
      { rules: [], drawAngles: [], accuracies: [] },
      300,
    );
    const [finding] = report.findings.filter(({ check }) => check === 'connected-workings');
    return { finding, answer: answerBetween(report, 'connected-workings', 'a', 'b') };
  };
  expect(look(0.5).answer).toBe('denied');
  expect(look(2).answer).toBe('found');
  expect(look(null).finding).toMatchObject({
    ...{ answer: 'unknown', doubts: ['position-unknown'] },
    settles: [
      { do: 'state-radius', of: 'a/w1' },
      { do: 'state-radius', of: 'b/w1' },
    ],
  });
});

it('knows a mine as it was on a day', () => {
  const features = [
    sampleFeature(prism(MIDDLE, -40, -20), { from: '2024-05-01' }),
    sampleFeature(prism(MIDDLE, -40, -20), { id: 'a/g2', to: '2023-01-01' }),
  ];
  const on = (day: string | null) => record(sampleMine(), features, [], day).features.map(({ id }) => id);
  expect(on('2022-06-01')).toEqual(['a/g2']);
  expect(on('2024-06-01')).toEqual(['a/g1']);
});

it('holds a goaf that ends later to be there until then, and everything where nobody says the day', () => {
  const features = [
    sampleFeature(prism(MIDDLE, -40, -20), { to: '2030-12-31' }),
    sampleFeature(prism(MIDDLE, -40, -20), { id: 'a/g2', from: '2030-01-01' }),
  ];
  const on = (day: string | null) => record(sampleMine(), features, [], day).features.map(({ id }) => id);
  expect(on('2026-11-20')).toEqual(['a/g1']);
  expect(on('2030-12-31')).toEqual(['a/g1', 'a/g2']);
  expect(on(null)).toEqual(['a/g1', 'a/g2']);
});

it('finds nothing for certain of a right whose heights nobody stated, and still denies what is far in plan', () => {
  const right = (east: number, heights: { readonly bottom: number | null; readonly top: number | null }) => ({
    ...{ rings: [square([MIDDLE[0] + east, MIDDLE[1]], 0.001)], validUntil: null },
    ...heights,
  });
  const rule = { id: 'R', check: 'rights-distance' as const, value: 50, active: true };
  const said = { jurisdiction: 'x', clause: 'y', status: 'z' };
  const rules = { rules: [{ ...rule, ...said }], drawAngles: [], accuracies: [] };
  const stated = { bottom: -100, top: -50 };
  const look = (east: number, heights: typeof stated | { readonly bottom: null; readonly top: number }) => {
    const mines = [
      sampleMine({ right: right(0, heights), recorded: ['right'] }),
      sampleMine({ id: 'b', right: right(east, stated), recorded: ['right'] }),
    ];
    const report = findNeighbours(
      'x',
      mines.map((mine) => mineRecord(mine, [], null, { ...ground, heights: countyHeights(mines, []) })),
      rules,
      300,
    );
    const [finding] = report.findings.filter(({ check }) => check === 'rights-distance');
    return { finding, answer: answerBetween(report, 'rights-distance', 'a', 'b') };
  };
  expect(look(0.0015, stated).finding).toMatchObject({ answer: 'found', certain: true, doubts: [] });
  expect(look(0.0015, { bottom: null, top: 500 }).finding).toMatchObject({
    ...{ answer: 'found', certain: false, doubts: ['heights-not-stated'] },
    settles: [{ do: 'state-right-heights', of: 'a/right-1', kind: 'right' }],
  });
  expect(look(0.01, { bottom: null, top: 500 }).answer).toBe('denied');
});

it('lets a right of unknown heights reach what lies highest, on a plateau too', () => {
  const mines = [
    sampleMine({ right: null, recorded: ['goaf'] }),
    sampleMine({
      id: 'b',
      right: { rings: [square(MIDDLE, 0.003)], bottom: null, top: null, validUntil: null },
      recorded: ['right'],
    }),
  ];
  const goafs = [sampleFeature(prism(MIDDLE, 4180, 4200))];
  const heights = countyHeights(mines, goafs);
  const records = mines.map((mine, i) =>
    mineRecord(mine, i === 0 ? goafs : [], null, { ...ground, heights }),
  );
  const report = findNeighbours('x', records, { rules: [], drawAngles: [], accuracies: [] }, 300);
  expect(report.findings.filter(({ check }) => check === 'goaf-across-boundary')).toMatchObject([
    { mines: ['a', 'b'], answer: 'found', certain: false },
  ]);
});

it('gives each parcel of a right its own heights: a shallow one is not as deep as that beside it', () => {
  const parcels = [
    { rings: [square(MIDDLE, 0.001)], bottom: -10, top: 50 },
    { rings: [square([MIDDLE[0] + 0.01, MIDDLE[1]], 0.001)], bottom: -300, top: 50 },
  ];
  const { features } = record(sampleMine({ right: { ...asRight(parcels), validUntil: null } }), []);
  const lowest = placeFeatures(
    [{ id: 'a', owner: null, features, recorded: [], ground: null }],
    ['right'],
  ).map(({ box }) => Math.round(box.min[2]));
  expect(lowest).toEqual([-10, -300]);
  expect(features.map(({ atMost }) => atMost)).toEqual([undefined, undefined]);
  const unstated = asRight([parcels[0]!, { ...parcels[1]!, bottom: null }]);
  const half = record(sampleMine({ right: { ...unstated, validUntil: null } }), []).features;
  expect(half.map(({ atMost }) => atMost)).toEqual([undefined, true]);
});
