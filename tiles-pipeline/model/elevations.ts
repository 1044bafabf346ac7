import { enu } from '../../domain/frame/coordinates.ts';
import type { MineFrame } from '../../domain/frame/mine-frame.ts';

/** Lowest and highest elevation above the height datum, metres; not simply ENU up, for the earth is round. */
export const elevationRange = (
  positions: Float64Array,
  frame: MineFrame,
): { readonly min: number; readonly max: number } => {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < positions.length; i += 3) {
    const { height } = frame.enuToSurvey(enu(positions[i]!, positions[i + 1]!, positions[i + 2]!));
    min = Math.min(min, height);
    max = Math.max(max, height);
  }
  return { min, max };
};
