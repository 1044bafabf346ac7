import {
  ENTITY_STATE,
  type EntityFrame,
  PRESENCES,
  presenceOf,
} from '../../../domain/contracts/live/entity.ts';
import { MAX_AGE_SECONDS } from '../../../domain/contracts/live/frame-codec.ts';
import { type PresenceBounds, presenceByAge } from '../../../domain/live/presence.ts';

/**
 * The picture as it must be shown `seconds` after it was true, while none newer comes: every age grown, and nobody
 * fresher than their age allows. A picture that stands still must not keep its green lights. SOS stays.
 */
export const growOld = (frame: EntityFrame, seconds: number, bounds: PresenceBounds): EntityFrame => {
  const passed = Math.max(0, Math.round(seconds));
  const { count, state: before, age: was } = frame.entities;
  const state = before.slice();
  const age = was.slice();
  for (let row = 0; row < count; row++) {
    const presence = presenceOf(before[row]!);
    if (presence === 'unknown') continue;
    const now = Math.min(MAX_AGE_SECONDS, was[row]! + passed);
    age[row] = now;
    const allowed = presenceByAge(now, bounds);
    // lost is worse than stale is worse than fresh, as PRESENCES lists them
    const worse = Math.max(PRESENCES.indexOf(presence), PRESENCES.indexOf(allowed));
    state[row] = (before[row]! & ~ENTITY_STATE.PRESENCE_MASK) | worse;
  }
  return { ...frame, time: frame.time + passed * 1000, entities: { ...frame.entities, state, age } };
};
