import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { seesCounty } from '../../domain/accounts/may.ts';
import type { CountyCatalog } from '../../domain/contracts/county.ts';
import type { CountySummary } from '../../domain/contracts/county-list.ts';
import { PART_OF_COUNTY, SIGNED_IN } from '../accounts/access.ts';
import { containedFile } from '../contained-file.ts';
import { sendProblem } from '../problem.ts';
import type { OpenedCounty } from './counties.ts';
import type { CountyContext, CountyRequest } from './county-context.ts';
import type { CountyScope } from './county-scope.ts';
import { JSON_TYPE, TILE_TYPE } from './kept-answers.ts';

const summaryOf = (opened: OpenedCounty): CountySummary => {
  const { id } = opened;
  const catalog = `/counties/${id}/county.json`;
  // A county that cannot be opened is shown as broken; leaving it out would look as if it did not exist.
  if ('broken' in opened)
    return {
      ...{ id, catalog, name: { zh: id, en: id }, provenance: 'measured', revision: '', mines: 0 },
      broken: opened.broken,
    };
  const { name, provenance, revision } = opened.bundle.catalog;
  return { id, catalog, name, provenance, revision, mines: opened.bundle.mines.length };
};

/** Who sees single mines only is told of those: what the county's files hold of others stays out, their number too. */
const catalogFor = ({ bundle: { catalog }, whole, mines, features, sites }: CountyScope): CountyCatalog =>
  whole
    ? catalog
    : {
        ...catalog,
        counts: { mines: mines.length, features: features.length, sites: sites.length, hazards: 0 },
        findings: [],
      };

interface TileRequest {
  Params: { county: string; z: string; x: string; y: string };
  Querystring: { r?: string };
}

const TILES = [
  { set: 'base', extension: 'mvt', type: TILE_TYPE },
  { set: 'relief', extension: 'png', type: 'image/png' },
] as const;

/** The list of counties, their catalog, and the ground of their map: what of a county's files is served as it lies there. */
export const addCatalogRoutes = (server: FastifyInstance, context: CountyContext): void => {
  const { counties, answers } = context;

  server.get('/api/counties', { config: SIGNED_IN }, async (request, reply) => {
    const account = context.accountOf(request, reply);
    if (account === null) return reply;
    const seen = (await counties.list()).filter(({ id }) => seesCounty(account, id));
    return reply.header('cache-control', 'no-store').send(seen.map(summaryOf));
  });

  server.get<CountyRequest>(
    '/counties/:county/county.json',
    { config: PART_OF_COUNTY },
    async (request, reply) => {
      const scope = await context.scopeOf(request, reply);
      if (!scope) return reply;
      const make = () => JSON.stringify(catalogFor(scope));
      return answers.send(request, reply, { key: `${scope.key} catalog`, type: JSON_TYPE, make });
    },
  );

  for (const { set, extension, type } of TILES)
    server.get<TileRequest>(
      `/counties/:county/${set}/:z(^\\d{1,2})/:x(^\\d{1,7})/:y(^\\d{1,7}).${extension}`,
      { config: PART_OF_COUNTY },
      async (request, reply) => {
        const scope = await context.scopeOf(request, reply);
        if (!scope) return reply;
        const { z, x, y } = request.params;
        const { catalog, folder } = scope.bundle;
        const tiles = catalog[set];
        if (!tiles || Number(z) < tiles.minZoom || Number(z) > tiles.maxZoom)
          return sendProblem(reply, {
            status: 404,
            title: 'No such tile',
            detail: tiles
              ? `The ${set} tiles go from zoom ${tiles.minZoom} to ${tiles.maxZoom}.`
              : `The county has no ${set} tiles.`,
            mend: 'county.json says which tiles there are.',
          });
        // Tiles hold no mine; asked for with the revision they are the same for ever.
        const isOfRevision = request.query.r === catalog.revision;
        reply.header('cache-control', isOfRevision ? 'private, max-age=31536000, immutable' : 'no-cache');
        const file = await containedFile(
          folder,
          `${set}/${Number(z)}/${Number(x)}/${Number(y)}.${extension}`,
        );
        // Nothing lies there: no fault of who asks.
        if (file === null) return reply.code(204).send();
        const root = realpathSync(folder);
        reply.type(type);
        return reply.sendFile(relative(root, file).split(sep).join('/'), root, { cacheControl: false });
      },
    );
};
