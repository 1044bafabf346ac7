import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { writeHazardSchema } from '../../../domain/contracts/ledger.ts';
import { ofMine } from '../../accounts/access.ts';
import { NOT_ALLOWED } from '../../accounts/refusals.ts';
import { checked, withStore } from '../../live/routes/checked.ts';
import { sendProblem } from '../../problem.ts';
import { type LedgerContext, mineOf, writeRights } from '../ledger-context.ts';
import { chainState } from '../store/chain-state.ts';
import { versionJson, versionOf, versionsOfHazard } from '../store/read-ledger.ts';
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

/** All versions of a hazard, writing the next, and whether the chain of a mine's versions holds. */
export const addHazardRoutes = (scope: FastifyInstance, context: LedgerContext): void => {
  const { as, clock, folders, grounds, guard, turns } = context;

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
      const fromMine = (await grounds.placesOf([mine])).of(mine);
      const written = await withStore(reply, () =>
        turns.take(mine, () =>
          as(account, (tx) => writeHazard(tx, mine, wanted, { by, rights, now: clock(), fromMine })),
        ),
      );
      if (!written) return reply;
      if (written.kind === 'conflict') {
        const { base, hazard } = wanted;
        const what = `hazard "${hazard.id}"`;
        return sendConflict(reply, { what, base, last: written.last, json: versionOf });
      }
      if (written.kind === 'refused') return sendRefused(reply, written.refusals);
      context.writes.count++;
      return reply.code(201).type('application/json; charset=utf-8').send(versionJson(written.row));
    },
  );

  scope.get('/api/mines/:mine/ground', { config: ofMine('read') }, async (request) =>
    grounds.of(mineOf(request)),
  );

  scope.get('/api/mines/:mine/ledger-chain', { config: ofMine('read') }, async (request, reply) => {
    const state = await withStore(reply, () =>
      context.checks.take(mineOf(request), () =>
        chainState((work) => as(guard.account(request), work), {
          ...{ mine: mineOf(request), now: clock(), attachments: folders.attachments },
        }),
      ),
    );
    return state ? reply.send(state) : reply;
  });
};
