import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { countyDay } from '../../domain/county/county-day.ts';
import { reportForReader } from '../../domain/neighbours/report-for-reader.ts';
import { PART_OF_COUNTY } from '../accounts/access.ts';
import { checked } from '../live/routes/checked.ts';
import type { CountyContext, CountyRequest } from './county-context.ts';
import type { CountyScope } from './county-scope.ts';
import { JSON_TYPE, TILE_TYPE } from './kept-answers.ts';
import { createRegisterTiles, TILES_PATH, type TileParams, tileAsked } from './register-tiles.ts';

const onQuery = z.strictObject({ on: z.iso.date().optional() });
const ON_MEND = 'Ask as ?on=YYYY-MM-DD, or without for now.';

type TileRequest = { Params: CountyRequest['Params'] & TileParams };

const LISTS: Readonly<Record<string, (scope: CountyScope) => unknown>> = {
  mines: ({ mines }) => mines,
  features: ({ features }) => features,
  sites: ({ sites }) => sites,
  neighbours: ({ bundle, whole, sees }) =>
    whole ? bundle.neighbours : reportForReader(bundle.neighbours, sees),
};

/** The register: what the reader sees of mines, their features, their neighbours and other sites. */
export const addRegisterRoutes = (server: FastifyInstance, context: CountyContext): void => {
  const { answers } = context;

  // Both by the API and where county.json says the file lies.
  for (const [name, list] of Object.entries(LISTS))
    for (const path of [`/api/counties/:county/${name}`, `/counties/:county/${name}.json`])
      server.get<CountyRequest>(path, { config: PART_OF_COUNTY }, async (request, reply) => {
        const scope = await context.scopeOf(request, reply);
        if (!scope) return reply;
        const make = () => JSON.stringify(list(scope));
        return answers.send(request, reply, { key: `${scope.key} ${name}`, type: JSON_TYPE, make });
      });
};

/** The register as vector tiles, for a gateway that keeps no ledger: where there is one, its tiles hold the register too. */
export const addRegisterTiles = (server: FastifyInstance, context: CountyContext): void => {
  const { answers, clock } = context;
  const tilesOf = createRegisterTiles();
  server.get<TileRequest>(TILES_PATH, { config: PART_OF_COUNTY }, async (request, reply) => {
    const scope = await context.scopeOf(request, reply);
    const query = scope && checked(onQuery, request.query, reply, ON_MEND);
    const tile = query && tileAsked(request.params, reply);
    if (!scope || !tile) return reply;
    const { key, tiles } = tilesOf(scope, query.on ?? null, countyDay(clock()));
    const make = () => tiles.tile(...tile);
    return answers.send(request, reply, { key: `${key} ${tile.join('/')}`, type: TILE_TYPE, make });
  });
};
