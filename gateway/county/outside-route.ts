import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { MinesOutside } from '../../domain/contracts/mines-outside.ts';
import { countyDay } from '../../domain/county/county-day.ts';
import { PART_OF_COUNTY } from '../accounts/access.ts';
import { checked } from '../live/routes/checked.ts';
import type { CountyContext, CountyRequest } from './county-context.ts';
import type { DutiesSources } from './duties-route.ts';
import { outsideNames } from './outside-names.ts';

const onQuery = z.strictObject({ on: z.iso.date().optional() });
const MEND = 'Ask as ?on=YYYY-MM-DD, or without for now.';

/** The mines of a county that its register leaves out (domain/contracts/mines-outside.ts): asked anew each time, for they are to be few. */
export const addOutsideRoute = (
  server: FastifyInstance,
  context: CountyContext,
  { ledgerOf, bundlesRoot }: Pick<DutiesSources, 'ledgerOf' | 'bundlesRoot'>,
): void => {
  server.get<CountyRequest>(
    '/api/counties/:county/mines-outside',
    { config: PART_OF_COUNTY },
    async (request, reply) => {
      const scope = await context.scopeOf(request, reply);
      const query = scope && checked(onQuery, request.query, reply, MEND);
      const account = query && context.accountOf(request, reply);
      if (!account) return reply;
      const { on = null } = query;
      const outside = context.outsideOf(account, scope);
      const isPast = on !== null && on < countyDay(context.clock());
      const ledger = await ledgerOf(
        account,
        outside.map(({ mine }) => mine),
        isPast ? on : null,
      );
      const told: MinesOutside = {
        ...{ county: scope.bundle.catalog.county, on, ledger: ledger !== null },
        mines: (await outsideNames(bundlesRoot, outside)).map((mine) => ({
          ...mine,
          open: ledger?.get(mine.id)?.hazards?.open ?? null,
        })),
      };
      return reply.header('cache-control', 'no-store').send(told);
    },
  );
};
