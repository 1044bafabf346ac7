import type { FastifyInstance } from 'fastify';
import { addCatalogRoutes } from './catalog-routes.ts';
import type { Counties } from './counties.ts';
import { type AccountOf, createCountyContext } from './county-context.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { addRegisterRoutes } from './register-routes.ts';
import { addStatisticsRoute } from './statistics-route.ts';

export interface CountyRoutesOptions {
  readonly counties: Counties;
  readonly accountOf: AccountOf;
  readonly clock: () => number;
}

/** Answers kept made and packed: some hundred tiles and the lists of some readers. */
const MOST_ANSWERS = 500;

/** Everything below /api/counties and /counties. Nobody reads through it a mine outside their scope. */
export const addCountyRoutes = (server: FastifyInstance, o: CountyRoutesOptions): void => {
  const context = createCountyContext({ ...o, answers: createKeptAnswers(MOST_ANSWERS) });
  addCatalogRoutes(server, context);
  addRegisterRoutes(server, context);
  addStatisticsRoute(server, context);
};
