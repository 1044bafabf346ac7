import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Feature } from 'geojson';
import type { HazardBodies } from '../../domain/contracts/hazard-bodies.ts';
import type { AppServer } from '../../e2e/app-server.ts';
import { registerLayers } from '../../gateway/county/tile-features.ts';
import { createVectorTiles, joinTiles } from '../../gateway/county/vector-tiles.ts';
import { createHazardBodyTiles } from '../../gateway/ledger/tiles/hazard-body-tiles.ts';
import {
  factsOf,
  featureOf,
  modelPlaces,
  type VersionFacts,
} from '../../gateway/ledger/tiles/hazard-features.ts';
import { countsOfMines, hazardLayers } from '../../gateway/ledger/tiles/hazard-layers.ts';
import type { RegionCounty } from './region-county.ts';

/** Live counts: so many people at the mines together. */
export const PEOPLE = 200_000;
const DAY = '2026-11-30';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};
const TILE = /^\/api\/counties\/[^/]+\/tiles\/(\d+)\/(\d+)\/(\d+)\.mvt$/;

const BODIES = /^\/api\/counties\/[^/]+\/hazard-bodies\/(\d+)\/(\d+)$/;

/** The hazards as the gateway's tiles hold them, of each its last version. */
const hazardFeatures = ({
  mines,
  features,
  hazards,
}: RegionCounty): { readonly facts: VersionFacts[]; readonly drawn: Feature[] } => {
  const scope = { bundle: { mine: new Map(mines.map((mine) => [mine.id, mine])) } as never };
  const places = modelPlaces(features, new Map());
  const last = new Map(hazards.map(({ hazard }) => [`${hazard.mine}/${hazard.id}`, hazard]));
  const facts = [...last.values()].map((hazard, i) =>
    factsOf({ mine: hazard.mine, number: i + 1, content: JSON.stringify(hazard) }),
  );
  return { facts, drawn: facts.flatMap((one) => featureOf(one, scope, places, DAY) ?? []) };
};

/** @param counties folder the region was written to: its base tiles are served from there */
export const serveRegion = async (
  out: string,
  region: RegionCounty,
  counties: string,
): Promise<AppServer> => {
  const { catalog, mines, features, sites } = region;
  const { facts, drawn: hazards } = hazardFeatures(region);
  const scope = {
    bundle: { catalog, mine: new Map(mines.map((mine) => [mine.id, mine])) } as never,
    whole: true,
    mines,
    features,
    sites,
    sees: () => true,
    key: 'bench',
  };
  const bodies = createHazardBodyTiles(facts, modelPlaces(features, new Map()), DAY);
  const tiles = joinTiles(
    createVectorTiles(registerLayers(scope, null, DAY)),
    createVectorTiles(hazardLayers(hazards, countsOfMines(facts, DAY), scope)),
  );
  const lists: Readonly<Record<string, unknown>> = {
    '/region/catalog.json': catalog,
    '/region/people.json': mines.map(({ id, at }) => ({ id, at, text: `${PEOPLE / mines.length}` })),
    '/region/all.json': {
      type: 'FeatureCollection',
      features: [
        ...hazards,
        ...[...mines, ...sites].map(({ id, at }) => ({
          type: 'Feature',
          properties: { id },
          geometry: { type: 'Point', coordinates: at },
        })),
      ],
    },
  };
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://page').pathname));
    const tile = TILE.exec(path);
    if (tile) {
      const [z = 0, x = 0, y = 0] = tile.slice(1).map(Number);
      response.end(tiles.tile(z, x, y));
      return;
    }
    const body = BODIES.exec(path);
    if (body) {
      const [x = 0, y = 0] = body.slice(1).map(Number);
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ bodies: bodies.tile(x, y) } satisfies HazardBodies));
      return;
    }
    if (path in lists) {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(lists[path]));
      return;
    }
    const file = path.startsWith('/counties/')
      ? join(counties, path.slice('/counties/'.length))
      : join(out, path === '/' ? 'index.html' : path);
    readFile(file).then(
      (bytes) => {
        response.setHeader('Content-Type', MEDIA_TYPES[extname(file)] ?? 'application/octet-stream');
        response.end(bytes);
      },
      () => {
        response.statusCode = path === '/favicon.ico' ? 204 : 404;
        response.end();
      },
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
