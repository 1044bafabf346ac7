import type { Presence } from '../contracts/live/entity.ts';

/** Seconds, from live.yaml. */
export interface PresenceBounds {
  readonly staleAfter: number;
  readonly lostAfter: number;
}

/**
 * How well a place is still known that was true `ageSeconds` ago; null: never heard. Lost is for as long as nothing is
 * heard: nobody is taken off. An emergency call is no part of this, since it does not end by silence.
 */
export const presenceByAge = (ageSeconds: number | null, bounds: PresenceBounds): Presence => {
  if (ageSeconds === null) return 'unknown';
  if (ageSeconds >= bounds.lostAfter) return 'lost';
  return ageSeconds >= bounds.staleAfter ? 'stale' : 'fresh';
};
