import { expect, test } from 'vitest';
import { enu } from '../frame/coordinates.ts';
import { createMineFrame } from '../frame/mine-frame.ts';
import { createSurveySystem } from '../frame/survey-system.ts';
import { curtainFrame } from '../geology/section/curtain.ts';
import { toEnu } from '../geology/section/section.ts';
import { degrees, metres } from '../units/quantities.ts';
import { surveyChainage } from './survey-chainage.ts';

/** CGCS2000 / 3-degree Gauss-Krüger zone 39, away from its middle: the grid's scale is not 1. */
const mine = createMineFrame({
  survey: createSurveySystem({
    proj: '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
    axes: 'x-north-y-east',
    units: 'metre',
  }),
  geoidSeparation: metres(-8.4),
  origin: { longitude: degrees(118.3), latitude: degrees(35.3), ellipsoidHeight: metres(120) },
});
const section = curtainFrame([
  [-800, -300],
  [100, 200],
  [900, 900],
]);
const { corners, toDrawing, toSurvey } = surveyChainage(section, mine);

test('corners lie where the survey puts them, and chainage is the survey’s own length', () => {
  section.pieces.forEach(({ from }, i) => {
    const { easting, northing } = mine.enuToSurvey(toEnu(section, from, 0));
    expect([corners[i]!.easting, corners[i]!.northing]).toEqual([easting, northing]);
  });
  const [a, b] = corners;
  expect(b!.chainage).toBeCloseTo(Math.hypot(b!.easting - a!.easting, b!.northing - a!.northing), 9);
});

test('a point of the section drawn and read back lies within a millimetre of where it is, at the datum’s height', () => {
  for (let s = 5; s < section.length; s += 97)
    for (const t of [-40, 0, 30]) {
      const true_ = mine.enuToSurvey(toEnu(section, s, t));
      const [chainage, height] = toDrawing(s, t);
      const [easting, northing, up] = toSurvey([chainage, height]);
      expect(up).toBe(true_.height);
      // The plumb line and the frame's vertical part by 0.16 mm a metre of depth a kilometre from the origin.
      expect(Math.hypot(easting - true_.easting, northing - true_.northing)).toBeLessThan(0.01);
    }
});

test('heights are above the datum, not in the frame', () => {
  const [, height] = toDrawing(0, 0);
  const [e, n] = toEnu(section, 0, 0);
  expect(height).toBe(mine.enuToSurvey(enu(e, n, 0)).height);
  // 854 m from the origin the earth has fallen away by 57 mm.
  expect(height - 128.4).toBeCloseTo(0.057, 2);
});

test('the zone number is written before eastings where the tables do', () => {
  const shifted = surveyChainage(section, mine, 39e6);
  expect(shifted.corners[0]!.easting - corners[0]!.easting).toBe(39e6);
  expect(shifted.toDrawing(10, 5)[0]).toBeCloseTo(toDrawing(10, 5)[0], 6);
});
