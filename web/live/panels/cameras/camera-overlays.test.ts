import { describe, expect, it } from 'vitest';
import { coverageTable } from '../../../../domain/cameras/coverage-table.ts';
import { createSurroundings } from '../../../../domain/cameras/line-of-sight.ts';
import { cameraAt, networkOf } from '../../../../domain/cameras/small-mine.test-kit.ts';
import type { Overlay } from '../../../engines/mine-view.ts';
import { frustaOverlays, stretchesOverlay, WORKING_COLOUR } from './camera-overlays.ts';

const surroundings = createSurroundings(
  networkOf({
    A: [
      [0, 0, 0],
      [40, 0, 0],
      [80, 3, 0],
    ],
  }),
);
const devices = [
  cameraAt('K1', [1, 0, 2.5], 90, { range: 30 }),
  cameraAt('K2', [79, 3, 2.5], 270, { range: 20 }),
  cameraAt('K3', [500, 0, 0], 270),
];
const [k1, k2, k3] = coverageTable(surroundings, { devices, keyPlaces: [], workPlaces: [] }).cameras;

const isWhole = ({ positions, indices, colours }: Overlay) => {
  expect(colours).toHaveLength((positions.length / 3) * 4);
  expect(Math.max(...indices)).toBe(positions.length / 3 - 1);
  expect(positions.every(Number.isFinite)).toBe(true);
};

describe('what cameras draw into the scene', () => {
  it('views of several cameras are one overlay of volumes and one of outlines', () => {
    const shown = [
      { sight: k1!, state: 'online' as const },
      { sight: k2!, state: 'offline' as const },
    ];
    const { volumes, outlines } = frustaOverlays(surroundings, shown, []);
    isWhole(volumes!);
    isWhole(outlines!);
    expect(volumes!.kind).toBe('triangles');
    expect(outlines!.kind).toBe('lines');
    expect([...volumes!.colours.subarray(0, 4)]).toEqual([...WORKING_COLOUR]);
    expect([...volumes!.colours.subarray(-4)]).not.toEqual([...WORKING_COLOUR]);
  });

  it('a camera whose view cannot be told draws nothing', () => {
    expect(frustaOverlays(surroundings, [{ sight: k3!, state: 'online' }], [])).toEqual({
      volumes: null,
      outlines: null,
    });
    expect(stretchesOverlay(surroundings, [{ sight: k3!, state: 'online' }], [])).toBeNull();
  });

  it('seen stretches follow the bends of the roadway and end where sight ends', () => {
    const overlay = stretchesOverlay(surroundings, [{ sight: k1!, state: 'online' }], [])!;
    isWhole(overlay);
    const east = overlay.positions.filter((_, i) => i % 3 === 0);
    expect(Math.min(...east)).toBeCloseTo(k1!.stretches[0]!.from);
    expect(Math.max(...east)).toBeCloseTo(k1!.stretches.at(-1)!.to);
    const both = stretchesOverlay(
      surroundings,
      [
        { sight: k1!, state: 'online' },
        { sight: k2!, state: 'silent' },
      ],
      [],
    )!;
    isWhole(both);
    expect(both.positions.length).toBeGreaterThan(overlay.positions.length);
  });
});
