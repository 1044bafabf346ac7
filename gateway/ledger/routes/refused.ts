import type { FastifyReply } from 'fastify';
import type { LedgerRefusal } from '../../../domain/contracts/ledger.ts';
import { type Problem, sendProblem } from '../../problem.ts';
import type { VersionRow } from '../store/append-version.ts';

/**
 * Somebody wrote meanwhile: who, and what it is now.
 * @param what of which a version was sent, in words @param json of a version as the route answers one
 */
export const sendConflict = (
  reply: FastifyReply,
  o: {
    readonly what: string;
    readonly base: number | null;
    readonly last: VersionRow | null;
    readonly json: (row: VersionRow) => unknown;
  },
): FastifyReply => {
  const { what, base, last } = o;
  const detail =
    last === null
      ? `The ledger of this mine has no ${what} that version ${base} could be of.`
      : base === null
        ? `The ${what} is in the ledger already: ${last.writer_name} wrote version ${last.number}.`
        : `${last.writer_name} wrote version ${last.number} at ${new Date(last.written_at).toISOString()}; yours follows version ${base}.`;
  const problem: Problem & { last: unknown } = {
    status: 409,
    title: 'Somebody wrote meanwhile',
    detail,
    mend: 'Read the last version, put your change into it, and write it with its number as base.',
    last: last && o.json(last),
  };
  return sendProblem(reply, problem);
};

/** The rules of the ledger refuse it: all of them at once, in both languages. */
export const sendRefused = (reply: FastifyReply, refusals: readonly LedgerRefusal[]): FastifyReply => {
  const problem: Problem & { refusals: unknown } = {
    status: 422,
    title: 'Not taken into the ledger',
    detail: refusals.map(({ what }) => what.en).join(' '),
    mend: refusals.map(({ mend }) => mend.en).join(' '),
    refusals,
  };
  return sendProblem(reply, problem);
};
