import type { Duty, DutyFacts } from '../contracts/county-duties.ts';
import { type DutyState, dutyState } from './duty-state.ts';

/** A mine against all duties, with what its score is made of. */
export interface MineStanding {
  readonly mine: string;
  readonly duties: readonly { readonly duty: Duty; readonly state: DutyState }[];
  readonly score: number;
  /** What the score is the sum of, largest first. */
  readonly parts: readonly ScorePart[];
}

export interface ScorePart {
  readonly duty: string;
  readonly because: 'missed' | 'unknown';
  readonly points: number;
}

/**
 * A missed duty counts its weight. One nobody knows about counts half of it: less than a miss that is certain, and never
 * nothing, or the mine that reports least would stand best.
 */
const UNKNOWN_SHARE = 0.5;

export const mineStanding = (duties: readonly Duty[], facts: DutyFacts, today: string): MineStanding => {
  const states = duties.map((duty) => ({ duty, state: dutyState(duty, facts, today) }));
  const parts = states
    .flatMap(({ duty, state }): ScorePart[] =>
      state.kind === 'missed'
        ? [{ duty: duty.id, because: 'missed', points: duty.weight }]
        : state.kind === 'unknown'
          ? [{ duty: duty.id, because: 'unknown', points: duty.weight * UNKNOWN_SHARE }]
          : [],
    )
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || (a.duty < b.duty ? -1 : 1));
  return {
    mine: facts.mine,
    duties: states,
    score: parts.reduce((sum, { points }) => sum + points, 0),
    parts,
  };
};

/** Days that missed duties are late, together; one of which nobody knows since when counts none. */
const daysLate = ({ duties }: MineStanding): number =>
  duties.reduce((sum, { state }) => sum + (state.kind === 'missed' ? (state.days ?? 0) : 0), 0);

/** Mines with what matters first; of equal scores the one that is late longer, then by id, so that the list does not jump. */
export const byWhatMatters = (standings: readonly MineStanding[]): MineStanding[] => {
  const late = new Map(standings.map((one) => [one, daysLate(one)]));
  return standings.toSorted(
    (a, b) => b.score - a.score || late.get(b)! - late.get(a)! || (a.mine < b.mine ? -1 : 1),
  );
};
