import { type Metres, metres } from '../units/quantities.ts';
import { type BoreholeLog, elevationAtDepth } from './borehole-log.ts';
import type { LogContact } from './log-contacts.ts';

/** What logs beside each other are hung on: the height datum, their collars, or one contact by its key. */
export type HangOn =
  | { readonly on: 'elevation' }
  | { readonly on: 'depth' }
  | { readonly on: 'contact'; readonly key: string };

/** A log with its place in the panel. */
export interface HungLog {
  readonly log: BoreholeLog;
  /** Metres down the panel of a depth along the hole. */
  readonly y: (depth: number) => number;
  /** The depth at a height of the panel; null where the hole is not there. */
  readonly depthAt: (y: number) => Metres | null;
  readonly top: number;
  readonly base: number;
  /** False: what it should hang on is not known of it, and it hangs by its collar at the top of the panel. */
  readonly hung: boolean;
}

/** Steps in which a curved hole is looked through for the depth at a height. */
const STEPS = 200;

/**
 * Hangs logs beside each other. By elevation, y is metres below the height datum and holes are as long as they are deep; by depth,
 * y is the depth along each hole; by a contact, y is metres below it, plumb where the hole's way is known, else along the hole.
 */
export const hangLogs = (
  logs: readonly { readonly log: BoreholeLog; readonly contacts: readonly LogContact[] }[],
  hang: HangOn,
): HungLog[] => {
  const placed = logs.map(({ log, contacts }) => ({ log, way: wayDown(log, contacts, hang) }));
  const tops = placed.flatMap(({ log, way }) => (way ? [Math.min(way(0), way(log.depth))] : []));
  const top = tops.length > 0 ? Math.min(...tops) : 0;
  return placed.map(({ log, way }): HungLog => {
    const y = way ?? ((depth: number) => top + plumb(log, depth));
    return {
      log,
      y,
      depthAt: (at) => depthAt(log, y, at),
      top: Math.min(y(0), y(log.depth)),
      base: Math.max(y(0), y(log.depth)),
      hung: way !== null,
    };
  });
};

/** Metres below the collar; along the hole where its way is not known. */
const plumb = (log: BoreholeLog, depth: number): number => {
  const elevation = elevationAtDepth(log, depth);
  return elevation === null ? depth : log.height! - elevation;
};

const wayDown = (
  log: BoreholeLog,
  contacts: readonly LogContact[],
  hang: HangOn,
): ((depth: number) => number) | null => {
  if (hang.on === 'depth') return (depth) => depth;
  if (hang.on === 'elevation') return log.height === null ? null : (depth) => plumb(log, depth) - log.height!;
  const found = contacts.filter(({ key, kind, to }) => key === hang.key && kind !== 'deeper' && to === null);
  // Of several alike nobody can say which one is meant.
  if (found.length !== 1) return null;
  const datum = plumb(log, found[0]!.depth);
  return (depth) => plumb(log, depth) - datum;
};

const depthAt = (log: BoreholeLog, y: (depth: number) => number, at: number): Metres | null => {
  let before = y(0);
  for (let i = 1; i <= STEPS; i++) {
    const depth = (i / STEPS) * log.depth;
    const here = y(depth);
    if (before <= at === at <= here && here !== before) {
      const low = ((i - 1) / STEPS) * log.depth;
      return metres(low + ((at - before) / (here - before)) * (depth - low));
    }
    before = here;
  }
  return null;
};
