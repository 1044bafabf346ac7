import type { FastifyInstance } from 'fastify';
import type { CountyLive } from '../../domain/contracts/county-live.ts';
import { PART_OF_COUNTY } from '../accounts/access.ts';
import type { CountyContext, CountyRequest } from './county-context.ts';
import { JSON_TYPE } from './kept-answers.ts';
import type { LiveCounts } from './live-mines.ts';

/** Who is underground and what is warned of now (domain/contracts/county-live.ts): counted once a second for all who see the same. */
export const addLiveRoute = (server: FastifyInstance, context: CountyContext, counts: LiveCounts): void => {
  server.get<CountyRequest>(
    '/api/counties/:county/live',
    { config: PART_OF_COUNTY },
    async (request, reply) => {
      const scope = await context.scopeOf(request, reply);
      if (!scope) return reply;
      const account = context.accountOf(request, reply);
      if (account === null) return reply;
      // Whoever is below in a mine that the register forgot is below all the same.
      const outside = context.outsideOf(account, scope).map(({ mine }) => ({ id: mine }));
      const time = Math.floor(context.clock() / 1000) * 1000;
      const { county } = scope.bundle.catalog;
      return context.answers.send(request, reply, {
        key: `${scope.key} live ${time} ${outside.map(({ id }) => id)}`,
        type: JSON_TYPE,
        make: () => {
          const now: CountyLive = { county, time, mines: counts([...scope.mines, ...outside]) };
          return JSON.stringify(now);
        },
      });
    },
  );
};
