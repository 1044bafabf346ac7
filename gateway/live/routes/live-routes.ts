import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Guard } from '../../accounts/guard.ts';
import { sendProblem } from '../../problem.ts';
import type { Live } from '../live.ts';
import type { MineSide } from '../mine-side.ts';
import { addPlanRoutes, type PlanFolders } from '../plans/plan-routes.ts';
import type { MineStore } from '../store/mine-store.ts';
import { streamMines } from '../streams/stream-mines.ts';
import { addStreamsRoute } from '../streams/streams-route.ts';
import { addTrendsRoute } from '../trends/trends-route.ts';
import { addAlarmRoutes } from './alarm-routes.ts';
import { addHistoryRoutes } from './history-routes.ts';
import { addHoldRoutes } from './hold-routes.ts';
import { addNowRoutes } from './now-routes.ts';
import { addTagReturnRoutes } from './tag-return-routes.ts';

export interface LiveRoutesOptions {
  readonly live: Live;
  readonly guard: Guard;
  readonly clock: () => number;
  readonly streamsFolder: string;
  readonly plans: PlanFolders;
}

export interface MineRequest {
  Params: { mine: string };
}

/** What every route of a mine's live side stands on. */
export interface RouteContext {
  readonly live: Live;
  readonly guard: Guard;
  readonly clock: () => number;
  /** What is kept, as far as whoever asks sees it. */
  storeOf(request: FastifyRequest): MineStore;
  /** The mine's live side; where it has none the answer is sent and null returned. */
  sideOf(request: FastifyRequest<MineRequest>, reply: FastifyReply): MineSide | null;
}

/** The live routes below /api/mines/:mine and /streams. */
export const addLiveRoutes = (
  server: FastifyInstance,
  { live, guard, clock, streamsFolder, plans }: LiveRoutesOptions,
): void => {
  const context: RouteContext = {
    live,
    guard,
    clock,
    storeOf: (request) => live.storeOf(guard.account(request)),
    sideOf: (request, reply) => {
      const { mine } = request.params;
      const side = live.side(mine);
      if (side) return side;
      const why = live.broken.get(mine);
      sendProblem(reply, {
        status: 404,
        title: 'No live data',
        detail: why ?? `The mine "${mine}" has no live side here.`,
        mend: why
          ? 'Mend its live.yaml and start the gateway again.'
          : 'GET /api/mines lists the mines; a live.yaml beside mine.yaml gives one a live side.',
      });
      return null;
    },
  };
  void server.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    });
    addNowRoutes(scope, context);
    addHistoryRoutes(scope, context);
    addAlarmRoutes(scope, context);
    addHoldRoutes(scope, context);
    addTagReturnRoutes(scope, context);
    addPlanRoutes(scope, context, plans);
    addTrendsRoute(scope, { storeOf: context.storeOf, isLive: live.isLive });
    addStreamsRoute(scope, { folder: streamsFolder, mineOf: streamMines(live) });
  });
};
