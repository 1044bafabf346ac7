import type { Hazard, HazardPlace } from '../contracts/hazard.ts';
import type { HazardRow, PlaceSummary } from '../contracts/ledger-list.ts';
import { daysOverdue, missingFixed } from './five-fixed.ts';
import { proofOf } from './hazard-standing.ts';

/** What the list tells of a version that no day changes: a version never changes, so it can be kept. */
export type HazardFacts = Omit<HazardRow, 'overdue'>;

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
  { number, writtenAt }: Pick<HazardRow, 'number' | 'writtenAt'>,
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
  };
};

/** @param today YYYY-MM-DD, or the past day that is shown */
export const hazardRow = (facts: HazardFacts, today: string): HazardRow => ({
  ...facts,
  overdue: daysOverdue({ state: facts.state, fiveFixed: { deadline: facts.deadline } }, today),
});
