import type { FastifyInstance } from 'fastify';
import type { MineRegister } from '../../domain/contracts/mine-register.ts';
import { ofMine } from '../accounts/access.ts';
import type { CountyContext } from './county-context.ts';

/** What a mine's county has registered of it (domain/contracts/mine-register.ts): its engineer need not know the county. */
export const addMineRegisterRoute = (server: FastifyInstance, context: CountyContext): void => {
  server.get<{ Params: { mine: string } }>(
    '/api/mines/:mine/register',
    { config: ofMine('read') },
    async (request, reply) => {
      const account = context.accountOf(request, reply);
      if (account === null) return reply;
      const { mine } = request.params;
      const scope = await context.scopeOfMine(account, mine);
      const answer: MineRegister = {
        mine,
        county: scope?.bundle.catalog.county ?? null,
        entry: (scope?.sees(mine) && scope.bundle.mine.get(mine)) || null,
      };
      return reply.header('cache-control', 'private, no-cache').send(answer);
    },
  );
};
