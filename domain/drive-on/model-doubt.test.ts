import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelDeviation } from './model-doubt.ts';
import { heading } from './scene.test-kit.ts';

const { heading: east } = heading();

/** A level floor of cells of 10 m, `up` metres above the heading's line, with a deviation by easting. */
const floor = (up: number, deviationAt: (east: number) => number) => {
  const positions: number[] = [];
  const deviation: number[] = [];
  const indices: number[] = [];
  const columns = 41;
  for (let j = 0; j < 3; j++)
    for (let i = 0; i < columns; i++) {
      positions.push(i * 10 - 100, j * 10 - 10, up);
      deviation.push(deviationAt(i * 10 - 100));
      if (i + 1 === columns || j === 2) continue;
      const k = j * columns + i;
      indices.push(k, k + 1, k + columns, k + 1, k + columns + 1, k + columns);
    }
  return {
    mesh: { positions: Float64Array.from(positions), indices: Uint32Array.from(indices) },
    deviation: Float32Array.from(deviation),
  };
};

describe('modelDeviation', () => {
  it('is the largest of what may come within reach, and takes no notice of what cannot', () => {
    // 3 m beside the heading, 30 m beyond its end, where no rule reaches.
    const surface = floor(60, (at) => (at > 300 ? 30 : 3));
    expect(modelDeviation(surface, east, 60, 2)).toBe(3);
    // With a doubt that large the far part may lie beside the heading, too.
    expect(
      modelDeviation(
        floor(60, (at) => (at > 250 ? 90 : 3)),
        east,
        60,
        2,
      ),
    ).toBe(90);
  });

  it('is unknown where nobody can say how far off a part is that may count', () => {
    expect(
      modelDeviation(
        floor(60, (at) => (at > 150 ? Number.NaN : 3)),
        east,
        60,
        2,
      ),
    ).toBe('unknown');
    expect(
      modelDeviation(
        floor(60, (at) => (at > 290 ? Number.NaN : 3)),
        east,
        30,
        2,
      ),
    ).toBe(3);
  });

  it('of a surface that is out of reach is that of the part which comes nearest', () => {
    expect(
      modelDeviation(
        floor(900, (at) => (at > 150 ? 5 : 2)),
        east,
        60,
        2,
      ),
    ).toBe(5);
    expect(
      modelDeviation(
        floor(900, () => Number.NaN),
        east,
        60,
        2,
      ),
    ).toBe('unknown');
  });

  it('never gets smaller with a longer reach', () => {
    const surface = floor(40, (at) => 1 + Math.abs(at) / 40);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 200, noNaN: true }),
        (a, b) => {
          const [near, far] = [Math.min(a, b), Math.max(a, b)].map((reach) =>
            modelDeviation(surface, east, reach, 1),
          );
          // Out of reach the nearest stands for all; within, more can only be worse.
          if (Math.min(a, b) > 60) expect(far).toBeGreaterThanOrEqual(near as number);
        },
      ),
    );
  });
});
