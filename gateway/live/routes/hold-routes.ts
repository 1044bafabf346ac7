import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  type HoldList,
  MOST_STANDING_HOLDS,
  makeHoldSchema,
  releaseHoldSchema,
} from '../../../domain/contracts/live/incident-hold.ts';
import { ofMine } from '../../accounts/access.ts';
import { sendProblem } from '../../problem.ts';
import { checked, withStore } from './checked.ts';
import type { MineRequest, RouteContext } from './live-routes.ts';

/** Incident holds: nothing between two moments is thrown away while the hold stands (domain/contracts/live/incident-hold.ts). */
export const addHoldRoutes = (scope: FastifyInstance, { guard, sideOf, storeOf }: RouteContext): void => {
  scope.get<MineRequest>('/api/mines/:mine/holds', { config: ofMine('read') }, async (request, reply) => {
    const side = sideOf(request, reply);
    const holds = side && (await withStore(reply, () => storeOf(request).holds(side.mine)));
    if (!side || !holds) return reply;
    const list: HoldList = { holds, archiveDays: side.live.manifest.retention.archiveDays };
    return reply.send(list);
  });

  scope.post<MineRequest>(
    '/api/mines/:mine/holds',
    { config: ofMine('hold-history') },
    async (request, reply) => {
      const side = sideOf(request, reply);
      const mend = 'Send {"from": MS, "to": MS or null, "by": "name", "reason": "text"} as JSON.';
      const wanted = side && checked(makeHoldSchema, request.body, reply, mend);
      if (!side || !wanted) return reply;
      const made = await withStore(reply, async () => ({
        hold: await storeOf(request).hold(side.mine, { ...wanted, by: guard.account(request).name }),
      }));
      if (!made) return reply;
      if (made.hold) return reply.code(201).send(made.hold);
      return sendProblem(reply, {
        status: 409,
        title: 'Too many holds',
        detail: `${MOST_STANDING_HOLDS} holds stand in this mine already.`,
        mend: 'Release one that is no longer needed.',
      });
    },
  );

  scope.delete<{ Params: MineRequest['Params'] & { id: string } }>(
    '/api/mines/:mine/holds/:id',
    { config: ofMine('hold-history') },
    async (request, reply) => {
      const side = sideOf(request, reply);
      const answer = side && checked(releaseHoldSchema, request.body, reply, 'Send {"by": "name"} as JSON.');
      if (!side || !answer) return reply;
      const id = checked(z.uuid(), request.params.id, reply, 'The id is what POST …/holds answered.');
      if (!id) return reply;
      const released = await withStore(reply, async () => ({
        hold: await storeOf(request).releaseHold(side.mine, id, guard.account(request).name),
      }));
      if (!released) return reply;
      if (released.hold) return reply.send(released.hold);
      return sendProblem(reply, {
        status: 404,
        title: 'No such hold',
        detail: `This mine has no hold with the id "${id}".`,
        mend: 'GET …/holds lists them.',
      });
    },
  );
};
