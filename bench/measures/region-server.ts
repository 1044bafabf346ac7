import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Feature } from 'geojson';
import type { AppServer } from '../../e2e/app-server.ts';
import { tileLayers } from '../../gateway/county/tile-features.ts';
import { createVectorTiles, type VectorTiles } from '../../gateway/county/vector-tiles.ts';
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
const TILE = /^\/api\/counties\/[^/]+\/tiles\/(\w+)\/(\d+)\/(\d+)\/(\d+)\.mvt$/;

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
  const cut = new Map<string, VectorTiles>();
  const tilesOf = (kind: string): VectorTiles => {
    const made =
      cut.get(kind) ??
      createVectorTiles(
        kind === 'hazards'
          ? hazardLayers(hazards, countsOfMines(facts, DAY), scope)
          : tileLayers(kind as 'mines', scope, null, DAY),
      );
    cut.set(kind, made);
    return made;
  };
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
      const [, kind, z, x, y] = tile as unknown as [string, string, string, string, string];
      response.end(tilesOf(kind).tile(Number(z), Number(x), Number(y)));
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
