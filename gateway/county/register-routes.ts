import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  COUNTY_TILE_KINDS,
  type CountyTileKind,
  MAX_TILE_ZOOM,
} from '../../domain/contracts/county-tiles.ts';
import { countyDay } from '../../domain/county/county-day.ts';
import { reportForReader } from '../../domain/neighbours/report-for-reader.ts';
import { PART_OF_COUNTY } from '../accounts/access.ts';
import { checked } from '../live/routes/checked.ts';
import { sendProblem } from '../problem.ts';
import type { CountyContext, CountyRequest } from './county-context.ts';
import type { CountyScope } from './county-scope.ts';
import { createKept } from './kept.ts';
import { JSON_TYPE, TILE_TYPE } from './kept-answers.ts';
import { tileLayers } from './tile-features.ts';
import { createVectorTiles, type VectorTiles } from './vector-tiles.ts';

const onQuery = z.strictObject({ on: z.iso.date().optional() });
const ON_MEND = 'Ask as ?on=YYYY-MM-DD, or without for now.';

/** Tiles of so many kinds, days and scopes are kept cut. */
const MOST_CUT = 24;

interface TileRequest {
  Params: { county: string; kind: string; z: string; x: string; y: string };
}

const isKind = (kind: string): kind is CountyTileKind =>
  (COUNTY_TILE_KINDS as readonly string[]).includes(kind);

const LISTS: Readonly<Record<string, (scope: CountyScope) => unknown>> = {
  mines: ({ mines }) => mines,
  features: ({ features }) => features,
  sites: ({ sites }) => sites,
  neighbours: ({ bundle, whole, sees }) =>
    whole ? bundle.neighbours : reportForReader(bundle.neighbours, sees),
};

/** The register: what the reader sees of mines, their features, their neighbours and other sites; and as vector tiles. */
export const addRegisterRoutes = (server: FastifyInstance, context: CountyContext): void => {
  const { answers, clock } = context;
  const cut = createKept<VectorTiles>(MOST_CUT);

  // Both by the API and where county.json says the file lies.
  for (const [name, list] of Object.entries(LISTS))
    for (const path of [`/api/counties/:county/${name}`, `/counties/:county/${name}.json`])
      server.get<CountyRequest>(path, { config: PART_OF_COUNTY }, async (request, reply) => {
        const scope = await context.scopeOf(request, reply);
        if (!scope) return reply;
        const make = () => JSON.stringify(list(scope));
        return answers.send(request, reply, { key: `${scope.key} ${name}`, type: JSON_TYPE, make });
      });

  server.get<TileRequest>(
    '/api/counties/:county/tiles/:kind/:z(^\\d{1,2})/:x(^\\d{1,7})/:y(^\\d{1,7}).mvt',
    { config: PART_OF_COUNTY },
    async (request, reply) => {
      const scope = await context.scopeOf(request, reply);
      const query = scope && checked(onQuery, request.query, reply, ON_MEND);
      if (!scope || !query) return reply;
      const { kind } = request.params;
      const [zoom, x, y] = [Number(request.params.z), Number(request.params.x), Number(request.params.y)];
      if (!isKind(kind) || zoom > MAX_TILE_ZOOM || x >= 2 ** zoom || y >= 2 ** zoom)
        return sendProblem(reply, {
          status: 404,
          title: 'No such tile',
          detail: `There is no tile ${kind}/${zoom}/${x}/${y}.`,
          mend: `Tiles are of ${COUNTY_TILE_KINDS.join(', ')}, to zoom ${MAX_TILE_ZOOM}.`,
        });
      const on = query.on ?? null;
      const today = countyDay(clock());
      const of = `${scope.key} ${kind} ${on ?? `now ${today}`}`;
      const tiles = cut.get(of, () => createVectorTiles(tileLayers(kind, scope, on, today)));
      const make = () => tiles.tile(zoom, x, y);
      return answers.send(request, reply, { key: `${of} ${zoom}/${x}/${y}`, type: TILE_TYPE, make });
    },
  );
};
