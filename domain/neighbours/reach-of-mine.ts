import type { NeighbourFinding, NeighbourProof } from '../contracts/neighbours.ts';

type Judged = NonNullable<NeighbourProof['judged']>;
type Said = Pick<NeighbourFinding, 'answer' | 'certain'>;

/** What a finding says by one of its proofs: of a thing that two mines share for certain a third may be far enough. */
export const judgedByProof = (
  { answer, certain }: Said,
  { judged }: Pick<NeighbourProof, 'judged'>,
): Judged => {
  const isFound = answer === 'found' && judged?.answer !== 'unknown';
  return { answer: isFound ? 'found' : 'unknown', certain: isFound && certain && judged?.certain !== false };
};

/** What a finding says of one of its mines. */
export const reachOfMine = (finding: Said & Pick<NeighbourFinding, 'proofs'>, mine: string): Judged =>
  judgedByProof(finding, finding.proofs.find(({ there }) => there.mine === mine) ?? {});

/** Mines that reach it, of those it names. */
export const foundMines = (finding: NeighbourFinding): string[] =>
  finding.mines.filter((mine) => reachOfMine(finding, mine).answer === 'found');
