import { describe, expect, it } from 'vitest';
import { NO_DRIVING_SETTINGS } from '../contracts/driving.ts';
import type { Position } from './obstacle.ts';
import { positionDoubt } from './position-doubt.ts';

const said = { clause: 'c', status: 's' };
const settings = {
  ...NO_DRIVING_SETTINGS,
  accuracies: [{ method: 'geophysics' as const, plusMinus: 8, ...said }],
  headingPlusMinus: { plusMinus: 0.5, ...said },
  deviations: { multiple: 2, ...said },
};
const position = (parts: Partial<Position>): Position => ({
  method: null,
  plusMinus: null,
  source: null,
  standardDeviation: null,
  ...parts,
});
const metres = (parts: Partial<Position>, s = settings) => positionDoubt(position(parts), s).metres;

describe('positionDoubt', () => {
  it('adds what the method, the model and the heading may be off', () => {
    expect(metres({ method: 'geophysics', standardDeviation: 3 })).toBe(14.5);
    expect(metres({ standardDeviation: 3 })).toBe(6.5);
    expect(metres({ method: 'geophysics', plusMinus: 1, source: 'report 7' })).toBe(1.5);
    expect(positionDoubt(position({ method: 'geophysics', standardDeviation: 3 }), settings).parts).toEqual([
      { of: 'obstacle', metres: 8, source: 'c (s)' },
      { of: 'model', metres: 6, source: '2 σ, c (s)' },
      { of: 'heading', metres: 0.5, source: 'c (s)' },
    ]);
  });

  it('keeps unknown what nobody has given', () => {
    expect(metres({})).toBeNull();
    expect(metres({ method: 'document' })).toBeNull();
    expect(metres({ method: 'document', standardDeviation: 1 })).toBeNull();
    expect(metres({ standardDeviation: 'unknown' })).toBeNull();
    expect(metres({ standardDeviation: 3 }, { ...settings, deviations: undefined as never })).toBeNull();
    expect(metres({ plusMinus: 1 }, { ...settings, headingPlusMinus: undefined as never })).toBeNull();
  });
});
