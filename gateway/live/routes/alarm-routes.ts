import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { acknowledgeSchema } from '../../../domain/contracts/live/alarm.ts';
import { ofMine } from '../../accounts/access.ts';
import { sendProblem } from '../../problem.ts';
import { checked, moment, withStore } from './checked.ts';
import type { MineRequest, RouteContext } from './live-routes.ts';

const MOST_ALARMS = 5_000;
const KEPT_WITHIN_MS = 2_000;

export const alarmsQuery = z
  .strictObject({ from: moment.optional(), to: moment.optional(), open: z.stringbool().optional() })
  .refine(({ from = 0, to = Number.POSITIVE_INFINITY }) => from <= to, {
    error: '"from" must not be after "to"',
    path: ['from'],
  });

/** Alarms of the past and the answer to one. */
export const addAlarmRoutes = (scope: FastifyInstance, { guard, sideOf, storeOf }: RouteContext): void => {
  scope.get<MineRequest>('/api/mines/:mine/alarms', { config: ofMine('read') }, async (request, reply) => {
    const side = sideOf(request, reply);
    const query = side && checked(alarmsQuery, request.query, reply, 'Ask as ?from=MS&to=MS&open=true.');
    if (!side || !query) return reply;
    const alarms = await withStore(reply, () =>
      storeOf(request).alarms({ mine: side.mine, ...query, limit: MOST_ALARMS + 1 }),
    );
    if (!alarms) return reply;
    return reply.send({ alarms: alarms.slice(0, MOST_ALARMS), more: alarms.length > MOST_ALARMS });
  });

  scope.post<{ Params: MineRequest['Params'] & { id: string } }>(
    '/api/mines/:mine/alarms/:id/acknowledge',
    { config: ofMine('acknowledge-alarm') },
    async (request, reply) => {
      const side = sideOf(request, reply);
      const mend = 'Send {"by": "name", "note": "text"} as JSON.';
      const answer = side && checked(acknowledgeSchema, request.body, reply, mend);
      if (!side || !answer) return reply;
      const result = side.alarms.acknowledge(request.params.id, {
        ...answer,
        by: guard.account(request).name,
      });
      if (result.outcome === 'unknown')
        return sendProblem(reply, {
          status: 404,
          title: 'No such alarm',
          detail: `No open alarm of this mine has the id "${request.params.id}".`,
          mend: 'GET …/alarms?open=true lists those that want an answer.',
        });
      if (result.outcome === 'notes-full')
        return sendProblem(reply, {
          status: 409,
          title: 'No room for another note',
          detail: 'The notes of this alarm are as long as they may be; the first answer stands.',
          mend: 'Write what else is to be said elsewhere, with the id of the alarm.',
        });
      // Not kept yet is still answered: it is written as soon as the store is back, and everyone sees it now.
      await Promise.race([result.kept.catch(() => {}), setTimeout(KEPT_WITHIN_MS, null, { ref: false })]);
      return reply.send(result.alarm);
    },
  );
};
