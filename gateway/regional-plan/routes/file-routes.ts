import type { FastifyInstance } from 'fastify';
import { PLAN_FILE_TYPES } from '../../../domain/contracts/regional-plan-api.ts';
import { ofCounty } from '../../accounts/access.ts';
import { sendProblem } from '../../problem.ts';
import type { PlanDesks } from '../drafting/plan-desks.ts';
import type { PlanContext } from '../plan-context.ts';
import { planFile } from '../store/plan-versions.ts';
import { answering, openedPlan, SANDBOX } from './plan-answers.ts';
import { askedPlan, NO_PLAN, type PlanRequest, planQuery } from './plan-request.ts';

const MIME = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** A plan as PDF or DOCX: a version’s as it was frozen, a draft’s written now. */
export const addPlanFileRoutes = (scope: FastifyInstance, context: PlanContext, desks: PlanDesks): void => {
  for (const type of PLAN_FILE_TYPES)
    scope.get<PlanRequest>(
      `/api/counties/:county/plans/:plan/file.${type}`,
      { config: ofCounty('read') },
      async (request, reply) => {
        const query = planQuery(request, reply);
        const { county, plan } = request.params;
        const asked = query && askedPlan(context, plan, query.on, reply);
        if (!query || !asked) return reply;
        const { language } = query;
        const send = (name: string, bytes: Uint8Array) =>
          reply
            .header('content-disposition', `attachment; filename="${name}-${language}.${type}"`)
            .header('content-security-policy', SANDBOX)
            .type(MIME[type])
            .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
        if (asked.kind === 'version') {
          const account = context.guard.account(request);
          const found = await answering(reply, async () => ({
            file: await context.as(account, (tx) => planFile(tx, county, asked.id, type, language)),
          }));
          if (!found) return reply;
          if (!found.file) return sendProblem(reply, NO_PLAN);
          reply.header('etag', `"${found.file.sha256}"`);
          return send(`${county}-plan-${asked.id.slice(0, 8)}`, found.file.bytes);
        }
        const draft = await openedPlan(context, request, reply, county, asked);
        const bytes =
          draft &&
          (await answering(reply, async () => {
            const { texts } = draft;
            const content = await desks.content(draft, { texts, number: null, languages: [language] });
            return desks.write(content.bytes, { type, language, date: new Date(context.clock()) });
          }));
        return bytes ? send(`${county}-plan-${asked.year}-draft-${asked.on}`, bytes) : reply;
      },
    );
};
