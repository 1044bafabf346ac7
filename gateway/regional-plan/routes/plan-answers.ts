import type { FastifyReply, FastifyRequest } from 'fastify';
import { withStore } from '../../live/routes/checked.ts';
import { type Problem, sendProblem } from '../../problem.ts';
import { DeskBusy, DeskFailed, DeskLate } from '../../thread-desk.ts';
import { type OpenedPlan, openPlan } from '../drafting/open-plan.ts';
import { CountyNotOpen, type PlanContext } from '../plan-context.ts';
import { PlanFileChanged } from '../store/plan-versions.ts';
import { type AskedPlan, NO_PLAN } from './plan-request.ts';

/** A document of words: nothing of it runs in a page. */
export const SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

const TOO_MANY = { status: 503, title: 'Too many plans are being made' };
const RETRY_SECONDS = 30;

export const sendNotOpen = (reply: FastifyReply, detail: string): FastifyReply =>
  sendProblem(reply, {
    status: 503,
    title: 'The county cannot be opened',
    detail,
    mend: 'Build it anew; the files are those that domain/contracts/county.ts describes.',
  });

/** What an error of composing, writing or the store is told as; null: nobody foresaw it. */
const problemOf = (error: unknown): Problem | null => {
  if (error instanceof DeskBusy)
    return { ...TOO_MANY, detail: `${error.message}.`, mend: 'Try again in half a minute.' };
  if (error instanceof DeskLate)
    return {
      status: 503,
      title: 'Making the plan took too long',
      detail: `${error.message}; it was given up.`,
      mend: 'Try again when the gateway has less to do; if it stays, send its log to whoever runs it.',
    };
  if (error instanceof DeskFailed)
    return {
      status: 500,
      title: 'The plan could not be made',
      detail: 'An error while it was composed or written; the log of the gateway has it.',
      mend: 'Send the log to whoever runs the gateway. Nothing was stored or changed.',
    };
  if (error instanceof PlanFileChanged)
    return {
      status: 500,
      title: 'Not what was frozen',
      detail: error.message,
      mend: 'Restore the database from a backup, and find out who changed it.',
    };
  return null;
};

/** Runs what needs the county, the threads and the store; where one of them is not there the answer is sent and null returned. */
export const answering = async <T>(reply: FastifyReply, work: () => Promise<T>): Promise<T | null> => {
  try {
    return await withStore(reply, work);
  } catch (error) {
    if (error instanceof CountyNotOpen) {
      sendNotOpen(reply, error.message);
      return null;
    }
    const problem = problemOf(error);
    if (!problem) throw error;
    if (problem.status === 500) reply.log.error(error);
    if (problem.status === 503) reply.header('retry-after', RETRY_SECONDS);
    sendProblem(reply, problem);
    return null;
  }
};

/** The plan that is asked for; where there is none the answer is sent and null returned. */
export const openedPlan = async (
  context: PlanContext,
  request: FastifyRequest,
  reply: FastifyReply,
  county: string,
  asked: AskedPlan | null,
): Promise<OpenedPlan | null> => {
  if (!asked) return null;
  const found = await answering(reply, async () => ({
    plan: await openPlan(context, context.guard.account(request), county, asked),
  }));
  if (found && !found.plan) sendProblem(reply, NO_PLAN);
  return found?.plan ?? null;
};
