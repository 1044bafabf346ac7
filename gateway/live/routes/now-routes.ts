import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { topicId } from '../../../domain/contracts/live/topic.ts';
import { sendProblem } from '../../problem.ts';
import { checked, withStore } from './checked.ts';
import type { MineRequest, RouteContext } from './live-routes.ts';

const MOST_REJECTS = 200;

/** What is true now, besides what comes over the socket: set-up, one tag, who is underground, how intake does. */
export const addNowRoutes = (scope: FastifyInstance, { live, sideOf }: RouteContext): void => {
  scope.get<MineRequest>('/api/mines/:mine/live', (request, reply) => {
    const side = sideOf(request, reply);
    return side ? reply.send(side.live.setup) : reply;
  });

  scope.get<MineRequest>('/api/mines/:mine/roster', (request, reply) => {
    const side = sideOf(request, reply);
    if (!side) return reply;
    const { synthetic, roster, spots } = side.picture;
    return reply.send({ synthetic, entities: roster, spots });
  });

  scope.get<MineRequest>('/api/mines/:mine/entity', (request, reply) => {
    const side = sideOf(request, reply);
    const query = side && checked(z.strictObject({ tag: topicId }), request.query, reply, 'Ask as ?tag=ID.');
    if (!side || !query) return reply;
    const detail = side.picture.detail(query.tag);
    if (detail) return reply.send(detail);
    return sendProblem(reply, {
      status: 404,
      title: 'No such tag',
      detail: `The tag "${query.tag}" is registered for nobody and was never heard.`,
      mend: 'GET …/roster lists the tags.',
    });
  });

  scope.get<MineRequest>('/api/mines/:mine/underground', (request, reply) => {
    const side = sideOf(request, reply);
    return side ? reply.send({ entered: side.picture.underground() }) : reply;
  });

  scope.get<MineRequest>('/api/mines/:mine/intake', async (request, reply) => {
    const side = sideOf(request, reply);
    if (!side) return reply;
    const newest = await withStore(reply, () => live.store.rejects(side.mine, MOST_REJECTS));
    if (!newest) return reply;
    return reply.send({
      gateways: live.intake.gatewayStates(side.mine),
      rejected: live.intake.rejected(side.mine),
      rejectedElsewhere: live.intake.rejected(null),
      notShown: side.picture.notShown,
      rules: side.alarms.ruleStates(),
      alarms: side.alarms.health(),
      newest: newest.map(({ head, ...rest }) => ({ ...rest, head: Buffer.from(head).toString('utf8') })),
    });
  });
};
