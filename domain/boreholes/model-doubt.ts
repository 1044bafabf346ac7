import { blockOfDistances, faultDistance } from '../geology/fault-side.ts';
import type { GeologicalModel } from '../geology/geological-model.ts';
import { deviationBetween } from '../geology/unit-deviation.ts';
import { type BoreholeLog, pointAtDepth } from './borehole-log.ts';
import type { ContactPair } from './correlate.ts';
import type { LogContact } from './log-contacts.ts';

/** A log with its contacts. */
interface Side {
  readonly log: Pick<BoreholeLog, 'path' | 'bases'>;
  readonly contacts: readonly LogContact[];
}

/**
 * Lines between two holes, inferred also where both logs show the contact but the model between them knows it worse than the bound, or
 * not at all: two far holes do not make the ground between them certain. Changes of rock are nothing the model speaks of, and a hole
 * without a place has no ground between: those stay as the logs say.
 * @param certainBelow standard deviation, metres
 */
export const doubtedByModel = (
  pairs: readonly ContactPair[],
  a: Side,
  b: Side,
  model: GeologicalModel,
  certainBelow: number,
): ContactPair[] => {
  const [from, to] = [a.log.path, b.log.path];
  if (!from || !to || !a.log.bases || !b.log.bases) return [...pairs];
  const blockOf = (east: number, north: number, up: number): number =>
    blockOfDistances(
      model,
      Float64Array.from(model.faults, (fault) => faultDistance(fault, east, north, up)),
    );
  return pairs.map((pair) => {
    if (!pair.certain) return pair;
    const [left, right] = [a.contacts[pair.a]!, b.contacts[pair.b]!];
    const deviation = deviationBetween(
      model,
      blockOf,
      left.key,
      pointAtDepth(from, left.depth),
      pointAtDepth(to, right.depth),
    );
    return { ...pair, certain: deviation <= certainBelow };
  });
};
