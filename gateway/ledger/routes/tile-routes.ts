import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { BODY_TILE_ZOOM, type HazardBodies } from '../../../domain/contracts/hazard-bodies.ts';
import type { HazardCounts } from '../../../domain/contracts/hazard-counts.ts';
import { hazardSearchQuerySchema } from '../../../domain/contracts/hazard-search.ts';
import type { MajorSigns } from '../../../domain/contracts/major-signs.ts';
import { countyDay } from '../../../domain/county/county-day.ts';
import { PART_OF_COUNTY } from '../../accounts/access.ts';
import type { Counties } from '../../county/counties.ts';
import { type CountyRequest, createCountyContext } from '../../county/county-context.ts';
import { createKeptAnswers, JSON_TYPE, TILE_TYPE } from '../../county/kept-answers.ts';
import { createRegisterTiles, TILES_PATH, type TileParams, tileAsked } from '../../county/register-tiles.ts';
import { joinTiles } from '../../county/vector-tiles.ts';
import { checked, withStore } from '../../live/routes/checked.ts';
import { sendProblem } from '../../problem.ts';
import type { LedgerContext } from '../ledger-context.ts';
import { createHazardTiles } from '../tiles/hazard-tiles.ts';
import { ON_MEND, onQuery } from './hazard-routes.ts';

/** Tiles kept packed: a screen of some ten, for some readers and days. */
const MOST_ANSWERS = 300;
/** Searches kept packed, apart: what is typed letter by letter would push the tiles out. */
const MOST_SEARCHES = 30;

type TileRequest = { Params: CountyRequest['Params'] & TileParams };

/**
 * The ledger counted by mine, and with the register as vector tiles, as the reader sees them on a day (domain/contracts/county-tiles.ts,
 * hazard-counts.ts).
 */
export const addTileRoutes = (scope: FastifyInstance, context: LedgerContext, counties: Counties): void => {
  const { guard, clock } = context;
  const answers = createKeptAnswers(MOST_ANSWERS);
  const searches = createKeptAnswers(MOST_SEARCHES);
  const county = createCountyContext({
    ...{ counties, answers, clock },
    accountOf: guard.account,
    minesOf: guard.minesOf,
  });
  const tilesOf = createHazardTiles(context);
  const registerOf = createRegisterTiles();

  /** The ledger of the day asked for as the reader sees it; where that cannot be had the answer is sent and null returned. */
  const foundFor = async (
    request: FastifyRequest<CountyRequest>,
    reply: FastifyReply,
    asked: z.ZodType<{ on?: string | undefined }> = onQuery,
    mend = ON_MEND,
  ) => {
    const seen = await county.scopeOf(request, reply);
    const query = seen && checked(asked, request.query, reply, mend);
    if (!seen || !query) return null;
    const account = guard.account(request);
    const [on, today] = [query.on ?? null, countyDay(clock())];
    const outside = county.outsideOf(account, seen).map(({ mine }) => mine);
    const found = await withStore(reply, () => tilesOf({ account, scope: seen, outside, on, today }));
    return found && { ...found, register: () => registerOf(seen, on, today).tiles };
  };

  scope.get<CountyRequest>(
    '/api/counties/:county/hazard-counts',
    { config: PART_OF_COUNTY },
    async (request, reply) => {
      const found = await foundFor(request, reply);
      if (!found) return reply;
      const told: HazardCounts = { mines: [...found.counts] };
      const make = () => JSON.stringify(told);
      return answers.send(request, reply, { key: `${found.key} counts`, type: JSON_TYPE, make });
    },
  );

  scope.get<CountyRequest>(
    '/api/counties/:county/major-signs',
    { config: PART_OF_COUNTY },
    async (request, reply) => {
      const found = await foundFor(request, reply);
      if (!found) return reply;
      const make = () => JSON.stringify({ majors: [...found.majors] } satisfies MajorSigns);
      return answers.send(request, reply, { key: `${found.key} majors`, type: JSON_TYPE, make });
    },
  );

  scope.get<CountyRequest>(
    '/api/counties/:county/hazard-search',
    { config: PART_OF_COUNTY },
    async (request, reply) => {
      const found = await foundFor(request, reply, hazardSearchQuerySchema, SEARCH_MEND);
      if (!found) return reply;
      const { text } = hazardSearchQuerySchema.parse(request.query);
      const make = () => JSON.stringify(found.search(text));
      return searches.send(request, reply, { key: `${found.key} search ${text}`, type: JSON_TYPE, make });
    },
  );

  scope.get<{ Params: CountyRequest['Params'] & Omit<TileParams, 'z'> }>(
    '/api/counties/:county/hazard-bodies/:x(^\\d{1,7})/:y(^\\d{1,7})',
    { config: PART_OF_COUNTY },
    async (request, reply) => {
      const [x, y] = [Number(request.params.x), Number(request.params.y)];
      if (x >= 2 ** BODY_TILE_ZOOM || y >= 2 ** BODY_TILE_ZOOM)
        return sendProblem(reply, {
          status: 404,
          title: 'No such tile',
          detail: `There is no tile ${x}/${y} of zoom ${BODY_TILE_ZOOM}.`,
          mend: `Columns and rows are those of the map's tiles at zoom ${BODY_TILE_ZOOM}.`,
        });
      const found = await foundFor(request, reply);
      if (!found) return reply;
      const make = () => JSON.stringify({ bodies: found.bodies.tile(x, y) } satisfies HazardBodies);
      return answers.send(request, reply, { key: `${found.key} bodies ${x}/${y}`, type: JSON_TYPE, make });
    },
  );

  scope.get<TileRequest>(TILES_PATH, { config: PART_OF_COUNTY }, async (request, reply) => {
    const tile = tileAsked(request.params, reply);
    const found = tile && (await foundFor(request, reply));
    if (!found) return reply;
    const make = () => joinTiles(found.register(), found.tiles).tile(...tile);
    return answers.send(request, reply, { key: `${found.key} ${tile.join('/')}`, type: TILE_TYPE, make });
  });
};

const SEARCH_MEND = 'Ask as ?text=…&on=YYYY-MM-DD: words of a number, title, kind or mine.';
