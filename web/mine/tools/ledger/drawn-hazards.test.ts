import { describe, expect, it } from 'vitest';
import type { Elevation, HazardPlace } from '../../../../domain/contracts/hazard.ts';
import { enu } from '../../../../domain/frame/coordinates.ts';
import { type DrawnHazard, drawnHazard, type HazardSite } from './drawn-hazards.ts';

/** 100 000 m a degree, for whole numbers; the datum lies 20 m over the ellipsoid, the ground at 500 m east ends. */
const SITE: HazardSite = {
  frame: {
    geographicToEnu: ({ longitude, latitude, ellipsoidHeight }) =>
      enu(longitude * 1e5, latitude * 1e5, ellipsoidHeight),
  },
  geoidSeparation: 20,
  ground: (east) => (east > 500 ? null : east / 10),
  otherwise: 77,
};
const drawn = (place: HazardPlace, elevation: Elevation | null = null): DrawnHazard =>
  drawnHazard({ place, elevation }, SITE)!;
const LINE: HazardPlace = {
  kind: 'line',
  line: [
    [0, 0],
    [0.001, 0],
    [0.006, 0],
  ],
};
const SQUARE: HazardPlace = {
  kind: 'polygon',
  rings: [
    [
      [0, 0],
      [0.001, 0],
      [0.001, 0.001],
      [0, 0.001],
      [0, 0],
    ],
  ],
};
const upsOf = ({ faces }: DrawnHazard) =>
  faces.map(({ points }) => [
    Math.min(...points.map(([, , up]) => up)),
    Math.max(...points.map((p) => p[2])),
  ]);

describe('a drawn hazard in the mine', () => {
  it('lies on the ground while nobody knows its depth, and where the ground is not known at the height given', () => {
    const line = drawn(LINE);
    expect(line).toMatchObject({ depth: 'unknown', tie: null });
    for (const [east, , up] of line.lines[0]!) expect(up).toBeCloseTo((SITE.ground(east, 0) ?? 77) + 1.5, 6);
    for (const [i, [east]] of line.lines[0]!.slice(1).entries())
      expect(east - line.lines[0]![i]![0]).toBeLessThanOrEqual(12);
    expect(line.lines[0]!.at(-1)![0]).toBeCloseTo(600, 6);

    const [face] = drawn(SQUARE).faces;
    for (const [east, , up] of face!.points) expect(up).toBeCloseTo(east / 10 + 1.5, 6);
    expect(drawn(SQUARE).faces).toHaveLength(1);
    expect(drawn(SQUARE).at).toEqual([50, expect.closeTo(50, 3), expect.closeTo(6.5, 6)]);

    const point = drawn({ kind: 'point', at: [0.001, 0] });
    expect(point.lines[0]!.map(([, , up]) => up)).toEqual([11.5, 41.5]);
    expect(
      drawnHazard({ place: { kind: 'feature', layer: 'goafs', feature: 'G' }, elevation: null }, SITE),
    ).toBeNull();
  });

  it('stands between its heights where both are known, tied to the ground over it', () => {
    const box = drawn(SQUARE, { top: -30, bottom: -80 });
    expect(box.depth).toBe('known');
    expect(upsOf(box)).toEqual([
      [-10, -10],
      [-60, -60],
      [-60, -10],
    ]);
    // Two outlines and an upright at each corner.
    expect(box.lines).toHaveLength(6);
    expect(box.at).toEqual([50, expect.closeTo(50, 3), -10]);
    expect(box.tie!.map(([, , up]) => up)).toEqual([-10, 5]);
    expect(drawn({ kind: 'point', at: [0.001, 0] }, { top: 0, bottom: -10 }).lines).toEqual([
      [
        [100, 0, 20],
        [100, 0, 10],
      ],
    ]);
    expect(upsOf(drawn(LINE, { top: 0, bottom: -10 }))).toEqual([[10, 20]]);
  });

  it('is one face at the height that is known: nothing is made up for the other end', () => {
    for (const [elevation, depth, up] of [
      [{ top: -30, bottom: null }, 'top-only', -10],
      [{ top: null, bottom: -80 }, 'bottom-only', -60],
    ] as const) {
      const one = drawn(SQUARE, elevation);
      expect(one.depth).toBe(depth);
      expect(upsOf(one)).toEqual([[up, up]]);
      expect(one.lines).toHaveLength(1);
      const line = drawn(LINE, elevation);
      expect(line.faces).toEqual([]);
      expect(new Set(line.lines.flat().map((point) => point[2]))).toEqual(new Set([up]));
    }
  });
});
