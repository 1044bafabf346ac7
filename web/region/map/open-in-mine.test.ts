import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { gaussKruegerOf } from '../../../domain/frame/gauss-krueger.ts';
import { samePose } from './open-in-mine.ts';

const AT = { longitude: 117.2, latitude: 35.3 };
const CATALOG = {
  survey: {
    proj: gaussKruegerOf(AT.longitude).proj,
    axes: 'x-north-y-east',
    units: 'metre',
    geoidSeparation: { metres: -8, source: 'manifest' },
  },
  frame: { origin: { ...AT, ellipsoidHeight: 100 }, enuToEcef: [] },
  extent: { min: [-1000, -800, -300], max: [1000, 800, 100] },
} as unknown as Catalog;
const POSE = { ...AT, zoom: 15, bearing: 40, pitch: 50 };

describe('the pose of the Mine workspace that shows what the map shows', () => {
  it('has the same middle, direction and distance', () => {
    const east = 500 / (111_320 * Math.cos((AT.latitude * Math.PI) / 180));
    const pose = samePose({ ...POSE, longitude: AT.longitude + east }, 900, CATALOG)!;
    expect(pose.target[0]).toBeCloseTo(500, -1);
    expect(pose.target[1]).toBeCloseTo(0, 0);
    expect(pose.target[2]).toBe(-100);
    expect(pose).toMatchObject({ heading: 40, pitch: -40 });
    // 900 pixels of zoom 15 at this latitude, seen through 36.87°: about 1.95 m a pixel.
    expect(pose.range).toBeCloseTo(1.5 * 900 * 1.949, -1);
    expect(samePose({ ...POSE, zoom: 16 }, 900, CATALOG)!.range).toBeCloseTo((1.5 * 900 * 1.949) / 2, -1);
  });

  it('looks into the mine also where the map is looked at straight from above', () => {
    expect(samePose({ ...POSE, pitch: 0 }, 900, CATALOG)!.pitch).toBe(-90);
    expect(samePose({ ...POSE, pitch: 85 }, 900, CATALOG)!.pitch).toBe(-15);
  });

  it('is none where the mine is not in the middle of the map', () => {
    expect(samePose({ ...POSE, latitude: 35.4 }, 900, CATALOG)).toBeNull();
  });
});
