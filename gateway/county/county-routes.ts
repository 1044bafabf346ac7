import type { FastifyInstance } from 'fastify';
import { addCatalogRoutes } from './catalog-routes.ts';
import type { Counties } from './counties.ts';
import { type AccountOf, type CountyContext, createCountyContext } from './county-context.ts';
import { addDutiesRoute, type DutiesSources } from './duties-route.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { createLiveCounts, type LiveMineNow } from './live-mines.ts';
import { addLiveRoute } from './live-route.ts';
import { addMineNeighboursRoute } from './mine-neighbours-route.ts';
import { addMineRegisterRoute } from './mine-register-route.ts';
import { addOutsideRoute } from './outside-route.ts';
import { addRegisterRoutes, addRegisterTiles } from './register-routes.ts';
import { addStatisticsRoute } from './statistics-route.ts';

export interface CountyRoutesOptions {
  readonly counties: Counties;
  readonly accountOf: AccountOf;
  readonly clock: () => number;
  readonly minesOf: CountyContext['minesOf'];
  /** null: the mine has no live side here. */
  readonly liveOf: (mine: string) => LiveMineNow | null;
  readonly duties: DutiesSources;
  /** The gateway keeps one, whose routes serve the tiles. */
  readonly hasLedger: boolean;
}

/** Answers kept made and packed: some hundred tiles and the lists of some readers. */
const MOST_ANSWERS = 500;

const MOST_LIVE_ANSWERS = 50;

/** Everything below /api/counties and /counties. Nobody reads through it a mine outside their scope. */
export const addCountyRoutes = (server: FastifyInstance, o: CountyRoutesOptions): void => {
  const context = createCountyContext({ ...o, answers: createKeptAnswers(MOST_ANSWERS) });
  addCatalogRoutes(server, context);
  addRegisterRoutes(server, context);
  if (!o.hasLedger) addRegisterTiles(server, context);
  addMineNeighboursRoute(server, context);
  addMineRegisterRoute(server, context);
  const counts = createLiveCounts(o.liveOf);
  addStatisticsRoute(server, context, counts);
  addDutiesRoute(server, context, o.duties);
  addOutsideRoute(server, context, o.duties);
  // Its answers are of a second: among the others they would push out what is worth keeping.
  addLiveRoute(server, { ...context, answers: createKeptAnswers(MOST_LIVE_ANSWERS) }, counts);
};
