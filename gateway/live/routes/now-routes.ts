import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { EntityDetail } from '../../../domain/contracts/live/entity-detail.ts';
import { topicId } from '../../../domain/contracts/live/topic.ts';
import { ofMine } from '../../accounts/access.ts';
import { sendProblem } from '../../problem.ts';
import type { HeardPosition } from '../ports.ts';
import { checked, moment, withStore } from './checked.ts';
import type { MineRequest, RouteContext } from './live-routes.ts';

const MOST_REJECTS = 200;

export const entityQuery = z.strictObject({ tag: topicId, at: moment.optional() });

/** Of the past only how a position came in is kept (docs/life-of-a-position.md). */
const pastDetail = (tag: string, heard: HeardPosition | null): EntityDetail => ({
  ...{ tag, at: null, gateway: null, receivedAt: null, skewMs: null },
  ...heard,
  ...{ reader: null, accuracy: null, battery: null, enteredAt: null },
});

/** What is true now, besides what comes over the socket: set-up, one tag, who is underground, how intake does. */
export const addNowRoutes = (
  scope: FastifyInstance,
  { live, guard, sideOf, storeOf }: RouteContext,
): void => {
  scope.get<MineRequest>('/api/mines/:mine/live', { config: ofMine('read') }, (request, reply) => {
    const side = sideOf(request, reply);
    return side ? reply.send(side.live.setup) : reply;
  });

  scope.get<MineRequest>('/api/mines/:mine/roster', { config: ofMine('read') }, (request, reply) => {
    const side = sideOf(request, reply);
    if (!side) return reply;
    const { synthetic, roster, spots } = side.picture;
    return reply.send({ synthetic, entities: roster, spots });
  });

  scope.get<MineRequest>('/api/mines/:mine/entity', { config: ofMine('read') }, async (request, reply) => {
    const side = sideOf(request, reply);
    const query = side && checked(entityQuery, request.query, reply, 'Ask as ?tag=ID, of a moment &at=MS.');
    if (!side || !query) return reply;
    const { tag, at } = query;
    const answer =
      at === undefined
        ? { detail: side.picture.detail(tag) }
        : await withStore(reply, async () => ({
            detail: pastDetail(tag, await storeOf(request).heardAt(side.mine, tag, at)),
          }));
    if (!answer) return reply;
    if (answer.detail) return reply.send(answer.detail);
    return sendProblem(reply, {
      status: 404,
      title: 'No such tag',
      detail: `The tag "${tag}" is registered for nobody and was never heard.`,
      mend: 'GET …/roster lists the tags.',
    });
  });

  scope.get<MineRequest>('/api/mines/:mine/underground', { config: ofMine('read') }, (request, reply) => {
    const side = sideOf(request, reply);
    return side ? reply.send({ entered: side.picture.underground() }) : reply;
  });

  scope.get<MineRequest>('/api/mines/:mine/rules', { config: ofMine('read') }, (request, reply) => {
    const side = sideOf(request, reply);
    return side ? reply.send(side.alarms.ruleList()) : reply;
  });

  scope.get<MineRequest>('/api/mines/:mine/intake', { config: ofMine('read') }, async (request, reply) => {
    const side = sideOf(request, reply);
    if (!side) return reply;
    const newest = await withStore(reply, () => storeOf(request).rejects(side.mine, MOST_REJECTS));
    if (!newest) return reply;
    return reply.send({
      gateways: live.intake.gatewayStates(side.mine),
      rejected: live.intake.rejected(side.mine),
      // Messages of no mine that is known here are no mine's business.
      ...(guard.account(request).role === 'administrator' && {
        rejectedElsewhere: live.intake.rejected(null),
      }),
      notShown: side.picture.notShown,
      rules: side.alarms.ruleStates(),
      alarms: side.alarms.health(),
      newest: newest.map(({ head, ...rest }) => ({ ...rest, head: Buffer.from(head).toString('utf8') })),
    });
  });
};
