import { describe, expect, it } from 'vitest';
import { enu } from '../frame/coordinates.ts';
import { metres } from '../units/quantities.ts';
import { buildNetwork } from '../workings/network.ts';
import { createHeightInRoadway } from './height-in-roadway.ts';
import { createSpotFinder } from './spots.ts';

type P = readonly [number, number, number];
const roadway = (id: string, level: string, ...points: P[]) => ({
  id,
  name: `${level}m ${id}`,
  level,
  line: points.map((p) => enu(...p)),
  type: 'drift',
  width: 4,
  height: 3,
});
/** Two levels 60 m apart, one above the other, a crosscut on the upper one. */
const NETWORK = buildNetwork(
  [
    roadway('main', '-50', [0, 0, -50], [200, 0, -50]),
    roadway('cross', '-50', [100, 0, -50], [100, 80, -50]),
    roadway('deep', '-110', [0, 0, -110], [200, 0, -110]),
  ],
  metres(0.5),
);
const PLACES = [
  { id: 'face', name: '工作面', at: [100, 80, -50] as const, radius: 20 },
  { id: 'pump', name: '水泵房', at: [180, 0, -110] as const, radius: 10 },
];

describe('which roadway or place a point is in', () => {
  const ground = (x: number) => (x > 800 ? null : x < -200 ? -70 : 90);
  const finder = createSpotFinder(NETWORK, PLACES, ground);
  const at = (x: number, y: number, z: number, previous = '') => {
    const row = finder.spots.findIndex(({ id }) => id === previous);
    return finder.spots[finder.find(x, y, z, Math.max(0, row))]!;
  };

  it('the nearest roadway of the right level, with its name and level', () => {
    expect(at(30, 1.5, -49)).toEqual({
      id: 'main',
      name: '-50m main',
      level: '-50',
      kind: 'roadway',
      underground: true,
    });
    expect(at(30, 1.5, -109)).toMatchObject({ id: 'deep', level: '-110' });
  });

  it('a named place by the way along the roadway, not through the rock', () => {
    expect(at(100, 65, -50)).toMatchObject({ id: 'face', level: '-50', kind: 'place' });
    expect(at(100, 55, -50)).toMatchObject({ id: 'cross' });
    expect(at(172, 0, -110)).toMatchObject({ id: 'pump', level: '-110' });
    expect(at(180, 0, -50)).toMatchObject({ id: 'main' });
  });

  it('does not flap at a junction nor at the end of a place', () => {
    expect(at(98, 2.5, -50)).toMatchObject({ id: 'cross' });
    expect(at(98, 2.5, -50, 'main')).toMatchObject({ id: 'main' });
    expect(at(100, 8, -50, 'main')).toMatchObject({ id: 'cross' });
    expect(at(100, 59, -50)).toMatchObject({ id: 'cross' });
    expect(at(100, 59, -50, 'face')).toMatchObject({ id: 'face' });
    expect(at(100, 57, -50, 'face')).toMatchObject({ id: 'cross' });
  });

  it('off every roadway: the surface only where the ground is known and not above, else not known', () => {
    expect(at(60, 60, -80).kind).toBe('unknown');
    // A stope above the top level, and a tag that tells 0 for a height it does not know.
    expect([at(60, 60, -20).kind, at(60, 60, 0).kind]).toEqual(['unknown', 'unknown']);
    expect([at(60, 60, 86).kind, at(60, 60, 84).kind]).toEqual(['surface', 'unknown']);
    // In the valley the ground is lower than the highest roadway.
    expect([at(-300, 0, -70).kind, at(-300, 0, -78).kind]).toEqual(['surface', 'unknown']);
    // Beyond the terrain nobody can say.
    expect(at(900, 0, 90).kind).toBe('unknown');
    expect(at(60, 60, 90).kind).toBe('surface');
    expect(at(500, 500, -100).kind).toBe('unknown');
    const under = (x: number, y: number, z: number) => finder.spots[finder.find(x, y, z, 0)]!.underground;
    expect([under(60, 60, -80), under(60, 60, 90), under(30, 0, -50), under(100, 70, -50)]).toEqual([
      null,
      false,
      true,
      true,
    ]);
  });

  it('a place off every roadway is underground, unless it is on the ground or said to be above it', () => {
    const place = (id: string, up: number, surface?: boolean) => ({
      ...{ id, name: id, radius: 5 },
      ...{ at: [500, 500, up] as const, surface },
    });
    const places = [
      place('stope', -80),
      place('stope above the top level', -20),
      place('office', 90),
      place('lamp room on the slope', -20, true),
      place('store in the adit', 90, false),
    ];
    const under = (groundAt: typeof ground | null) =>
      createSpotFinder(NETWORK, places, groundAt)
        .spots.filter(({ kind }) => kind === 'place')
        .map(({ underground }) => underground);
    expect(under(ground)).toEqual([true, true, false, false, true]);
    expect(under(null)).toEqual([true, null, null, false, true]);
  });

  it('a mine without roadways is all surface, its places by the straight line', () => {
    const pit = createSpotFinder(null, [{ id: 'bench', name: '台阶', at: [0, 0, 0], radius: 30 }]);
    expect(pit.spots[pit.find(10, 10, 3, 0)]!.id).toBe('bench');
    expect(pit.spots[pit.find(100, 10, 3, 0)]!.kind).toBe('surface');
  });
});

describe('height where none is told', () => {
  const heights = createHeightInRoadway(NETWORK);
  it('is the roadway of the reader that heard the tag', () => {
    expect(heights.at(30, 2, -48)).toEqual({ up: -50, sure: true });
    expect(heights.at(30, 2, -108)).toEqual({ up: -110, sure: true });
  });
  it('is not known where levels lie one above the other and no reader says which', () => {
    expect(heights.at(30, 2, null)).toEqual({ up: -80, sure: false });
    expect(heights.at(100, 60, null)).toEqual({ up: -50, sure: true });
  });
  it('is not known away from every roadway', () => {
    expect(heights.at(400, 400, null)).toBeNull();
    expect(heights.at(30, 2, 20)).toBeNull();
  });
});
