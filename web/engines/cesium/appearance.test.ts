import { describe, expect, it } from 'vitest';
import { LAYER_KINDS } from '../../../domain/contracts/layers.ts';
import { bodyLook, contourInterval, isGlass, shellRank, THEME_COLOURS } from './appearance.ts';

describe('appearance', () => {
  it('draws what one steers by solid and lets pixels through bodies that hide others', () => {
    const fill = (kind: (typeof LAYER_KINDS)[number]) => bodyLook({ kind, group: 'ore' }, 1).fill;
    expect([fill('tube'), fill('borehole-intervals'), fill('terrain')]).toEqual([1, 1, 1]);
    for (const kind of ['goaf', 'water', 'solid', 'boundary'] as const) expect(fill(kind)).toBeLessThan(1);
    expect(bodyLook({ kind: 'solid', group: 'strata' }, 1).fill).toBeLessThan(fill('solid'));
  });

  // Of a boundary only the edges are drawn, at the layer's own opacity.
  it.each(LAYER_KINDS.filter((kind) => kind !== 'boundary'))(
    '%s thins out with its opacity and is gone at 0',
    (kind) => {
      const at = (opacity: number) => bodyLook({ kind, group: 'goafs' }, opacity);
      expect(at(0)).toMatchObject({ fill: 0, rim: 0 });
      expect(at(0.3).fill).toBeLessThan(at(0.6).fill);
      expect(at(0.6).fill).toBeLessThan(at(1).fill);
    },
  );

  it('lets one look into a void, but not through it', () => {
    const goaf = bodyLook({ kind: 'goaf', group: 'goafs' }, 1);
    expect(goaf.fill).toBeLessThan(goaf.back);
    expect(goaf.back).toBe(1);
    expect(bodyLook({ kind: 'solid', group: 'ore' }, 1).back).toBeLessThan(0.5);
  });

  it('turns the ground to glass only when one sees through it or thins it out', () => {
    expect(isGlass(1, 0)).toBe(false);
    expect(isGlass(1, 0.05)).toBe(true);
    expect(isGlass(0.9, 0)).toBe(true);
  });

  it('marks the selected in no colour a state could have, bright on dark and dark on light', () => {
    for (const [theme, { outline }] of Object.entries(THEME_COLOURS)) {
      const channels = [1, 3, 5].map((at) => Number.parseInt(outline.slice(at, at + 2), 16));
      expect(Math.max(...channels) - Math.min(...channels)).toBeLessThan(12);
      if (theme === 'dark') expect(Math.min(...channels)).toBeGreaterThan(240);
      else expect(Math.max(...channels)).toBeLessThan(32);
    }
  });

  it('gives contours round steps that grow with the range', () => {
    for (const range of [1, 40, 130, 400, 999, 2500, 8000, 30000]) {
      const interval = contourInterval(range);
      const mantissa = interval / 10 ** Math.floor(Math.log10(interval) + 1e-9);
      expect([1, 2, 5]).toContain(Number(mantissa.toFixed(6)));
      expect(interval).toBeGreaterThanOrEqual(0.5);
    }
    expect(contourInterval(2500)).toBe(10);
  });

  it('points through the boundary first, then ore, strata and sheets, then water', () => {
    const inward = [
      shellRank({ kind: 'boundary', group: 'boundary' }),
      shellRank({ kind: 'solid', group: 'ore' }),
      shellRank({ kind: 'water', group: 'water' }),
      shellRank({ kind: 'goaf', group: 'goafs' }),
    ];
    expect(inward).toEqual([...inward].sort((a, b) => b - a));
    expect(new Set(inward).size).toBe(4);
    expect(shellRank({ kind: 'surface', group: 'water' })).toBe(
      shellRank({ kind: 'solid', group: 'strata' }),
    );
    expect(shellRank({ kind: 'solid', group: 'workings' })).toBe(0);
  });
});
