import type { Hazard, HazardPlace } from '../contracts/hazard.ts';
import type { LedgerRefusal } from '../contracts/ledger.ts';
import { cornersOf, type FarPlace, type PlacesFromMine } from './far-place.ts';
import { farText } from './far-place-text.ts';
import { canonicalJson } from './ledger-chain.ts';
import { refusal } from './refuser.ts';

/** What places of a new version are held against. */
export interface FarQuestion {
  /** Holds new places against the mine; null: they are not asked about. */
  readonly fromMine: PlacesFromMine | null;
  /** Why a new place lies far from the mine; null: nobody says. */
  readonly whyFar: string | null;
}

/** What is asked of the places of a new version. */
export interface PlaceQuestion extends FarQuestion {
  /** The last version; null: a new hazard. */
  readonly before: Hazard | null;
  readonly after: Hazard;
}

export interface FoundFar {
  /** Path within what is written. */
  readonly field: string;
  readonly far: FarPlace;
}

/** A place that was not there before, where it lies far from the mine. */
export const newFarPlace = (
  before: HazardPlace | null,
  after: HazardPlace | null,
  field: string,
  fromMine: PlacesFromMine | null,
): FoundFar[] => {
  // What is still being drawn has corners that are no numbers yet.
  const isWhole = after !== null && cornersOf(after).every((at) => at.every(Number.isFinite));
  const far = isWhole && !same(before, after) && fromMine ? fromMine(cornersOf(after)) : null;
  return far?.kind === 'far' ? [{ field, far }] : [];
};

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/** New places, of the hazard and of its evidence, that lie far from the mine. What stands in the ledger so is shown there. */
export const newFarPlaces = ({ before, after, fromMine }: Omit<PlaceQuestion, 'whyFar'>): FoundFar[] => {
  const written = new Set(before?.evidence.map(({ id }) => id));
  return [
    ...newFarPlace(before?.place ?? null, after.place, 'place', fromMine),
    ...after.evidence.flatMap(({ id, place }, i) =>
      written.has(id) ? [] : newFarPlace(null, place, `evidence.${i}.place`, fromMine),
    ),
  ];
};

/** What is said of a place that lies far from its mine, and how to go on. */
export const farRefusal = ({ field, far }: FoundFar): LedgerRefusal =>
  refusal(far.swapped ? 'place-swapped' : 'place-far', field, farText(far));
