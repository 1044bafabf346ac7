import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { PlanList } from '../../domain/contracts/regional-plan-api.ts';
import { ofCounty } from '../accounts/access.ts';
import { checked } from '../live/routes/checked.ts';
import { type Problem, sendProblem } from '../problem.ts';
import { createPlanDesks } from './drafting/plan-desks.ts';
import type { PlanContext } from './plan-context.ts';
import { addPlanFileRoutes } from './routes/file-routes.ts';
import { answering, openedPlan, SANDBOX, sendNotOpen } from './routes/plan-answers.ts';
import { askedPlan, type PlanRequest, planQuery, todayOf } from './routes/plan-request.ts';
import { addPlanWriteRoutes } from './routes/write-routes.ts';
import { planVersions } from './store/plan-versions.ts';

interface CountyRequest {
  Params: { county: string };
}

const NO_FIGURE: Problem = {
  status: 404,
  title: 'No such figure',
  detail: 'The plan has no figure of that id.',
  mend: 'GET …/plans/:plan lists its figures.',
};

/** JSON that another thread has written. */
const sendJson = (reply: FastifyReply, bytes: Uint8Array): FastifyReply =>
  reply
    .type('application/json; charset=utf-8')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));

/** The regional treatment plan over HTTP: domain/contracts/regional-plan-api.ts says what each route answers. */
export const addRegionalPlanRoutes = (server: FastifyInstance, context: PlanContext): void => {
  const desks = createPlanDesks();
  const { guard } = context;
  server.addHook('onClose', () => desks.close());

  void server.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    });
    const read = { config: ofCounty('read') };

    scope.get<CountyRequest>('/api/counties/:county/plans', read, async (request, reply) => {
      const { county } = request.params;
      const account = guard.account(request);
      const versions = await answering(reply, () => context.as(account, (tx) => planVersions(tx, county)));
      const bundle = versions && (await context.counties.open(county));
      if (!versions) return reply;
      if (!bundle || 'broken' in bundle)
        return sendNotOpen(reply, bundle ? bundle.broken : `There is no county "${county}" here.`);
      const today = todayOf(context);
      const [first] = bundle.bundle.catalog.years;
      const last = Number(today.slice(0, 4));
      const years = Array.from({ length: Math.max(1, last - Math.min(first, last) + 1) }, (_, i) => last - i);
      return reply.send({
        county,
        today,
        years,
        versions,
        mayWrite: guard.mayInCounty(account, 'write-regional-plan', county),
        mayFreeze: guard.mayInCounty(account, 'freeze-regional-plan', county),
      } satisfies PlanList);
    });

    scope.get<CountyRequest>('/api/counties/:county/plans/compare', read, async (request, reply) => {
      const { county } = request.params;
      const query = checked(
        z.object({ from: z.string(), to: z.string() }),
        request.query,
        reply,
        'Ask as ?from=…&to=…, each a year or the id of a version.',
      );
      if (!query) return reply;
      const opened = (plan: string) =>
        openedPlan(context, request, reply, county, askedPlan(context, plan, undefined, reply));
      const from = await opened(query.from);
      const to = from && (await opened(query.to));
      if (!from || !to) return reply;
      const told = await answering(reply, () => desks.compare(from, to, [query.from, query.to]));
      return told ? sendJson(reply, told) : reply;
    });

    scope.get<PlanRequest>('/api/counties/:county/plans/:plan', read, async (request, reply) => {
      const query = planQuery(request, reply);
      const { county, plan } = request.params;
      const asked = query && askedPlan(context, plan, query.on, reply);
      const shown = await openedPlan(context, request, reply, county, asked);
      const view = shown && (await answering(reply, () => desks.view(shown, shown.version, shown.texts)));
      return view ? sendJson(reply, view) : reply;
    });

    scope.get<PlanRequest>('/api/counties/:county/plans/:plan/figure', read, async (request, reply) => {
      const query = planQuery(request, reply);
      const id = query && checked(z.object({ id: z.string() }), request.query, reply, 'Ask as ?id=…')?.id;
      if (!query || !id) return reply;
      const { county, plan } = request.params;
      const asked = askedPlan(context, plan, query.on, reply);
      const shown = await openedPlan(context, request, reply, county, asked);
      const drawn =
        shown &&
        (await answering(reply, async () => ({ svg: await desks.figure(shown, id, query.language) })));
      if (!drawn) return reply;
      const { svg } = drawn;
      if (!svg) return sendProblem(reply, NO_FIGURE);
      return reply
        .header('content-security-policy', SANDBOX)
        .type('image/svg+xml')
        .send(Buffer.from(svg.buffer, svg.byteOffset, svg.byteLength));
    });

    addPlanFileRoutes(scope, context, desks);
    addPlanWriteRoutes(scope, context, desks);
  });
};
