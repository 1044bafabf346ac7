import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { countyDay } from '../../../domain/county/county-day.ts';
import { checked } from '../../live/routes/checked.ts';
import { type Problem, sendProblem } from '../../problem.ts';
import type { PlanContext } from '../plan-context.ts';

export interface PlanRequest {
  Params: { county: string; plan: string };
}

/** A draft of a year on a day, or a frozen version. */
export type AskedPlan =
  | { readonly kind: 'draft'; readonly year: number; readonly on: string }
  | { readonly kind: 'version'; readonly id: string };

export const queryOf = z.object({
  on: z.iso.date().optional(),
  language: z.enum(['zh', 'en']).default('zh'),
});
export const QUERY_MEND = 'Ask as ?on=YYYY-MM-DD (drafts only) and ?language=zh or en.';

export const NO_PLAN: Problem = {
  status: 404,
  title: 'No such plan',
  detail: 'This county has no frozen version of that id, and the id is no year either.',
  mend: 'GET …/plans lists the versions; a year, as 2026, is its draft.',
};

const YEAR = /^2\d{3}$/;

/** The day of the county it is now. */
export const todayOf = ({ clock }: Pick<PlanContext, 'clock'>): string => countyDay(clock());

/** What is asked for; where it cannot be, the answer is sent and null returned. */
export const askedPlan = (
  context: Pick<PlanContext, 'clock'>,
  plan: string,
  on: string | undefined,
  reply: FastifyReply,
): AskedPlan | null => {
  if (!YEAR.test(plan)) {
    const id = z.uuid().safeParse(plan);
    if (id.success) return { kind: 'version', id: plan };
    sendProblem(reply, NO_PLAN);
    return null;
  }
  const year = Number(plan);
  const today = todayOf(context);
  const day = on ?? (today.startsWith(plan) ? today : `${plan}-12-31`);
  if (day > today) {
    sendProblem(reply, {
      status: 422,
      title: 'A day to come',
      detail: `Nothing is known of ${day} yet: today is ${today}.`,
      mend: 'Ask for today or a day before it.',
    });
    return null;
  }
  return { kind: 'draft', year, on: day };
};

export const planQuery = (request: FastifyRequest, reply: FastifyReply): z.output<typeof queryOf> | null =>
  checked(queryOf, request.query, reply, QUERY_MEND);
