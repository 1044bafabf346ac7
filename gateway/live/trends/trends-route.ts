import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Trend, trendQuerySchema } from '../../../domain/contracts/live/trend.ts';
import { ofMine } from '../../accounts/access.ts';
import { sendProblem } from '../../problem.ts';
import type { LiveStore } from '../ports.ts';

export interface TrendsRouteOptions {
  readonly storeOf: (request: FastifyRequest) => Pick<LiveStore, 'binned' | 'firstHour'>;
  /** Whether this mine has a live side. */
  readonly isLive: (mine: string) => boolean;
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** GET /api/mines/:mine/trend: see trend.ts. */
export const addTrendsRoute = (server: FastifyInstance, { storeOf, isLive }: TrendsRouteOptions): void => {
  server.get<{ Params: { mine: string } }>(
    '/api/mines/:mine/trend',
    { config: ofMine('read') },
    async (request, reply) => {
      const { mine } = request.params;
      if (!isLive(mine))
        return sendProblem(reply, {
          status: 404,
          title: 'No live data',
          detail: `The mine "${mine}" has no live side here.`,
          mend: 'GET /api/mines lists the mines; a live.yaml beside mine.yaml gives one a live side.',
        });
      const query = trendQuerySchema.safeParse(request.query);
      if (!query.success)
        return sendProblem(reply, {
          status: 400,
          title: 'Bad request',
          detail: z.prettifyError(query.error),
          mend: 'Ask as ?device=ID&metrics=water.level&from=MS&to=MS&bin=MS.',
        });
      const { device, metrics, from, to, bin } = query.data;
      const store = storeOf(request);
      const first = metrics.every((metric) => metric.startsWith('slope.'))
        ? await store.firstHour(mine, device, metrics)
        : null;
      const { time, values } = await store.binned(mine, device, metrics, { from, to, binMs: bin });
      const answer: Trend = {
        device,
        metrics,
        time: [...time],
        values: values.map((column) => Array.from(column, known)),
        first: first && { time: first.time, values: first.values.map(known) },
      };
      return reply.header('cache-control', 'no-store').send(answer);
    },
  );
};
