import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { CountyDuties } from '../../domain/contracts/county-duties-view.ts';
import { countyDay } from '../../domain/county/county-day.ts';
import { dayEnd } from '../../domain/county/day-end.ts';
import { countyDuties } from '../../domain/county-duties/county-duties.ts';
import { PART_OF_COUNTY } from '../accounts/access.ts';
import { checked } from '../live/routes/checked.ts';
import type { CountyContext, CountyRequest } from './county-context.ts';
import { ALARM_DAYS, type FindOfMine } from './found-of-mine.ts';
import { JSON_TYPE } from './kept-answers.ts';
import type { LedgerOfMines } from './ledger-of-mines.ts';
import type { RuleBooks } from './rule-books.ts';

export interface DutiesSources {
  readonly books: RuleBooks;
  readonly find: FindOfMine;
  readonly ledgerOf: LedgerOfMines;
}

const onQuery = z.strictObject({ on: z.iso.date().optional() });
/** What the gateway finds of mines is found anew at most so often. */
const FOUND_FOR_MS = 15_000;

/** Every mine against every duty of the county (domain/contracts/county-duties-view.ts). */
export const addDutiesRoute = (
  server: FastifyInstance,
  context: CountyContext,
  { books, find, ledgerOf }: DutiesSources,
): void => {
  server.get<CountyRequest>(
    '/api/counties/:county/duties',
    { config: PART_OF_COUNTY },
    async (request, reply) => {
      const scope = await context.scopeOf(request, reply);
      const query =
        scope && checked(onQuery, request.query, reply, 'Ask as ?on=YYYY-MM-DD, or without for today.');
      if (!scope || !query) return reply;
      const now = context.clock();
      const today = countyDay(now);
      const on = query.on ?? today;
      const { county, revision } = scope.bundle.catalog;
      const rules = await books.of(county);
      const until = Math.min(now, dayEnd(on));
      const { surveyScopes = [], slopeHeights = [] } = rules.book ?? {};
      const make = async (): Promise<string> => {
        const duties = rules.book?.duties ?? [];
        const account = context.accountOf(request, reply);
        const ledger =
          account &&
          (await ledgerOf(
            account,
            scope.mines.map(({ id }) => id),
            on < today ? on : null,
          ));
        const mines = await Promise.all(
          scope.mines.map(async (mine) => ({
            mine,
            found: {
              ...(await find({ mine: mine.id, on, today, until, surveyScopes, slopeHeights })),
              ledger: ledger?.get(mine.id) ?? null,
            },
          })),
        );
        const view: CountyDuties = {
          ...{ county, revision, on, today, alarmDays: ALARM_DAYS, duties },
          rules: { file: rules.file, problem: rules.problem },
          mines: countyDuties({ duties, mines, on, today }),
        };
        return JSON.stringify(view);
      };
      const key = `${scope.key} duties ${on} ${rules.stamp} ${Math.floor(now / FOUND_FOR_MS)}`;
      return context.answers.sendLater(request, reply, { key, type: JSON_TYPE, make });
    },
  );
};
