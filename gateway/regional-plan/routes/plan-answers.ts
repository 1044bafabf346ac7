import type { FastifyReply, FastifyRequest } from 'fastify';
import { deskProblem, RETRY_SECONDS } from '../../desk-problem.ts';
import { withStore } from '../../live/routes/checked.ts';
import { type Problem, sendProblem } from '../../problem.ts';
import { type OpenedPlan, openPlan } from '../drafting/open-plan.ts';
import { CountyNotOpen, type PlanContext } from '../plan-context.ts';
import { PlanFileChanged } from '../store/plan-versions.ts';
import { type AskedPlan, NO_PLAN } from './plan-request.ts';

/** A document of words: nothing of it runs in a page. */
export const SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

export const sendNotOpen = (reply: FastifyReply, detail: string): FastifyReply =>
  sendProblem(reply, {
    status: 503,
    title: 'The county cannot be opened',
    detail,
    mend: 'Build it anew; the files are those that domain/contracts/county.ts describes.',
  });

/** What an error of composing, writing or the store is told as; null: nobody foresaw it. */
const problemOf = (error: unknown): Problem | null => {
  if (error instanceof PlanFileChanged)
    return {
      status: 500,
      title: 'Not what was frozen',
      detail: error.message,
      mend: 'Restore the database from a backup, and find out who changed it.',
    };
  return deskProblem(error, { one: 'plan', many: 'plans' });
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
