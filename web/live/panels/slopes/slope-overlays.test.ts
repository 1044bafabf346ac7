import { describe, expect, it } from 'vitest';
import { wallHeat } from '../../../../domain/slopes/wall-heat.ts';
import { arrowFactor, arrowOverlay, heatColour, heatOverlay } from './slope-overlays.ts';

describe('arrows', () => {
  it('are magnified by a round number, the longest within 40 m', () => {
    expect(arrowFactor([{ at: [0, 0, 0], moved: [300, 0, 0] }])).toBe(100);
    expect(arrowFactor([{ at: [0, 0, 0], moved: [1, 0, 0] }])).toBe(10_000);
    expect(arrowFactor([{ at: [0, 0, 0], moved: [9_000, 0, 0] }])).toBe(10);
    expect(arrowFactor([])).toBe(10_000);
  });

  it('begin at the station and end where the magnified move ends', () => {
    const overlay = arrowOverlay([{ at: [10, 20, 30], moved: [0, 100, -200] }], 100)!;
    expect([...overlay.positions.slice(0, 6)]).toEqual([10, 20, 30, 10, 30, 10]);
    expect(overlay.indices.length).toBe(10);
    expect(overlay.colours.length).toBe((overlay.positions.length / 3) * 4);
    expect([...overlay.positions].every(Number.isFinite)).toBe(true);
  });

  it('of what stands still are not drawn; straight down is', () => {
    expect(arrowOverlay([{ at: [0, 0, 0], moved: [0, 0, 0] }], 100)).toBeNull();
    const down = arrowOverlay([{ at: [0, 0, 0], moved: [0, 0, -50] }], 100)!;
    expect([...down.positions].every(Number.isFinite)).toBe(true);
  });
});

describe('heat', () => {
  const stations = [0, 1, 2].flatMap((x) => [0, 1, 2].map((z) => [x * 50, z * 30, z * 20] as const));
  const heat = wallHeat(stations.map((enu, i) => ({ enu, value: i, error: 0.1 })))!;

  it('covers the triangles between stations, more solid at a station than between', () => {
    const overlay = heatOverlay(stations, heat, 0, 8)!;
    expect(Math.max(...overlay.indices)).toBeLessThan(overlay.positions.length / 3);
    const opacity = (at: readonly number[]) => {
      const i = overlay.positions.findIndex(
        (_, k) => k % 3 === 0 && at.every((v, d) => Math.abs(overlay.positions[k + d]! - v) < 1e-9),
      );
      return overlay.colours[(i / 3) * 4 + 3]!;
    };
    const opacities = [...overlay.colours].filter((_, i) => i % 4 === 3);
    expect(opacity([50, 30, 20])).toBeGreaterThan(Math.min(...opacities));
    expect(Math.max(...opacities)).toBeLessThanOrEqual(230);
  });

  it('follows the ground between stations and meets every one of them', () => {
    // A bench in a slope: the ground lies a metre under each station, and 5 m lower between them.
    const ground = (e: number, n: number) =>
      (n / 30) * 20 -
      1 -
      5 * Math.abs(Math.sin((Math.PI * e) / 50)) -
      5 * Math.abs(Math.sin((Math.PI * n) / 30));
    const overlay = heatOverlay(stations, heat, 0, 8, ground)!;
    expect(overlay.onGround).toBe('all');
    for (let i = 0; i < overlay.positions.length; i += 3) {
      const [e, n, up] = overlay.positions.slice(i, i + 3) as unknown as [number, number, number];
      expect(up - ground(e, n)).toBeCloseTo(1, 6);
    }
    for (const station of stations)
      expect(
        overlay.positions.some(
          (_, i) => i % 3 === 0 && station.every((v, k) => Math.abs(overlay.positions[i + k]! - v) < 1e-9),
        ),
      ).toBe(true);
  });

  it('is straight where the ground is not known, and says so', () => {
    expect(heatOverlay(stations, heat, 0, 8, () => null)!.onGround).toBe('none');
    expect(heatOverlay(stations, heat, 0, 8, (e) => (e > 40 ? 0 : null))!.onGround).toBe('some');
  });

  it('leaves out triangles far longer than the usual: the mouth of the pit is no wall', () => {
    const far = [...stations, [5_000, 5_000, 0] as const];
    const overlay = heatOverlay(far, heat, 0, 8)!;
    expect(Math.max(...overlay.positions)).toBeLessThan(1_000);
  });

  it('runs from dark to light', () => {
    const light = (share: number) => heatColour(share).reduce((sum, v) => sum + v, 0);
    expect([0, 0.25, 0.5, 0.75, 1].map(light)).toEqual(
      [...[0, 0.25, 0.5, 0.75, 1].map(light)].sort((a, b) => a - b),
    );
    expect(heatColour(-1)).toEqual(heatColour(0));
  });
});
