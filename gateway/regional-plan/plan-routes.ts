import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  freezePlanSchema,
  PLAN_CHAPTERS,
  PLAN_FILE_TYPES,
  type PlanChapter,
  type PlanComparison,
  type PlanList,
  type PlanView,
  writePlanTextSchema,
} from '../../domain/contracts/regional-plan.ts';
import { drawingToSvg } from '../../domain/drawing/svg.ts';
import { comparePlans } from '../../domain/regional-plan/compare-plans.ts';
import { ofCounty } from '../accounts/access.ts';
import { checked, withStore } from '../live/routes/checked.ts';
import { type Problem, sendProblem } from '../problem.ts';
import { createDrafts } from './compose-draft.ts';
import { renderPlan } from './files/render-plan.ts';
import { freezePlan } from './freeze-plan.ts';
import { CountyNotOpen, type PlanContext } from './plan-context.ts';
import { type OpenedPlan, openPlan } from './routes/opened-plan.ts';
import {
  type AskedPlan,
  askedPlan,
  NO_PLAN,
  type PlanRequest,
  planQuery,
  todayOf,
} from './routes/plan-request.ts';
import { writePlanText } from './store/plan-texts.ts';
import { PlanFileChanged, planFile, planVersions } from './store/plan-versions.ts';

interface TextRequest {
  Params: { county: string; year: string; chapter: string };
}
interface YearRequest {
  Params: { county: string; year: string };
}
interface FileRequest {
  Params: PlanRequest['Params'] & { type: string };
}

const MIME = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
/** A document of words: nothing of it runs in a page. */
const SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
/** Texts of a chapter may be long; nothing else is. */
const MAX_TEXT_BYTES = 128 * 1024;
const YEAR_MEND = 'Write the year as 2026 and the chapter by its name.';
const yearSchema = z.coerce.number().int().min(2000).max(2999);

const NO_FIGURE: Problem = {
  status: 404,
  title: 'No such figure',
  detail: 'The plan has no figure of that id.',
  mend: 'GET …/plans/:plan lists its figures.',
};
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

/** The regional treatment plan over HTTP: domain/contracts/regional-plan.ts says what each route answers. */
export const addRegionalPlanRoutes = (server: FastifyInstance, context: PlanContext): void => {
  const drafts = createDrafts(context);
  const { guard } = context;

  void server.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    });
    const read = { config: ofCounty('read') };

    /** The plan that is asked for; where there is none the answer is sent and null returned. */
    const opened = async (
      request: Parameters<typeof guard.account>[0],
      reply: FastifyReply,
      county: string,
      asked: AskedPlan | null,
    ): Promise<OpenedPlan | null> => {
      if (!asked) return null;
      const found = await answering(reply, async () => ({
        plan: await openPlan(context, drafts, guard.account(request), county, asked),
      }));
      if (found && !found.plan) sendProblem(reply, NO_PLAN);
      return found?.plan ?? null;
    };

    scope.get<YearRequest>('/api/counties/:county/plans', read, async (request, reply) => {
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

    scope.get<YearRequest>('/api/counties/:county/plans/compare', read, async (request, reply) => {
      const { county } = request.params;
      const query = checked(
        z.object({ from: z.string(), to: z.string() }),
        request.query,
        reply,
        'Ask as ?from=…&to=…, each a year or the id of a version.',
      );
      if (!query) return reply;
      const from = await opened(request, reply, county, askedPlan(context, query.from, undefined, reply));
      const to =
        from && (await opened(request, reply, county, askedPlan(context, query.to, undefined, reply)));
      if (!from || !to) return reply;
      const ends = (plan: string, { plan: { year, on } }: OpenedPlan) => ({ plan, year, on });
      const comparison: PlanComparison = {
        from: ends(query.from, from),
        to: ends(query.to, to),
        ...comparePlans(from.plan, to.plan),
      };
      return reply.send(comparison);
    });

    scope.get<PlanRequest>('/api/counties/:county/plans/:plan', read, async (request, reply) => {
      const query = planQuery(request, reply);
      const { county, plan } = request.params;
      const shown =
        query && (await opened(request, reply, county, askedPlan(context, plan, query.on, reply)));
      if (!shown) return reply;
      const { version, texts, document, changes, figureIds } = shown;
      const view: PlanView = {
        version,
        plan: shown.plan,
        texts: [...texts],
        document,
        changes: [...changes],
        figures: [...figureIds],
      };
      return reply.send(view);
    });

    scope.get<PlanRequest>('/api/counties/:county/plans/:plan/figure', read, async (request, reply) => {
      const query = planQuery(request, reply);
      const id = query && checked(z.object({ id: z.string() }), request.query, reply, 'Ask as ?id=…')?.id;
      if (!query || !id) return reply;
      const { county, plan } = request.params;
      const shown = await opened(request, reply, county, askedPlan(context, plan, query.on, reply));
      if (!shown) return reply;
      const drawing = shown.figures(query.language).get(id);
      if (!drawing) return sendProblem(reply, NO_FIGURE);
      return reply
        .header('content-security-policy', SANDBOX)
        .type('image/svg+xml')
        .send(drawingToSvg(drawing));
    });

    for (const type of PLAN_FILE_TYPES)
      scope.get<FileRequest>(
        `/api/counties/:county/plans/:plan/file.${type}`,
        read,
        async (request, reply) => {
          const query = planQuery(request, reply);
          const { county, plan } = request.params;
          const asked = query && askedPlan(context, plan, query.on, reply);
          if (!query || !asked) return reply;
          const { language } = query;
          const file = await answering(reply, async () => ({
            made:
              asked.kind === 'version'
                ? await context.as(guard.account(request), (tx) =>
                    planFile(tx, county, asked.id, type, language),
                  )
                : {
                    bytes: await draftFile(
                      await openPlan(context, drafts, guard.account(request), county, asked),
                      type,
                      language,
                      context.clock(),
                    ),
                    sha256: null,
                  },
          }));
          if (!file) return reply;
          const { made } = file;
          if (!made?.bytes) return sendProblem(reply, NO_PLAN);
          const name =
            asked.kind === 'version'
              ? `${county}-plan-${asked.id.slice(0, 8)}`
              : `${county}-plan-${asked.year}-draft-${asked.on}`;
          if (made.sha256) reply.header('etag', `"${made.sha256}"`);
          return reply
            .header('content-disposition', `attachment; filename="${name}-${language}.${type}"`)
            .header('content-security-policy', SANDBOX)
            .type(MIME[type])
            .send(Buffer.from(made.bytes));
        },
      );

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
          version: await freezePlan(context, drafts, guard.account(request), { county, year, ...wanted }),
        }));
        if (!frozen) return reply;
        return frozen.version ? reply.code(201).send(frozen.version) : sendProblem(reply, FROZEN_MEANWHILE);
      },
    );
  });
};

const draftFile = async (
  opened: OpenedPlan | null,
  type: (typeof PLAN_FILE_TYPES)[number],
  language: 'zh' | 'en',
  now: number,
): Promise<Uint8Array | null> =>
  opened &&
  renderPlan({
    type,
    document: opened.document,
    figures: [...opened.figures(language)],
    language,
    date: new Date(now),
  });

const sendNotOpen = (reply: FastifyReply, detail: string): FastifyReply =>
  sendProblem(reply, {
    status: 503,
    title: 'The county cannot be opened',
    detail,
    mend: 'Build it anew; the files are those that domain/contracts/county.ts describes.',
  });

/** Runs what needs the county and the store; where one of them is not there the answer is sent and null returned. */
const answering = async <T>(reply: FastifyReply, work: () => Promise<T>): Promise<T | null> => {
  try {
    return await withStore(reply, work);
  } catch (error) {
    if (error instanceof CountyNotOpen) {
      sendNotOpen(reply, error.message);
      return null;
    }
    if (error instanceof PlanFileChanged) {
      sendProblem(reply, {
        status: 500,
        title: 'Not what was frozen',
        detail: error.message,
        mend: 'Restore the database from a backup, and find out who changed it.',
      });
      return null;
    }
    throw error;
  }
};
