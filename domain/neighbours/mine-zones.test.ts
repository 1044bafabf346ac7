import { describe, expect, it } from 'vitest';
import { areaInPlan } from '../geometry/plan-polygon.ts';
import { mineZones } from './mine-zones.ts';
import { line, mine, rulesOf, SAID } from './small-county.test-kit.ts';

const RULES = { ...rulesOf(), drawAngles: [{ id: 'D', degrees: 45, mines: [], ...SAID }] };
/** Metres as degrees, and a datum 5 m over the frame's nought. */
const toDegrees = ([longitude, latitude, up]: readonly [number, number, number]) => ({
  longitude,
  latitude,
  height: up - 5,
});
const shaftOf = (id: string, east: number, method: 'survey' | 'drilling' = 'survey') =>
  line(
    id,
    'goaf',
    [
      [east, 0, -100],
      [east, 0, -100],
    ],
    0,
    { method },
  );
const radius = (rings: [number, number][][] | null): number => Math.sqrt(areaInPlan([rings![0]!]) / Math.PI);

describe('the zone of a mine of its own', () => {
  it('is what its goafs may pull down, smaller and larger by what they may be off', () => {
    const [zone] = mineZones([mine('alder', [shaftOf('a', 0)])], RULES, toDegrees);
    expect(zone).toMatchObject({ mine: 'alder', ground: -5, goafs: 1, whole: true, unsure: [] });
    expect(zone!.drawAngle).toEqual({ id: 'D', degrees: 45, ...SAID });
    // A metre off across is 1 / sin 45° on the ground.
    const off = Math.SQRT2;
    expect(radius(zone!.outline)).toBeCloseTo(100, -1);
    expect(radius(zone!.possible) - radius(zone!.certain)).toBeGreaterThan(off);
    expect(radius(zone!.possible) - radius(zone!.certain)).toBeLessThan(4 * off);
  });

  it('says of which goafs nobody knows how far they may be off: they make nothing certain', () => {
    const both = [shaftOf('a', 0), shaftOf('b', 500, 'drilling')];
    const [zone] = mineZones([mine('alder', both)], RULES, toDegrees);
    expect(zone!.unsure).toEqual(['b']);
    expect(zone!.outline).toHaveLength(2);
    expect(zone!.certain).toHaveLength(1);
    expect(zone!.possible).toHaveLength(2);
    const [none] = mineZones([mine('alder', [both[1]!])], RULES, toDegrees);
    expect(none).toMatchObject({ certain: null, possible: null, outline: [expect.anything()] });
  });

  it('is not known without a draw angle or the ground, and empty without goafs', () => {
    const goafs = [shaftOf('a', 0)];
    expect(mineZones([mine('alder', goafs)], rulesOf(), toDegrees)).toMatchObject([
      { drawAngle: null, outline: null, goafs: 1 },
    ]);
    expect(mineZones([mine('alder', goafs, { ground: null })], RULES, toDegrees)).toMatchObject([
      { ground: null, outline: null },
    ]);
    expect(mineZones([mine('alder', [], { recorded: [] })], RULES, toDegrees)).toMatchObject([
      { outline: [], goafs: 0, whole: false },
    ]);
  });
});
