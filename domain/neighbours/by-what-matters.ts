import type { NeighbourCheck, NeighbourFinding } from '../contracts/neighbours.ts';

/**
 * Checks from what lets water or people through at once to what only lies near: an order of ours for reading a list, in no document
 * and no measure of risk.
 */
const ORDER: readonly NeighbourCheck[] = [
  'connected-workings',
  'goaf-across-boundary',
  'shared-water-path',
  'workings-goaf-distance',
  'subsidence-overlap',
  'goafs-distance',
  'workings-distance',
  'shared-orebody',
  'rights-distance',
  'contiguous',
];

/** Greatest head of water of a finding, metres; null: no water that is known to stand higher. */
export const greatestHead = ({ proofs }: Pick<NeighbourFinding, 'proofs'>): number | null =>
  proofs
    .flatMap(({ water }) => water.flatMap(({ headMetres }) => headMetres ?? []))
    .reduce<number | null>((most, head) => (head > 0 && (most === null || head > most) ? head : most), null);

const nearest = ({ proofs }: NeighbourFinding): number => Math.min(...proofs.map(({ distance }) => distance));

/**
 * Findings with what matters first: certain ones before those that are found only within their ±, these before those nobody can
 * judge; then by check, by head of water, by distance. Equal ones by id, so that the list does not jump.
 */
export const findingsByWhatMatters = (findings: readonly NeighbourFinding[]): NeighbourFinding[] => {
  const sureness = ({ answer, certain }: NeighbourFinding): number =>
    answer === 'unknown' ? 2 : certain ? 0 : 1;
  return findings.toSorted(
    (a, b) =>
      sureness(a) - sureness(b) ||
      ORDER.indexOf(a.check) - ORDER.indexOf(b.check) ||
      (greatestHead(b) ?? 0) - (greatestHead(a) ?? 0) ||
      nearest(a) - nearest(b) ||
      (a.id < b.id ? -1 : 1),
  );
};
