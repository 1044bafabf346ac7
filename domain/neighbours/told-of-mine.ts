import type { NeighbourCheck, NeighboursReport } from '../contracts/neighbours.ts';

/** What a report tells of one mine. */
export interface ToldOfMine {
  /** Findings that stand, certain or not. */
  readonly found: number;
  /** Pairs of things of which it cannot be told whether they are too near. */
  readonly unsure: number;
  /** Checks in which something of the mine, or of every mine, is not known: that nothing is found by them says nothing. */
  readonly untold: readonly NeighbourCheck[];
}

export const toldOfMine = (
  { findings, gaps }: Pick<NeighboursReport, 'findings' | 'gaps'>,
  mine: string,
): ToldOfMine => {
  const own = findings.filter(({ mines }) => mines.includes(mine));
  const found = own.filter(({ answer }) => answer === 'found').length;
  const open = gaps.filter((gap) => gap.mine === null || gap.mine === mine);
  return { found, unsure: own.length - found, untold: [...new Set(open.map(({ check }) => check))] };
};
