import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { checked, withStore } from './checked.ts';
import type { MineRequest, RouteContext } from './live-routes.ts';

const by = z.string().trim().min(1).max(80);
const holdSchema = z
  .strictObject({
    from: z.int().min(0),
    to: z.int().min(0).nullable().describe('null: until it is released'),
    by,
    reason: z.string().trim().min(1).max(2_000),
  })
  .refine(({ from, to }) => to === null || from <= to, {
    error: '"from" must not be after "to"',
    path: ['from'],
  });
const releaseSchema = z.strictObject({ by });

/** Incident holds: nothing between two moments is thrown away while the hold stands. */
export const addHoldRoutes = (scope: FastifyInstance, { live, sideOf }: RouteContext): void => {
  scope.post<MineRequest>('/api/mines/:mine/holds', async (request, reply) => {
    const side = sideOf(request, reply);
    const mend = 'Send {"from": MS, "to": MS or null, "by": "name", "reason": "text"} as JSON.';
    const hold = side && checked(holdSchema, request.body, reply, mend);
    if (!side || !hold) return reply;
    const id = await withStore(reply, () => live.store.hold(side.mine, hold));
    return id ? reply.code(201).send({ id }) : reply;
  });

  scope.delete<{ Params: MineRequest['Params'] & { id: string } }>(
    '/api/mines/:mine/holds/:id',
    async (request, reply) => {
      const side = sideOf(request, reply);
      const answer = side && checked(releaseSchema, request.body, reply, 'Send {"by": "name"} as JSON.');
      if (!side || !answer) return reply;
      const id = checked(z.uuid(), request.params.id, reply, 'The id is what POST …/holds answered.');
      if (!id) return reply;
      const released = await withStore(reply, async () => {
        await live.store.releaseHold(id, answer.by);
        return true;
      });
      return released ? reply.code(204).send() : reply;
    },
  );
};
