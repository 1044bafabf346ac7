import fastifyMultipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { deskProblem, RETRY_SECONDS } from '../desk-problem.ts';
import { DISK_FULL, isDiskFull } from '../disk-full.ts';
import { sendProblem } from '../problem.ts';
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

/** The ledger of hidden hazards over HTTP: domain/contracts/ledger.ts says what each route answers. */
export const addLedgerRoutes = (server: FastifyInstance, o: LedgerSetting): void => {
  const files = createFileDesk();
  server.addHook('onClose', () => files.close());
  const context: LedgerContext = {
    ...o,
    ...{ files, writes: { count: 0 }, grounds: createMineGrounds(o) },
  };
  void server.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    });
    // Thrown on: the server's own handler has the rest.
    scope.setErrorHandler((error, _request, reply) => {
      if (isDiskFull(error)) return sendProblem(reply, DISK_FULL);
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
