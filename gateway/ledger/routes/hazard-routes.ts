import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { writeHazardSchema } from '../../../domain/contracts/ledger.ts';
import { dayEnd } from '../../../domain/county/day-end.ts';
import { countyOf, ofMine, PART_OF_COUNTY } from '../../accounts/access.ts';
import { NOT_ALLOWED } from '../../accounts/refusals.ts';
import { checked, withStore } from '../../live/routes/checked.ts';
import { sendProblem } from '../../problem.ts';
import { type LedgerContext, mineOf, minesOfCounty, writeRights } from '../ledger-context.ts';
import {
  chainLengths,
  chainState,
  lastVersions,
  versionJson,
  versionRows,
  versionsOfHazard,
} from '../store/read-ledger.ts';
import { writeHazard } from '../write-hazard.ts';
import { sendConflict, sendRefused } from './refused.ts';

/** A drawn polygon may have ten thousand corners, and evidence polygons of its own. */
const MAX_HAZARD_BYTES = 4 * 1024 * 1024;

export const onQuery = z.object({ on: z.iso.date().optional() });
export const ON_MEND =
  'Ask as ?on=YYYY-MM-DD for the ledger as it stood on that day; without it as it is now.';

interface HazardRequest {
  Params: { mine: string; hazard: string };
}

/** Reading the ledger, now and on any past day, and writing a version. */
export const addHazardRoutes = (scope: FastifyInstance, context: LedgerContext): void => {
  const { as, clock, folders, guard } = context;

  const sendView = async (request: FastifyRequest, reply: FastifyReply, mines: readonly string[]) => {
    const query = checked(onQuery, request.query, reply, ON_MEND);
    if (!query) return reply;
    const on = query.on ?? null;
    const before = on === null ? null : dayEnd(on);
    const account = guard.account(request);
    const view = await withStore(reply, () =>
      as(account, async (tx) => {
        const lengths = [...(await chainLengths(tx, mines))];
        const etag = `W/"${createHash('sha256')
          .update(JSON.stringify([account.id, on, lengths]))
          .digest('base64url')
          .slice(0, 27)}"`;
        if (request.headers['if-none-match'] === etag) return { etag, parts: null };
        const parts: string[] = [`{"on":${JSON.stringify(on)},"hazards":[`];
        for await (const rows of versionRows(tx, await lastVersions(tx, mines, before)))
          parts.push(parts.length > 1 ? ',' : '', rows.map(versionJson).join(','));
        parts.push(']}');
        return { etag, parts };
      }),
    );
    if (!view) return reply;
    reply.header('etag', view.etag).header('cache-control', 'private, no-cache').header('vary', 'cookie');
    if (!view.parts) return reply.code(304).send();
    reply.type('application/json; charset=utf-8');
    const text = Readable.from(view.parts.filter(Boolean));
    if (!String(request.headers['accept-encoding'] ?? '').includes('gzip')) return reply.send(text);
    // Whole ledgers are large and alike: the quickest level makes a tenth of them.
    return reply.header('content-encoding', 'gzip').send(text.pipe(createGzip({ level: 1 })));
  };

  scope.get('/api/counties/:county/hazards', { config: PART_OF_COUNTY }, (request, reply) =>
    sendView(request, reply, minesOfCounty(context, guard.account(request), countyOf(request))),
  );
  scope.get('/api/mines/:mine/hazards', { config: ofMine('read') }, (request, reply) =>
    sendView(request, reply, [mineOf(request)]),
  );

  scope.get<HazardRequest>(
    '/api/mines/:mine/hazards/:hazard/versions',
    { config: ofMine('read') },
    async (request, reply) => {
      const { mine, hazard } = request.params;
      const found = await withStore(reply, async () => ({
        rows: await as(guard.account(request), (tx) => versionsOfHazard(tx, mine, hazard)),
      }));
      if (!found) return reply;
      if (!found.rows)
        return sendProblem(reply, {
          status: 404,
          title: 'No such hazard',
          detail: `The ledger of this mine has no hazard "${hazard}".`,
          mend: 'GET …/hazards lists them.',
        });
      return reply.type('application/json; charset=utf-8').send(`[${found.rows.map(versionJson).join(',')}]`);
    },
  );

  scope.post(
    '/api/mines/:mine/hazards',
    { config: ofMine('read'), bodyLimit: MAX_HAZARD_BYTES },
    async (request, reply) => {
      const [mine, account] = [mineOf(request), guard.account(request)];
      const rights = writeRights(context, account, mine);
      if (!rights.write && !rights.accept && !rights.close)
        return sendProblem(reply, NOT_ALLOWED(account, 'write-hazard'));
      const mend = 'Send {"base": number or null, "reason": "text", "hazard": {…}} as JSON.';
      const wanted = checked(writeHazardSchema, request.body, reply, mend);
      if (!wanted) return reply;
      const by = { account: account.id, name: account.name };
      const written = await withStore(reply, () =>
        as(account, (tx) => writeHazard(tx, mine, wanted, { by, rights, now: clock() })),
      );
      if (!written) return reply;
      if (written.kind === 'conflict') return sendConflict(reply, wanted, written.last);
      if (written.kind === 'refused') return sendRefused(reply, written.refusals);
      context.writes.count++;
      return reply.code(201).type('application/json; charset=utf-8').send(versionJson(written.row));
    },
  );

  scope.get('/api/mines/:mine/ledger-chain', { config: ofMine('read') }, async (request, reply) => {
    const state = await withStore(reply, () =>
      as(guard.account(request), (tx) => chainState(tx, mineOf(request), clock(), folders.attachments)),
    );
    return state ? reply.send(state) : reply;
  });
};
