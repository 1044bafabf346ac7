import { describe, expect, it } from 'vitest';
import type { Overlay } from '../../mine-view.ts';
import { overlayMesh } from './overlay-geometry.ts';

const far: Overlay = {
  kind: 'lines',
  positions: Float64Array.from([5_000_000.25, 10, 0, 5_000_002.25, 10, 0, 5_000_002.25, 12, 0]),
  indices: Uint32Array.from([0, 1, 1, 2]),
  colours: Uint8Array.from([255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 255]),
};

describe('an overlay', () => {
  it('keeps what float32 would lose: positions are metres from its own middle', () => {
    const { origin, positions } = overlayMesh({
      ...far,
      kind: 'triangles',
      indices: Uint32Array.from([0, 1, 2]),
    });
    expect(origin).toEqual([5_000_001.25, 11, 0]);
    expect([...positions]).toEqual([-1, -1, 0, 1, -1, 0, 1, 1, 0]);
  });

  it('turns each segment of a line into a square that knows both ends', () => {
    const { positions, others, colours, indices } = overlayMesh(far);
    expect(indices).toHaveLength(12);
    expect([...positions.slice(0, 12)]).toEqual([-1, -1, 0, -1, -1, 0, 1, -1, 0, 1, -1, 0]);
    expect([...others!.slice(0, 12)]).toEqual([1, -1, 0, 1, -1, 0, -1, -1, 0, -1, -1, 0]);
    expect([...colours.slice(8, 12)]).toEqual([0, 255, 0, 128]);
    expect(Math.max(...indices)).toBe(7);
  });

  it('refuses columns that do not fit each other, and what is no number', () => {
    expect(() => overlayMesh({ ...far, colours: new Uint8Array(4) })).toThrow(/3 vertices need 12/);
    expect(() => overlayMesh({ ...far, indices: Uint32Array.from([0, 3]) })).toThrow(/index 3 of 3/);
    const broken = Float64Array.from(far.positions);
    broken[4] = Number.NaN;
    expect(() => overlayMesh({ ...far, positions: broken })).toThrow(/position 4/);
  });
});
