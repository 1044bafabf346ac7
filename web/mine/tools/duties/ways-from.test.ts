import { describe, expect, it } from 'vitest';
import type { RoadwayNetwork } from '../../../../domain/contracts/network.ts';
import { escapeReport } from '../../../../domain/escape/escape-report.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import type { OpenDuties } from './duties-store.ts';
import { waysFrom } from './ways-from.ts';

/** Two shafts (0, 5) to a level 1–2–4; a dead end 3 hangs on 2. */
const AT: readonly Vec3[] = [
  [0, 0, 100],
  [0, 0, 0],
  [100, 0, 0],
  [100, 50, 0],
  [300, 0, 0],
  [300, 0, 100],
];
const EDGES = [
  ['S1', 0, 1],
  ['DRIFT', 2, 1],
  ['BLIND', 2, 3],
  ['DRIFT', 2, 4],
  ['S2', 4, 5],
] as const;

const network: RoadwayNetwork = {
  format: 'hyalite-network/1',
  nodes: AT.map((at, id) => ({
    id,
    at: [...at] as [number, number, number],
    degree: EDGES.filter(([, from, to]) => from === id || to === id).length,
    ...(at[2] === 100 ? { surface: true as const } : {}),
  })),
  edges: EDGES.map(([roadway, from, to], i) => ({
    id: `${roadway}/${i}`,
    roadway,
    from,
    to,
    line: [[...AT[from]!] as [number, number, number], [...AT[to]!] as [number, number, number]],
    length: Math.hypot(...AT[from]!.map((v, k) => v - AT[to]![k]!)),
    name: roadway.toLowerCase(),
    type: 'roadway',
    width: 3,
    height: 3,
  })),
  components: [{ nodes: 6, length: 550 }],
};
const report = escapeReport({
  graph: {
    nodes: network.nodes.map(({ id, at, surface }) => ({ id, at, isSurface: surface === true })),
    edges: network.edges.map((edge) => ({ ...edge, open: true })),
  },
  mineType: 'underground-metal',
  mineSize: null,
  rules: [],
  orebodies: null,
  producingLevels: null,
});
const open = {
  network,
  places: [
    { id: 'pump', name: 'pump house', type: 'key-place', at: [104, 3, 0] },
    { id: 'out', name: 'east collar', type: 'exit', at: [302, 0, 100] },
  ],
  duties: { escape: report },
} as unknown as OpenDuties;

describe('ways out of a place', () => {
  it('are two that share nothing, the shorter first, told by the roadways walked', () => {
    const found = waysFrom(open, 'pump')!;
    expect(found).toMatchObject({ name: 'pump house', apart: 5, at: AT[2], passed: [] });
    expect(found.ways.map(({ exit, length }) => [exit, length])).toEqual([
      ['s1', 200],
      ['east collar', 300],
    ]);
    expect(found.ways[1]!.roadways).toEqual([
      { name: 'drift', from: 0, length: 200 },
      { name: 's2', from: 200, length: 100 },
    ]);
    // From where one stands to the exit, whichever way the survey drew the roadways.
    expect(found.ways[0]!.line).toEqual([AT[2], AT[1], AT[0]]);
  });

  it('of a roadway begin at its end with the fewest, and what every way passes is named', () => {
    const found = waysFrom(open, 'BLIND')!;
    expect(found).toMatchObject({ name: 'blind', at: AT[3], passed: ['blind'] });
    expect(found.ways.map(({ length }) => length)).toEqual([250]);
  });

  it('are not told of what is not there', () => {
    expect(waysFrom(open, 'nowhere')).toBeNull();
    expect(waysFrom({ ...open, network: null }, 'pump')).toBeNull();
  });
});
