import { expect, it } from 'vitest';
import { groundOf } from '../plan-sources.ts';
import { smallFeature, smallSources } from '../small-plan.test-kit.ts';
import { type LevelGroup, levelGroups, placeGroups } from './level-bars.ts';

it('has the workings of a mine, its waters by their level, those nobody measured, and what is dry', () => {
  const sources = smallSources();
  const features = [
    ...sources.features,
    smallFeature('a', 'G9', 'goaf', 0, { shape: { type: 'prism', rings: [], bottom: -90, top: -70 } }),
    smallFeature('a', 'Q', 'aquifer', 0, { holdsWater: true, waterLevel: 20 }),
    smallFeature('a', 'G8', 'goaf', 0, { holdsWater: null }),
  ];
  const [a, c, d] = levelGroups(groundOf({ ...sources, features }, '2026-11-01'), ['a', 'c', 'd']);
  expect(a!.bars.map(({ name, water }) => [name.en, water])).toEqual([
    ['Workings', null],
    ['Q', 20],
    ['G1', -60],
    ['G8', 'unknown'],
    ['G9', null],
  ]);
  // Floor of the drift: its axis at −150, two metres about it.
  expect(a).toMatchObject({ lowest: -152, highest: 20, open: 1 });
  // A shaft is no working: what it stands in is not known.
  expect(c).toMatchObject({ lowest: null, highest: null, open: 1 });
  expect(d).toMatchObject({ bars: [], lowest: null, highest: null, open: 0 });
});

const group = (mine: string, bars: number, highest: number | null = 0): LevelGroup => ({
  mine,
  name: { zh: mine, en: mine },
  bars: Array.from({ length: bars }, (_, i) => ({
    name: { zh: `${i}`, en: `${i}` },
    feature: null,
    low: 0,
    high: 1,
    water: null,
  })),
  lowest: 0,
  highest,
  open: 0,
});

it('moves bars together before it leaves any out, and counts what it leaves out', () => {
  expect(placeGroups([group('a', 3)], 56)).toMatchObject({ pitch: 6.5, leftOut: { bars: 0, mines: 0 } });
  const tight = placeGroups([group('a', 11)], 56);
  expect(tight.pitch).toBeLessThan(6.5);
  expect(tight.leftOut.bars).toBe(0);
  const crowded = placeGroups([group('a', 30), group('b', 2)], 80);
  expect(crowded.width).toBeLessThanOrEqual(80);
  expect(crowded.leftOut.bars).toBe(32 - crowded.groups.reduce((sum, { bars }) => sum + bars.length, 0));
  expect(crowded.groups[1]!.bars).toHaveLength(2);
});

it('keeps the mines whose water stands highest where there are too many', () => {
  const { groups, leftOut } = placeGroups([group('a', 2, null), group('b', 2, 50), group('c', 2, 10)], 56);
  expect(groups.map(({ mine }) => mine)).toEqual(['b', 'c']);
  expect(leftOut).toEqual({ bars: 0, mines: 1 });
});
