import type { FastifyInstance } from 'fastify';
import { statisticsQuerySchema } from '../../domain/contracts/county-statistics.ts';
import { countyDay } from '../../domain/county/county-day.ts';
import { countyStatistics } from '../../domain/county/county-statistics.ts';
import { PART_OF_COUNTY } from '../accounts/access.ts';
import { checked } from '../live/routes/checked.ts';
import type { CountyContext, CountyRequest } from './county-context.ts';
import { JSON_TYPE } from './kept-answers.ts';

const MEND = 'Ask as ?on=YYYY-MM-DD&type=…&state=…&grade=…&risk=…&warning=…&town=…, lists with commas.';

/** What the reader sees of a county, counted by town (domain/contracts/county-statistics.ts). */
export const addStatisticsRoute = (server: FastifyInstance, context: CountyContext): void => {
  server.get<CountyRequest>(
    '/api/counties/:county/statistics',
    { config: PART_OF_COUNTY },
    async (request, reply) => {
      const scope = await context.scopeOf(request, reply);
      const asked = scope && checked(statisticsQuerySchema, request.query, reply, MEND);
      if (!scope || !asked) return reply;
      const { on = null, ...query } = asked;
      const today = countyDay(context.clock());
      const { mines, sites, bundle } = scope;
      return context.answers.send(request, reply, {
        key: `${scope.key} statistics ${on ?? `now ${today}`} ${JSON.stringify(query)}`,
        type: JSON_TYPE,
        make: () =>
          JSON.stringify(countyStatistics({ catalog: bundle.catalog, mines, sites, query, on, today })),
      });
    },
  );
};
