import fastifyMultipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { deskProblem, RETRY_SECONDS } from '../desk-problem.ts';
import { DISK_FULL, isDiskFull } from '../disk-full.ts';
import { type Problem, sendProblem } from '../problem.ts';
import { createFileDesk } from './exchange/file-desk.ts';
import type { LedgerContext, LedgerSetting } from './ledger-context.ts';
import { createMineGrounds } from './mine-grounds.ts';
import { addAttachmentRoutes } from './routes/attachment-routes.ts';
import { addExchangeRoutes } from './routes/exchange-routes.ts';
import { addHazardRoutes } from './routes/hazard-routes.ts';
import { addHeadRoutes } from './routes/head-routes.ts';
import { addListRoutes } from './routes/list-routes.ts';
import { addMajorExportRoutes } from './routes/major-export-routes.ts';
import { addMajorRoutes } from './routes/major-routes.ts';
import { createTurns, LedgerBusy } from './turns.ts';

/** A large file over a slow line, or a chain of forty thousand versions. */
const SLOW_MS = 60_000;

/** Nothing was written, and nothing is lost: the form still holds it. */
const LEDGER_BUSY: Problem = {
  status: 503,
  title: 'The ledger is busy',
  detail: 'Others are writing into it or have it checked, a large import perhaps; nothing of this was done.',
  mend: 'Try again in half a minute.',
};

/** The ledger of hidden hazards over HTTP: domain/contracts/ledger.ts says what each route answers. */
export const addLedgerRoutes = (server: FastifyInstance, o: LedgerSetting): void => {
  const files = createFileDesk();
  server.addHook('onClose', () => files.close());
  const context: LedgerContext = {
    ...o,
    ...{ files, grounds: createMineGrounds(o) },
    turns: createTurns(),
    checks: createTurns({ atOnce: 1, patienceMs: SLOW_MS }),
    uploads: createTurns({ atOnce: 4, patienceMs: SLOW_MS }),
    writes: { count: 0 },
  };
  void server.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    });
    // Thrown on: the server's own handler has the rest.
    scope.setErrorHandler((error, _request, reply) => {
      if (isDiskFull(error)) return sendProblem(reply, DISK_FULL);
      if (error instanceof LedgerBusy) {
        reply.header('retry-after', RETRY_SECONDS);
        return sendProblem(reply, LEDGER_BUSY);
      }
      const problem = deskProblem(error, { one: 'file', many: 'files' });
      if (!problem) throw error;
      if (problem.status === 500) reply.log.error(error);
      else reply.header('retry-after', RETRY_SECONDS);
      return sendProblem(reply, problem);
    });
    await scope.register(fastifyMultipart);
    addHazardRoutes(scope, context);
    addListRoutes(scope, context);
    addHeadRoutes(scope, context);
    addAttachmentRoutes(scope, context);
    addExchangeRoutes(scope, context);
    addMajorRoutes(scope, context);
    addMajorExportRoutes(scope, context);
    if (!context.counties) return;
    // Imported where there are counties: no map of a mine alone is made of tiles.
    const { addTileRoutes } = await import('./routes/tile-routes.ts');
    addTileRoutes(scope, context, context.counties);
  });
};
