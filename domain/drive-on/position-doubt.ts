import type { PositionDoubt } from '../contracts/drive-on.ts';
import type { DrivingSettings } from '../contracts/driving.ts';
import type { Position } from './obstacle.ts';

const sourceOf = ({ clause, status }: { clause: string; status: string }): string => `${clause} (${status})`;

/**
 * How much nearer an obstacle may be than measured: its own ±, that of the model it comes from and that of the heading,
 * added up (errors may all point the same way). What nobody has given is unknown, and so is then the whole.
 */
export function positionDoubt(
  { method, plusMinus, source, standardDeviation }: Position,
  { accuracies, deviations, headingPlusMinus }: DrivingSettings,
): PositionDoubt {
  const parts: PositionDoubt['parts'] = [];
  const accuracy = accuracies.find((one) => one.method === method);
  if (plusMinus !== null) parts.push({ of: 'obstacle', metres: plusMinus, source });
  else if (accuracy) parts.push({ of: 'obstacle', metres: accuracy.plusMinus, source: sourceOf(accuracy) });
  // A modelled surface without a method of its own is as good as its model; anything else must say how it was found.
  else if (method !== null || standardDeviation === null)
    parts.push({ of: 'obstacle', metres: null, source: null });
  if (standardDeviation !== null)
    parts.push({
      of: 'model',
      metres: deviations && standardDeviation !== 'unknown' ? deviations.multiple * standardDeviation : null,
      source: deviations ? `${deviations.multiple} σ, ${sourceOf(deviations)}` : null,
    });
  parts.push({
    of: 'heading',
    metres: headingPlusMinus?.plusMinus ?? null,
    source: headingPlusMinus ? sourceOf(headingPlusMinus) : null,
  });
  const known = parts.flatMap(({ metres }) => (metres === null ? [] : [metres]));
  return {
    metres: known.length === parts.length ? known.reduce((a, b) => a + b, 0) : null,
    parts,
  };
}
