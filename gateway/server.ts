import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Account } from '../domain/contracts/account.ts';
import { createCounties } from './county/counties.ts';
import { addCountyRoutes } from './county/county-routes.ts';
import { liveMineNow } from './county/live-mines.ts';
import { addFilesRoute } from './files-route.ts';
import type { Live } from './live/live.ts';
import { addMinesRoute } from './mines-route.ts';
import { answerWithProblems } from './problem.ts';
import { addSecurityHeaders } from './security-headers.ts';
import type { Session } from './session.ts';

export interface ServerOptions {
  /** Folder that holds one bundle a mine; it may be empty or missing, then no mine is listed. */
  readonly bundlesRoot: string;
  /** Folder of the built app. */
  readonly appFolder: string;
  /** Folder that holds one built county a folder; it may be missing, then no county is listed. */
  readonly countiesRoot?: string;
  /** The live side, opened; without it nothing live is served. Closed by whoever opened it. */
  readonly live?: Live;
}

/** Where nobody signs in whoever reaches this machine's gateway sees everything, as with bundles. */
const ANYBODY: Account = {
  id: 'anybody',
  name: 'anybody',
  role: 'administrator',
  county: null,
  mines: [],
  isDemo: false,
};

export class AppNotBuiltError extends Error {
  constructor(folder: string) {
    super(`the app is not built: ${folder} holds no index.html; npm start builds it`);
    this.name = 'AppNotBuiltError';
  }
}

/** Whoever is given the app is given the session with it. */
const giveSession = (server: FastifyInstance, { setCookie }: Session): void => {
  server.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0];
    if (path === '/' || path === '/index.html') reply.header('set-cookie', setCookie);
  });
};

/** The gateway: the app at /, the bundles at /bundles, what is known of them at /api, and the live side where there is one. */
export const createServer = async (o: ServerOptions): Promise<FastifyInstance> => {
  const bundlesRoot = resolve(o.bundlesRoot);
  const appFolder = resolve(o.appFolder);
  if (!existsSync(resolve(appFolder, 'index.html'))) throw new AppNotBuiltError(appFolder);

  const server = Fastify({ logger: { level: 'error' }, bodyLimit: 64 * 1024, forceCloseConnections: true });
  await addSecurityHeaders(server);
  // `serve: false`: only sendFile is wanted; which paths may be sent is decided in files-route.ts.
  await server.register(fastifyStatic, {
    root: appFolder,
    serve: false,
    cacheControl: false,
    preCompressed: true,
  });
  answerWithProblems(server);
  const { live } = o;
  addMinesRoute(server, bundlesRoot, (mine) => live?.isLive(mine) ?? false);
  if (live) {
    giveSession(server, live.session);
    live.attach(server);
  }
  const liveNow = new Map(
    live?.mines.flatMap((mine) => {
      const side = live.side(mine);
      return side ? [[mine, liveMineNow(side)] as const] : [];
    }),
  );
  if (o.countiesRoot !== undefined)
    addCountyRoutes(server, {
      counties: createCounties(resolve(o.countiesRoot)),
      accountOf: () => ANYBODY,
      clock: Date.now,
      liveOf: (mine) => liveNow.get(mine) ?? null,
    });
  addFilesRoute(server, {
    prefix: '/bundles',
    root: bundlesRoot,
    freshness: () => 'revalidate',
    missing:
      'Build the mine with: npm run -s hyalite -- build <mine.yaml>; GET /api/mines lists what is built.',
  });
  addFilesRoute(server, {
    prefix: '',
    root: appFolder,
    freshness: (path) => (path.startsWith('assets/') ? 'immutable' : 'revalidate'),
    missing: 'Open / to start the app.',
  });
  server.get('/', (_request, reply) =>
    reply.header('cache-control', 'no-cache').sendFile('index.html', appFolder),
  );
  return server;
};
