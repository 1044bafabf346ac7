import { Color } from '@cesium/engine';
import { describe, expect, it } from 'vitest';
import { PATTERN_MARKS } from '../../ledger/corroboration-look.ts';
import { featureBlue, MARK_STEP } from './feature-blue.ts';

/** As FEATURE_STATE_GLSL reads it. */
const read = (blue: number): { inferred: number; mark: number } => {
  const code = Math.floor(((1 - blue) * 255) / MARK_STEP + 0.5);
  return { inferred: code % 2, mark: Math.floor(code / 2) };
};

describe("what a feature's blue says", () => {
  it('comes back from the byte the engine keeps', () => {
    for (const hazard of [null, 'proven', 'inferred', 'contradicted', 'unverified', 'refuted'] as const)
      for (const inferred of [false, true]) {
        const byte = Color.floatToByte(featureBlue(inferred, hazard));
        expect(read(byte / 255)).toEqual({
          inferred: Number(inferred),
          mark: hazard ? PATTERN_MARKS[hazard] : 0,
        });
      }
  });

  it('is untouched where there is nothing to say', () => expect(featureBlue(false, null)).toBe(1));
});
