import type { FastifyInstance } from 'fastify';
import { ENTITY_STATE, PRESENCES } from '../../../domain/contracts/live/entity.ts';
import { returnTagSchema, type TagReturn } from '../../../domain/contracts/live/tag-return.ts';
import { ofMine } from '../../accounts/access.ts';
import { sendProblem } from '../../problem.ts';
import { checked, withStore } from './checked.ts';
import type { MineRequest, RouteContext } from './live-routes.ts';

const { SOS } = ENTITY_STATE;
const FRESH = PRESENCES.indexOf('fresh');

/** Tags that were handed back (domain/contracts/live/tag-return.ts): else whoever left the mine is lost in it for good. */
export const addTagReturnRoutes = (
  scope: FastifyInstance,
  { guard, clock, sideOf, storeOf }: RouteContext,
): void => {
  scope.get<MineRequest>(
    '/api/mines/:mine/tag-returns',
    { config: ofMine('read') },
    async (request, reply) => {
      const side = sideOf(request, reply);
      const returns = side && (await withStore(reply, () => storeOf(request).tagReturns(side.mine)));
      return returns ? reply.send({ returns }) : reply;
    },
  );

  scope.post<MineRequest>(
    '/api/mines/:mine/tag-returns',
    { config: ofMine('acknowledge-alarm') },
    async (request, reply) => {
      const side = sideOf(request, reply);
      const wanted =
        side && checked(returnTagSchema, request.body, reply, 'Send {"tag": "id", "note": "text"} as JSON.');
      if (!side || !wanted) return reply;
      const state = side.picture.stateOf(wanted.tag);
      if (state === null)
        return sendProblem(reply, {
          status: 404,
          title: 'No such tag',
          detail: `The tag "${wanted.tag}" is not shown in this mine.`,
          mend: 'GET …/roster lists the tags.',
        });
      if ((state & ENTITY_STATE.PRESENCE_MASK) === FRESH || (state & SOS) !== 0)
        return sendProblem(reply, {
          status: 409,
          title: 'Somebody may be there',
          detail: `The tag "${wanted.tag}" ${state & SOS ? 'calls for help' : 'is being heard now'}.`,
          mend: 'Only a tag that is silent and calls for no help can be taken out; answer the call first.',
        });
      const { id, name } = guard.account(request);
      const made: TagReturn = { ...wanted, at: clock(), by: name };
      const kept = await withStore(reply, async () => {
        await storeOf(request).returnTag(side.mine, id, made);
        return made;
      });
      if (!kept) return reply;
      side.returnTag(made.tag, made.at);
      return reply.code(201).send(made);
    },
  );
};
