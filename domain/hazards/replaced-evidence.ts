import type { Evidence } from '../contracts/hazard.ts';
import { hasLooked, isWitness } from './witness.ts';

/**
 * What a piece of evidence does to an older one that it says it replaces. A borehole is put right by a borehole: whoever goes and looks
 * again, by the same method, as plainly as before.
 */
export type Replacing =
  /** It stands in the older one's place, which no longer counts. */
  | 'replaces'
  /** It takes back that others may rely on the older one, and shows nothing else: the older one still speaks, and confirms nothing. */
  | 'withdraws'
  /** A paper, another method or an older look says nothing of what that look found: as `withdraws`, and not to be written. */
  | 'cannot';

export const replacingOf = (newer: Evidence, older: Evidence): Replacing => {
  if (!hasLooked(older)) return 'replaces';
  if (newer.method !== older.method || newer.on < older.on) return 'cannot';
  if (isWitness(newer)) return older.file === null || newer.file !== null ? 'replaces' : 'withdraws';
  // Nobody could rely on the older one either: it is put in other words.
  if (!isWitness(older) && (older.says === 'unclear' || newer.says === older.says)) return 'replaces';
  return 'withdraws';
};

export interface StandingEvidence {
  /** What counts; of what was withdrawn neither file nor place, by which others could look again. */
  readonly standing: readonly Evidence[];
  /** Ids of what was withdrawn, and by which piece. */
  readonly withdrawn: ReadonlyMap<string, string>;
}

const NOTHING: ReadonlyMap<string, string> = new Map();

/** What of some evidence stands: a piece replaces those that came before it, also through others that it replaces. */
export const standingOfEvidence = (evidence: readonly Evidence[]): StandingEvidence => {
  if (evidence.every(({ replaces }) => replaces === null)) return { standing: evidence, withdrawn: NOTHING };
  const at = new Map(evidence.map(({ id }, i) => [id, i]));
  const gone = new Set<string>();
  const withdrawn = new Map<string, string>();
  for (const [i, newer] of evidence.entries()) {
    // Only what came before: nothing goes round in circles.
    for (let [from, id] = [i, newer.replaces]; id !== null; ) {
      const next = at.get(id);
      if (next === undefined || next >= from) break;
      const older = evidence[next]!;
      if (replacingOf(newer, older) === 'replaces') gone.add(older.id);
      else if (!withdrawn.has(older.id)) withdrawn.set(older.id, newer.id);
      [from, id] = [next, older.replaces];
    }
  }
  for (const id of gone) withdrawn.delete(id);
  const standing = evidence.flatMap((one): Evidence[] =>
    gone.has(one.id) ? [] : withdrawn.has(one.id) ? [{ ...one, file: null, place: null }] : [one],
  );
  return { standing, withdrawn };
};
