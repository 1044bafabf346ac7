import { expect, test } from 'vitest';
import { NO_DRIVING_SETTINGS } from '../contracts/driving.ts';
import type { DrivingFacts } from '../contracts/driving-facts.ts';
import type { LayoutRule } from '../contracts/live/rule-book.ts';
import type { RoadwayNetwork } from '../contracts/network.ts';
import type { GeologicalBody } from '../geology/geological-model.ts';
import { box } from '../geometry/sample-solids.test-kit.ts';
import { type DutiesInput, dutiesOfMine } from './duties-of-mine.ts';

const network: RoadwayNetwork = {
  format: 'hyalite-network/1',
  nodes: [
    { id: 0, at: [0, 0, 100], degree: 1, surface: true },
    { id: 1, at: [0, 0, 0], degree: 2 },
    { id: 2, at: [200, 0, 0], degree: 1 },
  ],
  edges: [
    {
      id: 's',
      roadway: 'S',
      from: 0,
      to: 1,
      line: [
        [0, 0, 100],
        [0, 0, 0],
      ],
      length: 100,
      type: 'shaft',
      width: 4,
      height: 4,
    },
    {
      id: 'd',
      roadway: 'D',
      from: 1,
      to: 2,
      line: [
        [0, 0, 0],
        [200, 0, 0],
      ],
      length: 200,
      type: '沿脉巷',
      width: 4,
      height: 3,
    },
  ],
  components: [{ nodes: 3, length: 300 }],
};
const facts: DrivingFacts = {
  format: 'hyalite-driving/1',
  inputHash: 'abc',
  settings: { ...NO_DRIVING_SETTINGS, producingLevels: ['-50'] },
  headings: [],
  obstacles: [],
  rights: [
    {
      id: 'R',
      name: null,
      polygons: [
        [
          [
            [-50, -50],
            [100, -50],
            [100, 50],
            [-50, 50],
          ],
        ],
      ],
      lower: -100,
      upper: 50,
      evidence: [],
    },
  ],
  recorded: [],
  lost: [],
  surveyed: null,
  plan: null,
};
const body = (
  featureId: string,
  kind: GeologicalBody['kind'],
  east: number,
  closed = true,
): GeologicalBody => ({
  layerId: 'l',
  featureId,
  kind,
  name: { zh: featureId, en: featureId },
  colour: '#888888',
  provenance: 'measured',
  mesh: box([east, 0, 0], [east + 20, 10, 10]),
  closed,
});
const rule: LayoutRule = {
  id: 'HOTWORK_50',
  check: 'hot-work-distance',
  op: '<=',
  value: 50,
  unit: 'm',
  coalOnly: false,
  mineTypes: [],
  mineSizes: [],
  jurisdiction: 'j',
  clause: 'c',
  status: 's',
};
const input = (parts: Partial<DutiesInput> = {}): DutiesInput => ({
  mineType: 'underground-metal',
  mineSize: null,
  facts,
  bodies: [
    body('in', 'stope', 0),
    body('out', 'stope', 90),
    body('ore', 'ore', 300),
    body('open', 'goaf', 0, false),
  ],
  network,
  places: [
    { id: 'P1', name: '水泵房', type: 'key-place', at: [100, 0, 0] },
    { id: 'P2', name: '', type: null, at: [500, 0, 120] },
  ],
  rules: { layout: [rule], surveyScopes: [] },
  today: '2026-11-29',
  ...parts,
});

test('what is mined outside the right has its volume, and what cannot be measured is named', () => {
  const { outside, unmeasured } = dutiesOfMine(input());
  expect(outside).toMatchObject([
    { featureId: 'out', beyondInPlan: expect.closeTo(1000, 6), otherHeights: 0 },
  ]);
  expect(unmeasured).toEqual([{ layerId: 'l', featureId: 'open' }]);
  expect(dutiesOfMine(input({ facts: { ...facts, rights: [] } })).outside).toBeNull();
});

test('one shaft is one way out, and everything hangs on it', () => {
  const report = dutiesOfMine(input()).escape!;
  expect(report.exits).toHaveLength(1);
  expect(report.singleLength).toBe(300);
});

test('main intakes nobody named leave roadways without a class; a named pump room is class I', () => {
  const { hotWork } = dutiesOfMine(input());
  expect(hotWork!.stretches.find(({ edge, from }) => edge === 'd' && from > 0)).toBeUndefined();
  expect(hotWork!.stretches.filter(({ edge }) => edge === 'd')).toMatchObject([
    { class: null, reason: 'main-intakes-unknown' },
  ]);
  expect(hotWork!.places).toMatchObject([
    { place: 'P1', class: 'I', reason: 'electromechanical-chamber' },
    { place: 'P2', class: 'III' },
  ]);
});

test('without rules or a network nothing is said that would rest on them', () => {
  const bare = dutiesOfMine(input({ rules: null, network: null }));
  expect(bare).toMatchObject({ coverage: null, escape: null, hotWork: null });
});
