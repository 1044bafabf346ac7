import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DISK_FULL, isDiskFull } from '../../disk-full.ts';
import { type Problem, sendProblem } from '../../problem.ts';
import { ArchiveUnreadable } from '../store/archive-file.ts';
import { StoreDown } from '../store/store.ts';
import { isPassing } from '../store/store-down.ts';

/** A moment in a query, ms since 1970. */
export const moment = z.coerce.number().int().min(0).max(8.64e15);

/** What the schema makes of a query or body; where it does not fit the answer is sent and null returned. */
export const checked = <S extends z.ZodType>(
  schema: S,
  value: unknown,
  reply: FastifyReply,
  mend: string,
): z.output<S> | null => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  sendProblem(reply, { status: 400, title: 'Bad request', detail: z.prettifyError(result.error), mend });
  return null;
};

const STORE_DOWN: Problem = {
  status: 503,
  title: 'The history is not there now',
  detail:
    'The database does not answer. Live pictures go on; nothing is acknowledged to devices until it is back.',
  mend: 'Wait for it to come back, or see the gateway’s log.',
};

const UNREADABLE = {
  status: 500,
  title: 'This hour of the history cannot be read',
  mend: 'Put the file back from a copy of the state folder; other hours are not touched by it.',
};

/** Runs what needs the store; where it is away the answer is sent and null returned. */
export const withStore = async <T>(reply: FastifyReply, work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ArchiveUnreadable) {
      reply.log.error(error);
      sendProblem(reply, { ...UNREADABLE, detail: error.message });
      return null;
    }
    const isFull = isDiskFull(error);
    if (!(error instanceof StoreDown) && !isFull && !isPassing(error)) throw error;
    // What the store itself noticed stands in its own log.
    if (!(error instanceof StoreDown)) reply.log.error(error);
    sendProblem(reply, isFull ? DISK_FULL : STORE_DOWN);
    return null;
  }
};
