import type { LedgerVersion } from '../contracts/ledger.ts';
import type { MovedDeadline } from '../contracts/moved-deadline.ts';

/** Where the deadline of a hazard stands after some of its versions. */
export interface DeadlineTrail {
  /** Of the last version; null: it gives none. */
  readonly deadline: string | null;
  /** null: it was never moved. */
  readonly movedDeadline: MovedDeadline | null;
}

export const NO_DEADLINE: DeadlineTrail = { deadline: null, movedDeadline: null };

/** The same after one version more. The first deadline that is given is moved from nothing, which is no moving. */
export const deadlineAfter = (before: DeadlineTrail, deadline: string | null): DeadlineTrail => {
  const { movedDeadline: moved } = before;
  const first = moved?.first ?? before.deadline;
  if (first === null || before.deadline === deadline) return { deadline, movedDeadline: moved };
  return { deadline, movedDeadline: { times: (moved?.times ?? 0) + 1, first } };
};

/** @param deadlines of all versions, the oldest first; null: a version that gives none */
export const movedDeadline = (deadlines: readonly (string | null)[]): MovedDeadline | null =>
  deadlines.reduce(deadlineAfter, NO_DEADLINE).movedDeadline;

/** Of a hazard's versions, the oldest first, up to the one with a number. */
export const movedUpTo = (
  versions: readonly Pick<LedgerVersion, 'number' | 'hazard'>[],
  number: number,
): MovedDeadline | null =>
  movedDeadline(
    versions.filter((one) => one.number <= number).map(({ hazard }) => hazard.fiveFixed.deadline),
  );
