import type { FastifyInstance } from 'fastify';
import type { MineNeighbours } from '../../domain/contracts/mine-neighbours.ts';
import type { NeighboursReport } from '../../domain/contracts/neighbours.ts';
import { reportForReader } from '../../domain/neighbours/report-for-reader.ts';
import { ofMine } from '../accounts/access.ts';
import type { CountyContext } from './county-context.ts';

/** What of the report is about one mine. */
const ofOneMine = (report: NeighboursReport, mine: string): NeighboursReport => ({
  ...report,
  mines: report.mines.filter((one) => one === mine),
  findings: report.findings.filter(({ mines }) => mines.includes(mine)),
  gaps: report.gaps.filter((gap) => gap.mine === null || gap.mine === mine),
  clusters: report.clusters.filter(({ mines }) => mines.includes(mine)),
  ...(report.notCompared ? { notCompared: report.notCompared.filter((one) => one.mine === mine) } : {}),
  ...(report.zones ? { zones: report.zones.filter((zone) => zone.mine === mine) } : {}),
});

/** What endangers a mine from next door (domain/contracts/mine-neighbours.ts): its engineer need not know the county. */
export const addMineNeighboursRoute = (server: FastifyInstance, context: CountyContext): void => {
  server.get<{ Params: { mine: string } }>(
    '/api/mines/:mine/neighbours',
    { config: ofMine('read') },
    async (request, reply) => {
      const account = context.accountOf(request, reply);
      if (account === null) return reply;
      const { mine } = request.params;
      const scope = await context.scopeOfMine(account, mine);
      const whole = scope?.whole ? scope.bundle.neighbours : null;
      const report = whole ?? (scope && reportForReader(scope.bundle.neighbours, scope.sees));
      const answer: MineNeighbours = {
        mine,
        county: scope?.bundle.catalog.county ?? null,
        report: report && ofOneMine(report, mine),
      };
      return reply.header('cache-control', 'private, no-cache').send(answer);
    },
  );
};
