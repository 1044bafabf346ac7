import type { FastifyReply } from 'fastify';
import type { LedgerRefusal, WriteHazard } from '../../../domain/contracts/ledger.ts';
import { type Problem, sendProblem } from '../../problem.ts';
import type { VersionRow } from '../store/append-version.ts';
import { versionOf } from '../store/read-ledger.ts';

/** Somebody wrote meanwhile: who, and what it is now. */
export const sendConflict = (
  reply: FastifyReply,
  { base, hazard }: WriteHazard,
  last: VersionRow | null,
): FastifyReply => {
  const detail =
    last === null
      ? `The ledger of this mine has no hazard "${hazard.id}" that version ${base} could be of.`
      : base === null
        ? `The hazard "${hazard.id}" is in the ledger already: ${last.writer_name} wrote version ${last.number}.`
        : `${last.writer_name} wrote version ${last.number} at ${new Date(last.written_at).toISOString()}; yours follows version ${base}.`;
  const problem: Problem & { last: unknown } = {
    status: 409,
    title: 'Somebody wrote meanwhile',
    detail,
    mend: 'Read the last version, put your change into it, and write it with its number as base.',
    last: last && versionOf(last),
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
