import type { Hazard, HazardPlace } from '../contracts/hazard.ts';
import type { HazardRow, PlaceSummary } from '../contracts/ledger-list.ts';

import { cornersOf, cornersOfExtremes, extremesOf, type PlacesFromMine } from './far-place.ts';
import { daysOverdue, missingFixed } from './five-fixed.ts';
import { proofOf } from './hazard-standing.ts';
import { standingOfEvidence } from './replaced-evidence.ts';

/** What the list tells of a version that no day changes: a version never changes, so it can be kept. */
export interface HazardFacts extends Omit<HazardRow, 'overdue' | 'far'> {
  /** Corners farthest out of where it is drawn, and of where its standing evidence was gathered (`extremesOf`). */
  readonly reach: { readonly place: readonly number[]; readonly evidence: readonly number[] };
}

const summaryOf = (place: HazardPlace): PlaceSummary => {
  switch (place.kind) {
    case 'feature':
      return place;
    case 'point':
      return { kind: 'point', at: place.at, corners: 1 };
    case 'line':
      return { kind: 'line', at: place.line[0]!, corners: place.line.length };
    case 'polygon':
      // The last corner is the first again.
      return { kind: 'polygon', at: place.rings[0]![0]!, corners: place.rings[0]!.length - 1 };
  }
};

export const hazardFacts = (
  hazard: Hazard,
  { number, writtenAt, movedDeadline }: Pick<HazardRow, 'number' | 'writtenAt' | 'movedDeadline'>,
): HazardFacts => {
  const { id, mine, title, category, state, place, found, fiveFixed } = hazard;
  const { crossValidation, lacksCorroboration, inDoubt } = proofOf(hazard);
  return {
    ...{ mine, id, number, writtenAt, title, category, state, found },
    place: summaryOf(place),
    corroboration: crossValidation.status,
    lacksCorroboration,
    inDoubt,
    missing: missingFixed(fiveFixed),
    responsible: fiveFixed.responsible,
    deadline: fiveFixed.deadline,
    reach: {
      place: extremesOf(cornersOf(place)),
      evidence: extremesOf(
        standingOfEvidence(hazard.evidence).standing.flatMap((one) =>
          one.place ? cornersOf(one.place) : [],
        ),
      ),
    },
    movedDeadline,
  };
};

/**
 * @param today YYYY-MM-DD, or the past day that is shown
 * @param far of `farOf`; null: nothing of it lies far from its mine, or nothing is known of where that lies
 */
export const hazardRow = (
  { reach: _, ...facts }: HazardFacts,
  today: string,
  far: HazardRow['far'],
): HazardRow => ({
  ...facts,
  far,
  overdue: daysOverdue({ state: facts.state, fiveFixed: { deadline: facts.deadline } }, today),
});

/** Whether its place, or where standing evidence was gathered, lies far from its mine; the same as long as the mine is known likewise. */
export const farOf = ({ reach }: Pick<HazardFacts, 'reach'>, fromMine: PlacesFromMine): HazardRow['far'] => {
  for (const part of ['place', 'evidence'] as const) {
    if (reach[part].length === 0) continue;
    const far = fromMine(cornersOfExtremes(reach[part]));
    if (far.kind === 'far') return { of: part, metres: Math.round(far.metres) };
  }
  return null;
};
