import { describe, expect, it } from 'vitest';
import type { CatalogLayer, EnuBox } from '../../../domain/contracts/catalog.ts';
import { cameraAxes, cameraPosition } from './camera-pose.ts';
import { cornersOf, framing, homePoints, homeView, levelled, planOf } from './home-view.ts';
import { dot, subtract, type Vec3 } from './vector.ts';

const tanHalfHeight = Math.tan(Math.PI / 8);
const flat: EnuBox = { min: [-1200, -1100, -40], max: [1300, 1200, 110] };
const deep: EnuBox = { min: [-300, -200, -900], max: [350, 260, -80] };

/** Where the points are seen: −1…1 over the picture's width and height. */
const seen = (points: readonly Vec3[], aspect: number): [number, number][] => {
  const pose = homeView(points, tanHalfHeight, aspect);
  const axes = cameraAxes(pose.heading, pose.pitch);
  return points.map((point) => {
    const arm = subtract(point, cameraPosition(pose));
    const depth = dot(arm, axes.direction);
    expect(depth).toBeGreaterThan(0);
    return [
      dot(arm, axes.right) / depth / (tanHalfHeight * aspect),
      dot(arm, axes.up) / depth / tanHalfHeight,
    ];
  });
};

describe('home view', () => {
  const wide: Vec3[] = [
    [-2664, -300, 386],
    [2880, 2063, -100],
    [1500, -2089, -611],
    [-900, 400, 100],
  ];
  it.each([
    ['two boxes', [...cornersOf(flat), ...cornersOf(deep)]],
    ['a wide flat mine', wide],
  ])('shows %s whole and fills the picture, at any aspect', (_, points) => {
    for (const aspect of [0.5, 1, 1.78, 3]) {
      const places = seen(points, aspect);
      const widest = Math.max(...places.flat().map(Math.abs));
      expect(widest).toBeLessThanOrEqual(0.9 + 1e-9);
      expect(widest).toBeGreaterThan(0.899);
    }
  });

  it('puts what is seen in the middle of the picture', () => {
    for (const axis of [0, 1] as const) {
      const along = seen(wide, 1.5).map((place) => place[axis]);
      expect(Math.min(...along) + Math.max(...along)).toBeCloseTo(0, 2);
    }
  });

  it('frames the workings, not the land, water and holes around them', () => {
    const layer = (group: CatalogLayer['group'], extent: EnuBox, shownAtStart = true) => ({
      group,
      extent,
      shownAtStart,
    });
    const ground = layer('ground', flat);
    const holes = layer('boreholes', flat);
    expect(homePoints([ground, holes, layer('workings', deep)], flat)).toEqual(cornersOf(deep));
    expect(homePoints([ground, layer('goafs', deep), holes], deep)).toEqual([
      ...cornersOf(deep),
      ...cornersOf(flat),
    ]);
    expect(homePoints([ground, layer('goafs', deep, false)], deep)).toEqual(cornersOf(flat));
    expect(homePoints([], deep)).toEqual(cornersOf(deep));
  });

  it('frames what there is of a layer where the catalog says it, not the box around', () => {
    const hull: [number, number, number][] = [
      [-300, -200, -900],
      [350, 260, -80],
    ];
    expect(homePoints([{ group: 'workings', extent: deep, hull, shownAtStart: true }], flat)).toEqual(hull);
  });

  it('frames a point without standing in it', () => {
    const pose = framing([[5, 6, 7]], 0, -30, tanHalfHeight, 1.5);
    expect(pose.target).toEqual([5, 6, 7]);
    expect(pose.range).toBeGreaterThan(10);
  });

  it('levels and looks down without moving the target', () => {
    const pose = { target: [1, 2, 3] as const, heading: 200, pitch: 15, range: 70 };
    expect(levelled(pose)).toEqual({ ...pose, heading: 0, pitch: 0 });
    expect(planOf(pose)).toEqual({ ...pose, heading: 0, pitch: -89 });
  });
});
