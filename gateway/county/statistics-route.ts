import type { FastifyInstance } from 'fastify';
import { type CountyStatistics, statisticsQuerySchema } from '../../domain/contracts/county-statistics.ts';
import { countyDay } from '../../domain/county/county-day.ts';
import { countyStatistics } from '../../domain/county/county-statistics.ts';
import { warnedNow } from '../../domain/county/warning-now.ts';
import { PART_OF_COUNTY } from '../accounts/access.ts';
import { checked } from '../live/routes/checked.ts';
import type { CountyContext, CountyRequest } from './county-context.ts';
import { JSON_TYPE } from './kept-answers.ts';
import { type LiveCounts, warningsOf } from './live-mines.ts';

const MEND =
  'Ask as ?on=YYYY-MM-DD&type=…&size=…&state=…&grade=…&risk=…&warning=…&town=…, lists with commas.';

/** What the reader sees of a county, counted by town (domain/contracts/county-statistics.ts). */
export const addStatisticsRoute = (
  server: FastifyInstance,
  context: CountyContext,
  counts: LiveCounts,
): void => {
  server.get<CountyRequest>(
    '/api/counties/:county/statistics',
    { config: PART_OF_COUNTY },
    async (request, reply) => {
      const scope = await context.scopeOf(request, reply);
      const asked = scope && checked(statisticsQuerySchema, request.query, reply, MEND);
      if (!scope || !asked) return reply;
      const account = context.accountOf(request, reply);
      if (account === null) return reply;
      const outside = context.outsideOf(account, scope).map(({ mine }) => mine);
      const { on = null, ...query } = asked;
      const today = countyDay(context.clock());
      const { sites, bundle } = scope;
      // As the screen counts them: what stands in alarms now raises what the register was told.
      const live = on === null ? warningsOf(counts(scope.mines)) : {};
      const mines = warnedNow(scope.mines, live);
      const warned = Object.entries(live).filter(([, warning]) => warning !== null);
      return context.answers.send(request, reply, {
        key: `${scope.key} statistics ${on ?? `now ${today}`} ${JSON.stringify([query, warned, outside])}`,
        type: JSON_TYPE,
        make: () => {
          const counts = countyStatistics({ catalog: bundle.catalog, mines, sites, query, on, today });
          return JSON.stringify({ ...counts, outside } satisfies CountyStatistics);
        },
      });
    },
  );
};
