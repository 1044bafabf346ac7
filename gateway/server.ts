import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Account } from '../domain/contracts/account.ts';
import { ofMine, PUBLIC, SIGNED_IN } from './accounts/access.ts';
import { addAccountRoutes } from './accounts/account-routes.ts';
import { addElsewhereRoutes } from './accounts/elsewhere/elsewhere-routes.ts';
import { BEGIN_PATH } from './accounts/elsewhere/paths.ts';
import { createGuard, type Guard, type Identify } from './accounts/guard.ts';
import { identifyLocally, LOCAL_READER, syntheticReader } from './accounts/local-reader.ts';
import { createMinePlaces } from './accounts/mine-places.ts';
import { createOwnOrigin } from './accounts/own-origin.ts';
import { tokenOf } from './accounts/session-cookie.ts';
import { addMachineSessionRoute, addSessionRoutes } from './accounts/session-routes.ts';
import { addApiDocumentRoute } from './api-document/document-route.ts';
import { createCounties } from './county/counties.ts';
import { createRuleBooks } from './county/rule-books.ts';
import { addFilesRoute } from './files-route.ts';
import { type AttachmentQuota, DEFAULT_QUOTA } from './ledger/attachments/attachment-quota.ts';
import { addLedgerRoutes } from './ledger/ledger-routes.ts';
import type { Live } from './live/live.ts';
import { addMinesRoute } from './mines-route.ts';
import { answerWithProblems, UNREADABLE } from './problem.ts';
import { ROUTING } from './routing.ts';
import { addSecurityHeaders } from './security-headers.ts';

export interface ServerOptions {
  /** Folder that holds one bundle a mine; it may be empty or missing, then no mine is listed. */
  readonly bundlesRoot: string;
  /** Folder of the built app. */
  readonly appFolder: string;
  /** Folder that holds one built county a folder; it may be missing, then no county is listed. */
  readonly countiesRoot?: string;
  /** Folder of the rule files, <county>.yaml; `countiesRoot` by default. */
  readonly rulesRoot?: string;
  /** The live side, opened; without it nothing live is served. Closed by whoever opened it. */
  readonly live?: Live;
  /** What is shown where there is no live side and so no accounts: all (by default), or only what was made up. */
  readonly withoutAccounts?: 'all' | 'synthetic';
  /** How much room the ledger's attachments may take; DEFAULT_QUOTA by default. */
  readonly attachmentQuota?: AttachmentQuota;
}

/** The mine of a path below /bundles. */
const firstFolder = (path: string): string | null => /^([^/]+)\//.exec(path)?.[1] ?? null;

export class AppNotBuiltError extends Error {
  constructor(folder: string) {
    super(`the app is not built: ${folder} holds no index.html; npm start builds it`);
    this.name = 'AppNotBuiltError';
  }
}

/** With a database people have accounts; without one whoever sits at this machine reads the bundles (ADR 0029). */
const guardOf = (
  o: ServerOptions,
  bundlesRoot: string,
  reader: Account,
): { guard: Guard; identify: Identify } => {
  const { live } = o;
  if (!live) {
    const places = createMinePlaces({ bundlesRoot, countiesRoot: o.countiesRoot });
    const origin = createOwnOrigin();
    const identify = identifyLocally(reader);
    return { guard: createGuard({ places, origin, identify, onlyReads: true }), identify };
  }
  const { places, origin, accounts } = live;
  const identify: Identify = async (headers) => {
    const token = tokenOf(headers);
    return token === null ? null : accounts.sessions.find(token);
  };
  return { guard: createGuard({ places, origin, identify }), identify };
};

/** The gateway: the app at /, the bundles at /bundles, what is known of them at /api, and the live side where there is one. */
export const createServer = async (o: ServerOptions): Promise<FastifyInstance> => {
  const bundlesRoot = resolve(o.bundlesRoot);
  const appFolder = resolve(o.appFolder);
  if (!existsSync(resolve(appFolder, 'index.html'))) throw new AppNotBuiltError(appFolder);

  const server = Fastify({
    ...ROUTING,
    logger: { level: 'error' },
    bodyLimit: 64 * 1024,
    forceCloseConnections: true,
    // Behind a proxy on this machine everybody would have its address.
    trustProxy: 'loopback',
    ...UNREADABLE,
  });
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
  const reader = o.withoutAccounts === 'synthetic' ? await syntheticReader(bundlesRoot) : LOCAL_READER;
  const { guard, identify } = guardOf(o, bundlesRoot, reader);
  guard.protect(server);
  addApiDocumentRoute(server);
  addMinesRoute(server, bundlesRoot, (mine) => live?.isLive(mine) ?? false, guard);
  const rules = o.rulesRoot ?? o.countiesRoot;
  const rulesRoot = rules === undefined ? undefined : resolve(rules);
  const books = rulesRoot === undefined ? null : createRuleBooks(rulesRoot);
  const countiesRoot = o.countiesRoot === undefined ? undefined : resolve(o.countiesRoot);
  const counties = countiesRoot === undefined ? null : createCounties(countiesRoot);
  if (live) {
    const { accounts, elsewhere: link } = live;
    const elsewhere = link && { name: link.provider.name, at: BEGIN_PATH };
    await addSessionRoutes(server, { accounts, guard, identify, elsewhere });
    if (link) addElsewhereRoutes(server, { accounts, link, clock: Date.now });
    addAccountRoutes(server, { accounts, guard });
    live.attach(server, guard);
    const { places, as, ledgerFolders: folders } = live;
    const quota = o.attachmentQuota ?? DEFAULT_QUOTA;
    addLedgerRoutes(server, {
      ...{ guard, places, as, folders, quota, counties, bundlesRoot, books },
      whole: live.store.db,
      clock: Date.now,
    });
  } else addMachineSessionRoute(server, reader);
  if (counties && books && countiesRoot !== undefined && rulesRoot !== undefined) {
    // Imported where there are counties: what it and its packages take is held for as long as the gateway runs.
    const { addCountySide } = await import('./county-side.ts');
    addCountySide(server, { guard, counties, books, bundlesRoot, countiesRoot, rulesRoot, live });
  }
  // Every page asks for them, and browsers print a 404 as an error.
  else
    server.get('/api/counties', { config: SIGNED_IN }, (_request, reply) =>
      reply.header('cache-control', 'no-store').send([]),
    );
  addFilesRoute(server, {
    prefix: '/bundles',
    root: bundlesRoot,
    config: ofMine('read', (request) => firstFolder((request.params as { '*': string })['*'])),
    freshness: () => 'revalidate',
    missing:
      'Build the mine with: npm run -s hyalite -- build <mine.yaml>; GET /api/mines lists what is built.',
  });
  addFilesRoute(server, {
    prefix: '',
    root: appFolder,
    config: PUBLIC,
    freshness: (path) => (path.startsWith('assets/') ? 'immutable' : 'revalidate'),
    missing: 'Open / to start the app.',
  });
  server.get('/', { config: PUBLIC }, (_request, reply) =>
    reply.header('cache-control', 'no-cache').sendFile('index.html', appFolder),
  );
  return server;
};
