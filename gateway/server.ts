import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { addFilesRoute } from './files-route.ts';
import { addMinesRoute } from './mines-route.ts';
import { answerWithProblems } from './problem.ts';
import { addSecurityHeaders } from './security-headers.ts';

export interface ServerOptions {
  /** Folder that holds one bundle a mine; it may be empty or missing, then no mine is listed. */
  readonly bundlesRoot: string;
  /** Folder of the built app. */
  readonly appFolder: string;
}

export class AppNotBuiltError extends Error {
  constructor(folder: string) {
    super(`the app is not built: ${folder} holds no index.html; npm start builds it`);
    this.name = 'AppNotBuiltError';
  }
}

/** The gateway: the app at /, the bundles at /bundles, what is known of them at /api. Reads only. */
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
  addMinesRoute(server, bundlesRoot);
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
