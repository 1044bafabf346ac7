import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { PLAN_CHAPTERS, type PlanChapter } from '../../../domain/contracts/regional-plan.ts';
import { freezePlanSchema, writePlanTextSchema } from '../../../domain/contracts/regional-plan-api.ts';
import { ofCounty } from '../../accounts/access.ts';
import { checked } from '../../live/routes/checked.ts';
import { type Problem, sendProblem } from '../../problem.ts';
import type { PlanDesks } from '../drafting/plan-desks.ts';
import { freezePlan } from '../freeze-plan.ts';
import type { PlanContext } from '../plan-context.ts';
import { writePlanText } from '../store/plan-texts.ts';
import { answering } from './plan-answers.ts';
import { askedPlan } from './plan-request.ts';

interface TextRequest {
  Params: { county: string; year: string; chapter: string };
}
interface YearRequest {
  Params: { county: string; year: string };
}

/** Texts of a chapter may be long; nothing else is. */
const MAX_TEXT_BYTES = 128 * 1024;
const YEAR_MEND = 'Write the year as 2026 and the chapter by its name.';
const yearSchema = z.coerce.number().int().min(2000).max(2999);

const WRITTEN_MEANWHILE: Problem = {
  status: 409,
  title: 'Written meanwhile',
  detail: 'Somebody wrote this chapter after it was read.',
  mend: 'Read the plan again, put both texts together, and write again.',
};
const FROZEN_MEANWHILE: Problem = {
  status: 409,
  title: 'Frozen meanwhile',
  detail: 'Somebody froze a version of this year while this one was written.',
  mend: 'Look at that version, and freeze again if another is wanted.',
};

/** What officials write into a plan, and freezing it. */
export const addPlanWriteRoutes = (scope: FastifyInstance, context: PlanContext, desks: PlanDesks): void => {
  const { guard } = context;
  scope.put<TextRequest>(
    '/api/counties/:county/plans/:year/texts/:chapter',
    { config: ofCounty('write-regional-plan'), bodyLimit: MAX_TEXT_BYTES },
    async (request, reply) => {
      const { county } = request.params;
      const year = checked(yearSchema, request.params.year, reply, YEAR_MEND);
      const chapter: PlanChapter | null =
        year === null ? null : checked(z.enum(PLAN_CHAPTERS), request.params.chapter, reply, YEAR_MEND);
      const wanted =
        chapter &&
        checked(
          writePlanTextSchema,
          request.body,
          reply,
          'Send {"base": "time" or null, "text": "…"} as JSON.',
        );
      if (!year || !chapter || !wanted) return reply;
      const account = guard.account(request);
      const written = await answering(reply, async () => ({
        text: await context.as(account, (tx) =>
          writePlanText(tx, { county, year, chapter }, { ...wanted, by: account, now: context.clock() }),
        ),
      }));
      if (!written) return reply;
      return written.text ? reply.send(written.text) : sendProblem(reply, WRITTEN_MEANWHILE);
    },
  );

  scope.post<YearRequest>(
    '/api/counties/:county/plans/:year/freeze',
    { config: ofCounty('freeze-regional-plan') },
    async (request, reply) => {
      const { county } = request.params;
      const year = checked(yearSchema, request.params.year, reply, YEAR_MEND);
      const wanted =
        year &&
        checked(freezePlanSchema, request.body, reply, 'Send {"on": "YYYY-MM-DD", "note": "why"} as JSON.');
      if (!year || !wanted || !askedPlan(context, String(year), wanted.on, reply)) return reply;
      const frozen = await answering(reply, async () => ({
        version: await freezePlan(context, desks, guard.account(request), { county, year, ...wanted }),
      }));
      if (!frozen) return reply;
      return frozen.version ? reply.code(201).send(frozen.version) : sendProblem(reply, FROZEN_MEANWHILE);
    },
  );
};
