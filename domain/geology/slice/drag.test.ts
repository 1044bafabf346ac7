import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alongAxis, onLevel } from './drag.ts';

const metre = fc.double({ min: -500, max: 500, noNaN: true });

describe('a handle under the pointer', () => {
  it('stays on its line at the point the ray comes nearest to', () => {
    fc.assert(
      fc.property(metre, metre, metre, metre, (e, n, u, along) => {
        const eye = [e, n, u + 1500] as const;
        const target = [10 + along, 20, 30] as const;
        const direction = target.map((v, k) => (v - eye[k]!) * 0.37) as unknown as [number, number, number];
        expect(alongAxis({ origin: eye, direction }, [10, 20, 30], [1, 0, 0])).toBeCloseTo(along, 5);
      }),
    );
  });

  it('does not fly away where one looks along its line, or lies behind', () => {
    expect(alongAxis({ origin: [0, 0, 0], direction: [1, 0, 0.001] }, [100, 0, 0], [1, 0, 0])).toBeNull();
    expect(alongAxis({ origin: [0, 0, 0], direction: [0, 0, 1] }, [0, 0, -10], [1, 0, 0])).toBeNull();
  });

  it('on a level is where the ray goes through it', () => {
    expect(onLevel({ origin: [0, 0, 100], direction: [1, 2, -1] }, 0)).toEqual([100, 200]);
    expect(onLevel({ origin: [0, 0, 100], direction: [1, 2, 1] }, 0)).toBeNull();
    expect(onLevel({ origin: [0, 0, 100], direction: [1, 2, -0.001] }, 0)).toBeNull();
  });
});
