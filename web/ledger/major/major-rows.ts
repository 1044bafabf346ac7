import type { MajorHazard, MajorView } from '../../../domain/contracts/major-hazard.ts';
import type { MovedDeadline } from '../../../domain/contracts/moved-deadline.ts';
import { daysOverdue } from '../../../domain/hazards/five-fixed.ts';
import { daysPastListing } from '../../../domain/major-hazards/listing-end.ts';
import { isOpenMajor } from '../../../domain/major-hazards/repeat.ts';
import { type HazardEntry, hazardsOf, majorKey } from './major-store.ts';

/** Which major hazards are listed; what has to be done first comes first. */
export const MAJOR_SHOWN = [
  ...(['repeat', 'overdue', 'listedPast', 'owed', 'unsaid', 'reported', 'open', 'listed'] as const),
  ...(['moved', 'withoutDeadline', 'listedWithoutEnd', 'all'] as const),
] as const;
export type MajorShown = (typeof MAJOR_SHOWN)[number];

/** A major hazard with what follows from it on a day. */
export interface MajorRow extends HazardEntry {
  readonly key: string;
  readonly isOpen: boolean;
  /** Days past its deadline; null: it has none. */
  readonly overdue: number | null;
  /** How its deadline was moved; null: it never was. */
  readonly moved: MovedDeadline | null;
  /** Days past the end of its listed supervision; null: it is not listed, or the list names none. */
  readonly pastListing: number | null;
  /** The county's rule wants it listed, and it is not. */
  readonly owed: boolean;
  /** It counts among those for which closing its mine is to be proposed. */
  readonly repeat: boolean;
  /** It would count there if the mine was producing, and nobody said. */
  readonly unsaid: boolean;
}

const SHOWS: Readonly<Record<MajorShown, (row: MajorRow) => boolean>> = {
  repeat: ({ repeat }) => repeat,
  overdue: ({ isOpen, overdue }) => isOpen && (overdue ?? 0) > 0,
  listedPast: ({ isOpen, pastListing }) => isOpen && (pastListing ?? 0) > 0,
  owed: ({ owed }) => owed,
  unsaid: ({ unsaid }) => unsaid,
  reported: ({ hazard }) => hazard.state === 'reported',
  open: ({ isOpen }) => isOpen,
  listed: ({ isOpen, hazard }) => isOpen && hazard.listed !== null,
  moved: ({ isOpen, moved }) => isOpen && moved !== null,
  withoutDeadline: ({ isOpen, overdue }) => isOpen && overdue === null,
  listedWithoutEnd: ({ isOpen, hazard }) => isOpen && hazard.listed?.until === null,
  all: () => true,
};

/** What comes earlier in the list is less. */
const rank = ({ isOpen, owed, overdue, pastListing, hazard: { state, listed } }: MajorRow): number => {
  if (!isOpen) return state === 'reported' ? 2 : 9;
  if ((overdue ?? 0) > 0 || (pastListing ?? 0) > 0) return 0;
  if (owed) return 1;
  return listed ? 3 : 4;
};
const LAST_DAY = '9999';

const inOrder = (a: MajorRow, b: MajorRow): number => {
  const by = rank(a) - rank(b);
  if (by !== 0) return by;
  const overdue = (b.overdue ?? 0) - (a.overdue ?? 0);
  if (overdue !== 0) return overdue;
  // Of what is done with, the newest first; of what is open, the nearest deadline.
  if (!a.isOpen) return a.hazard.found.on < b.hazard.found.on ? 1 : -1;
  const [due, later] = [a, b].map(({ hazard }) => hazard.fiveFixed.deadline ?? LAST_DAY);
  return due! < later! ? -1 : due! > later! ? 1 : 0;
};

/** How the deadline of a major hazard was moved up to the day of a view; null: it never was. */
export const movedOfMajor = (
  { mines }: Pick<MajorView, 'mines'>,
  { mine, id }: Pick<MajorHazard, 'mine' | 'id'>,
): MovedDeadline | null =>
  mines.find((one) => one.mine === mine)?.moved.find(({ hazard }) => hazard === id) ?? null;

/** Every major hazard of a view, the most urgent first. @param today YYYY-MM-DD */
export const majorRows = (view: MajorView, today: string): MajorRow[] => {
  const owed = new Set(
    view.mines.flatMap(({ mine, listingOwed }) => listingOwed.map((id) => majorKey({ mine, id }))),
  );
  const counting = new Set(
    view.mines.flatMap(({ mine, repeat: { hazards } }) => hazards.map((id) => majorKey({ mine, id }))),
  );
  const repeat = new Set(
    view.mines.flatMap(({ mine, repeat: { kind, hazards } }) =>
      kind === 'reached' || kind === 'was-reached' ? hazards.map((id) => majorKey({ mine, id })) : [],
    ),
  );
  return hazardsOf(view)
    .map((entry): MajorRow => {
      const { fiveFixed, state } = entry.hazard;
      const key = majorKey(entry.hazard);
      const isOpen = isOpenMajor(state);
      return {
        ...{ ...entry, key, isOpen, owed: owed.has(key) },
        // What nobody said anything of is not what closing is proposed for.
        repeat: repeat.has(key) && entry.hazard.whileProducing === true,
        unsaid: counting.has(key) && entry.hazard.whileProducing === null,
        pastListing: daysPastListing(entry.hazard, today),
        moved: movedOfMajor(view, entry.hazard),
        // A major hazard is past its deadline as a hidden one is.
        overdue: daysOverdue({ fiveFixed, state: isOpen ? 'treating' : 'closed' }, today),
      };
    })
    .sort(inOrder);
};

/** @param search words that all must be in its title, id, mine's name or inspector */
export const shownRows = (
  rows: readonly MajorRow[],
  shown: MajorShown,
  search: string,
  nameOfMine: (mine: string) => string,
): MajorRow[] => {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  return rows.filter((row) => {
    if (!SHOWS[shown](row)) return false;
    const { id, title, mine, inspection } = row.hazard;
    const text = `${id} ${title} ${nameOfMine(mine)} ${inspection?.office ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
};
