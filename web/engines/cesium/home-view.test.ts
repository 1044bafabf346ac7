import { describe, expect, it } from 'vitest';
import type { CatalogLayer, EnuBox } from '../../../domain/contracts/catalog.ts';
import { cameraAxes, cameraPosition } from './camera-pose.ts';
import { framing, homeBoxes, homeView, levelled, planOf } from './home-view.ts';
import { dot, subtract, type Vec3 } from './vector.ts';

const tanHalfHeight = Math.tan(Math.PI / 8);
const flat: EnuBox = { min: [-1200, -1100, -40], max: [1300, 1200, 110] };
const deep: EnuBox = { min: [-300, -200, -900], max: [350, 260, -80] };

const shares = (boxes: readonly EnuBox[], aspect: number): number[] => {
  const pose = homeView(boxes, tanHalfHeight, aspect);
  const axes = cameraAxes(pose.heading, pose.pitch);
  return boxes.flatMap(({ min, max }) =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((corner) => {
      const point: Vec3 = [
        corner & 1 ? max[0] : min[0],
        corner & 2 ? max[1] : min[1],
        corner & 4 ? max[2] : min[2],
      ];
      const arm = subtract(point, cameraPosition(pose));
      const depth = dot(arm, axes.direction);
      expect(depth).toBeGreaterThan(0);
      return Math.max(
        Math.abs(dot(arm, axes.right)) / depth / (tanHalfHeight * aspect),
        Math.abs(dot(arm, axes.up)) / depth / tanHalfHeight,
      );
    }),
  );
};

describe('home view', () => {
  it.each([0.5, 1, 1.78, 3])('shows every corner and fills the picture at aspect %s', (aspect) => {
    const widest = Math.max(...shares([flat, deep], aspect));
    expect(widest).toBeLessThanOrEqual(0.9 + 1e-9);
    expect(widest).toBeGreaterThan(0.899);
  });

  it('frames the mine, not the land and water around it', () => {
    const layer = (group: CatalogLayer['group'], extent: EnuBox, shownAtStart = true) =>
      ({ group, extent, shownAtStart }) as CatalogLayer;
    const ground = layer('ground', flat);
    expect(homeBoxes([ground, layer('goafs', deep)], flat)).toEqual([deep]);
    expect(homeBoxes([ground, layer('goafs', deep, false)], deep)).toEqual([flat]);
    expect(homeBoxes([], deep)).toEqual([deep]);
  });

  it('frames a point without standing in it', () => {
    const pose = framing([{ min: [5, 6, 7], max: [5, 6, 7] }], 0, -30, tanHalfHeight, 1.5);
    expect(pose.target).toEqual([5, 6, 7]);
    expect(pose.range).toBeGreaterThan(10);
  });

  it('levels and looks down without moving the target', () => {
    const pose = { target: [1, 2, 3] as const, heading: 200, pitch: 15, range: 70 };
    expect(levelled(pose)).toEqual({ ...pose, heading: 0, pitch: 0 });
    expect(planOf(pose)).toEqual({ ...pose, heading: 0, pitch: -89 });
  });
});
