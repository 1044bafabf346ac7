import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Account } from '../../domain/contracts/account.ts';
import type { RegisterMine } from '../../domain/contracts/county.ts';
import { type CountyDuties, dutyPageQuerySchema } from '../../domain/contracts/county-duties-view.ts';
import { countyDay } from '../../domain/county/county-day.ts';
import { dayEnd } from '../../domain/county/day-end.ts';
import { countyDuties } from '../../domain/county-duties/county-duties.ts';
import { dutyPage } from '../../domain/county-duties/duty-page.ts';
import { ofMine, PART_OF_COUNTY } from '../accounts/access.ts';
import { checked } from '../live/routes/checked.ts';
import { sendProblem } from '../problem.ts';
import type { CountyContext, CountyRequest } from './county-context.ts';
import type { CountyScope } from './county-scope.ts';
import { ALARM_DAYS, type FindOfMine } from './found-of-mine.ts';
import { createKept } from './kept.ts';
import { JSON_TYPE } from './kept-answers.ts';
import type { LedgerOfMines } from './ledger-of-mines.ts';
import { outsideNames } from './outside-names.ts';
import type { RuleBooks } from './rule-books.ts';

export interface DutiesSources {
  readonly books: RuleBooks;
  readonly find: FindOfMine;
  readonly ledgerOf: LedgerOfMines;
  readonly bundlesRoot: string;
}

/** Judgings kept: of one large county some 6 MB each. */
const MOST_JUDGED = 6;
/** Judgings of one mine. */
const MOST_MINES = 100;

const PAGE_MEND =
  'Ask as ?sort=score&from=0&count=100, with on, text, duty, kind, type, size, state, grade, risk, town as GET /api/openapi.json tells.';

const onQuery = z.strictObject({ on: z.iso.date().optional() });
/** What the gateway finds of mines is found anew at most so often. */
const FOUND_FOR_MS = 15_000;

/** Mines against the duties of their county (domain/contracts/county-duties-view.ts): all that the reader sees, or one of them. */
export const addDutiesRoute = (
  server: FastifyInstance,
  context: CountyContext,
  { books, find, ledgerOf, bundlesRoot }: DutiesSources,
): void => {
  const whole = createKept<Promise<CountyDuties>>(MOST_JUDGED);
  const single = createKept<Promise<CountyDuties>>(MOST_MINES);

  /** @param one null: every mine of the scope @param stamp of a judging that may be kept still */
  const judge = async (
    scope: CountyScope,
    account: Account,
    one: RegisterMine | null,
    { on: asked, stamp }: { readonly on?: string | undefined; readonly stamp?: string | undefined },
  ): Promise<{ readonly key: string; readonly stamp: string; readonly view: Promise<CountyDuties> }> => {
    const mines = one ? [one] : scope.mines;
    const outside = one ? [] : context.outsideOf(account, scope);
    const now = context.clock();
    const today = countyDay(now);
    const on = asked ?? today;
    const { county, revision } = scope.bundle.catalog;
    const rules = await books.of(county);
    const until = Math.min(now, dayEnd(on));
    const { surveyScopes = [], slopeHeights = [], registerGoodFor } = rules.book ?? {};
    const register = {
      asOf: scope.bundle.catalog.asOf,
      goodForDays: registerGoodFor?.days ?? null,
    };
    const make = async (): Promise<CountyDuties> => {
      const duties = rules.book?.duties ?? [];
      const ledger = await ledgerOf(
        account,
        mines.map(({ id }) => id),
        on < today ? on : null,
      );
      const found = await Promise.all(
        mines.map(async (mine) => ({
          mine,
          found: {
            ...(await find({ account, mine: mine.id, on, today, until, surveyScopes, slopeHeights })),
            ledger: ledger?.get(mine.id) ?? null,
          },
        })),
      );
      return {
        ...{ county, revision, on, today, alarmDays: ALARM_DAYS, duties, register },
        rules: { file: rules.file, problem: rules.problem },
        mines: countyDuties({ duties, mines: found, on, today, register }),
        outside: await outsideNames(bundlesRoot, outside),
      };
    };
    const judged = one ? single : whole;
    const whose = one ? `duties of ${one.id}` : `duties but of ${outside.map(({ mine }) => mine)}`;
    const of = `${scope.key} ${whose} ${on}`;
    const newest = `${rules.stamp} ${Math.floor(now / FOUND_FOR_MS)}`;
    const is = stamp !== undefined && judged.has(`${of} ${stamp}`) ? stamp : newest;
    const key = `${of} ${is}`;
    const view = judged.get(key, make);
    // What failed is tried anew the next time.
    view.catch(() => judged.drop(key));
    return { key, stamp: is, view };
  };

  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    scope: CountyScope,
    one: RegisterMine | null,
  ): Promise<FastifyReply> => {
    const query = checked(onQuery, request.query, reply, 'Ask as ?on=YYYY-MM-DD, or without for today.');
    const account = query && context.accountOf(request, reply);
    if (!query || !account) return reply;
    const { key, view } = await judge(scope, account, one, query);
    const make = async (): Promise<string> => JSON.stringify(await view);
    return context.answers.sendLater(request, reply, { key, type: JSON_TYPE, make });
  };

  server.get<CountyRequest>(
    '/api/counties/:county/duties/page',
    { config: PART_OF_COUNTY },
    async (request, reply) => {
      const scope = await context.scopeOf(request, reply);
      const asked = scope && checked(dutyPageQuerySchema, request.query, reply, PAGE_MEND);
      const account = asked && context.accountOf(request, reply);
      if (!account) return reply;
      const { key, stamp, view } = await judge(scope, account, null, asked);
      const make = async (): Promise<string> => JSON.stringify(dutyPage(await view, stamp, asked));
      const { stamp: _, ...query } = asked;
      return context.answers.sendLater(request, reply, {
        ...{ key: `${key} page ${JSON.stringify(query)}`, type: JSON_TYPE, make },
      });
    },
  );

  server.get<CountyRequest>(
    '/api/counties/:county/duties',
    { config: PART_OF_COUNTY },
    async (request, reply) => {
      const scope = await context.scopeOf(request, reply);
      return scope ? answer(request, reply, scope, null) : reply;
    },
  );

  // Whoever works at a mine need not know which county lists it.
  server.get<{ Params: { mine: string } }>(
    '/api/mines/:mine/duties',
    { config: ofMine('read') },
    async (request, reply) => {
      const account = context.accountOf(request, reply);
      if (account === null) return reply;
      const { mine } = request.params;
      const scope = await context.scopeOfMine(account, mine);
      const one = scope?.bundle.mine.get(mine);
      if (scope && one) return answer(request, reply, scope, one);
      return sendProblem(reply, {
        status: 404,
        title: 'No county lists this mine',
        detail: `No county that is served here has "${mine}" in its register: there are no rules to judge its duties by.`,
        mend: 'Add it to the register of its county and build the county anew.',
      });
    },
  );

  // Of a county of thousands of mines the whole list is megabytes: who looks at one mine is sent one.
  server.get<{ Params: CountyRequest['Params'] & { mine: string } }>(
    '/api/counties/:county/mines/:mine/duties',
    { config: ofMine('read') },
    async (request, reply) => {
      const scope = await context.scopeOf(request, reply);
      if (!scope) return reply;
      const { county, mine } = request.params;
      const one = scope.sees(mine) ? scope.bundle.mine.get(mine) : undefined;
      if (one) return answer(request, reply, scope, one);
      return sendProblem(reply, {
        status: 404,
        title: 'No such mine in the county',
        detail: `The register of "${county}" has no mine "${mine}" that this account sees.`,
        mend: `GET /api/counties/${county}/mines lists those it sees.`,
      });
    },
  );
};
