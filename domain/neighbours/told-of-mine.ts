import type { NeighbourCheck, NeighboursReport } from '../contracts/neighbours.ts';
import { checksOf, notComparedOn } from '../county/not-compared.ts';

/** What a report tells of one mine. */
export interface ToldOfMine {
  /** Findings that stand, certain or not. */
  readonly found: number;
  /** Pairs of things of which it cannot be told whether they are too near. */
  readonly unsure: number;
  /** Checks in which something of the mine, or of every mine, is not known or was not compared: what they do not find says nothing. */
  readonly untold: readonly NeighbourCheck[];
}

/** @param on YYYY-MM-DD, the day that is shown */
export const toldOfMine = (
  report: Pick<NeighboursReport, 'findings' | 'gaps' | 'notCompared'>,
  mine: string,
  on: string,
): ToldOfMine => {
  const { findings, gaps } = report;
  const own = findings.filter(({ mines }) => mines.includes(mine));
  const found = own.filter(({ answer }) => answer === 'found').length;
  const open = gaps.filter((gap) => gap.mine === null || gap.mine === mine);
  const ofAnotherDay = notComparedOn(report, on).filter((one) => one.mine === mine);
  const untold = new Set([
    ...open.map(({ check }) => check),
    ...ofAnotherDay.flatMap(({ kind }) => checksOf(kind)),
  ]);
  return { found, unsure: own.length - found, untold: [...untold] };
};
