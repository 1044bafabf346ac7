import type { MinePlace } from '../accounts/may.ts';

/** Who else says that a mine is of a county than the county's register: its live.yaml, or its bundle. */
export const OUTSIDE_WORDS = ['live', 'bundle'] as const;
export type OutsideWord = (typeof OUTSIDE_WORDS)[number];

/** A mine with its county and who says so. */
export interface PlacedMine extends MinePlace {
  readonly by: 'register' | OutsideWord;
}

/** A mine of a county that the county's register does not list. */
export interface OutsideMine {
  readonly mine: string;
  readonly by: OutsideWord;
}

/**
 * The mines of a county outside its register, in the order of their ids. Their people and hazards are the county's; of what a register
 * tells, nothing is known: no type, no state, no grade, no place.
 * @param mines of the county
 * @param listed of its register, as it is shown
 */
export const outsideRegister = (
  mines: readonly PlacedMine[],
  listed: { has(mine: string): boolean },
): OutsideMine[] =>
  mines
    // A register that was read anew a moment before the rest of the county: that will list it.
    .flatMap(({ mine, by }) => (by === 'register' || listed.has(mine) ? [] : [{ mine, by }]))
    .sort((a, b) => (a.mine < b.mine ? -1 : 1));
