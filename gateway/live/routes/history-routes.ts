import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { EntityFrame } from '../../../domain/contracts/live/entity.ts';
import { encodeDelta, encodeKeyframe } from '../../../domain/contracts/live/frame-codec.ts';
import { type PictureRoster, pictureLength } from '../../../domain/contracts/live/history.ts';
import { METRICS } from '../../../domain/contracts/live/messages.ts';
import { topicId } from '../../../domain/contracts/live/topic.ts';
import type { Reading } from '../../../domain/contracts/live/viewer.ts';
import { READING_CURRENT_MINUTES } from '../../../domain/rules/mine-situation.ts';
import { ofMine } from '../../accounts/access.ts';
import { sendProblem } from '../../problem.ts';
import type { MineSide } from '../mine-side.ts';
import type { MineStore } from '../store/mine-store.ts';
import { checked, moment, withStore } from './checked.ts';
import type { MineRequest, RouteContext } from './live-routes.ts';

const DAY_MS = 86_400_000;
const MOST_PICTURES = 600;
const MOST_PICTURE_BYTES = 32 * 1024 * 1024;
const LONGEST_TRACK_MS = 2 * DAY_MS;
/** A reading a second for two days. */
const LONGEST_READINGS_MS = 2 * DAY_MS;

const inOrder = <T extends { readonly from: number; readonly to: number }>(o: T): boolean => o.from <= o.to;
const ORDER = { error: '"from" must not be after "to"', path: ['from'] };

export const picturesQuery = z
  .strictObject({ from: moment, to: moment, step: z.coerce.number().int().min(100).max(DAY_MS) })
  .refine(inOrder, ORDER)
  .refine(({ from, to, step }) => (to - from) / step < MOST_PICTURES, {
    error: `more than ${MOST_PICTURES} pictures`,
    path: ['step'],
  });
export const trackQuery = z
  .strictObject({ tag: topicId, from: moment, to: moment })
  .refine(inOrder, ORDER)
  .refine(({ from, to }) => to - from <= LONGEST_TRACK_MS, { error: 'more than two days', path: ['from'] });
export const readingsQuery = z.union([
  z.strictObject({ at: moment }),
  z
    .strictObject({
      device: topicId,
      metric: z.string().regex(/^[a-z]+\.[A-Za-z0-9-]+$/, 'kind.metric, e.g. water.level'),
      from: moment,
      to: moment,
    })
    .refine(inOrder, ORDER)
    .refine(({ from, to }) => to - from <= LONGEST_READINGS_MS, {
      error: 'more than two days: …/trend gives longer times as means',
      path: ['from'],
    }),
]);

/** Roster first, then frames; null: longer than MOST_PICTURE_BYTES. */
const picturesAnswer = async (
  side: MineSide,
  store: MineStore,
  { from, to, step }: z.output<typeof picturesQuery>,
): Promise<Buffer | null> => {
  const past = side.pastPictures();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  let synthetic = side.live.manifest.provenance === 'synthetic';
  let before: EntityFrame | null = null;
  for await (const kept of store.pictures(side.mine, from, to, step)) {
    const frame = past.frame(kept);
    const part = before ? encodeDelta(before, frame) : encodeKeyframe(frame);
    before = frame;
    synthetic ||= frame.synthetic;
    parts.push(part);
    bytes += part.byteLength;
    if (bytes > MOST_PICTURE_BYTES) return null;
  }
  const roster: PictureRoster = {
    synthetic,
    entities: [...past.occurred],
    spots: [...side.picture.spots],
  };
  const head = new TextEncoder().encode(JSON.stringify(roster));
  return Buffer.concat([head, ...parts].flatMap((part) => [pictureLength(part.byteLength), part]));
};

/** The latest of every metric of every device at a moment, as far back as a reading counts as current. */
const readingsAt = async (side: MineSide, store: MineStore, at: number): Promise<Reading[]> => {
  const from = at - READING_CURRENT_MINUTES * 60_000;
  const known = new Set(side.picture.readings().map(({ device, metric }) => `${device} ${metric}`));
  for (const { id, kind } of side.live.setup.devices)
    for (const metric of Object.keys(METRICS[kind as keyof typeof METRICS] ?? {}))
      known.add(`${id} ${kind}.${metric}`);
  const asked = [...known].map(async (key) => {
    const [device, metric] = key.split(' ') as [string, string];
    return (await store.readings(side.mine, device, metric, from, at)).at(-1);
  });
  return (await Promise.all(asked)).filter((one) => one !== undefined);
};

/** The kept past: domain/contracts/live/history.ts says what each answers. */
export const addHistoryRoutes = (scope: FastifyInstance, { sideOf, storeOf }: RouteContext): void => {
  scope.get<MineRequest>('/api/mines/:mine/history', { config: ofMine('read') }, async (request, reply) => {
    const side = sideOf(request, reply);
    if (!side) return reply;
    const span = await withStore(reply, async () => ({
      span: await storeOf(request).span(side.mine),
      gaps: await storeOf(request).gaps(side.mine),
    }));
    return span ? reply.send(span) : reply;
  });

  scope.get<MineRequest>(
    '/api/mines/:mine/history/pictures',
    { config: ofMine('read') },
    async (request, reply) => {
      const side = sideOf(request, reply);
      const mend = `Ask as ?from=MS&to=MS&step=MS for at most ${MOST_PICTURES} pictures.`;
      const query = side && checked(picturesQuery, request.query, reply, mend);
      if (!side || !query) return reply;
      const answer = await withStore(reply, async () => ({
        bytes: await picturesAnswer(side, storeOf(request), query),
      }));
      if (!answer) return reply;
      if (answer.bytes) return reply.type('application/octet-stream').send(answer.bytes);
      return sendProblem(reply, {
        status: 413,
        title: 'Too much at once',
        detail: `The pictures asked for are longer than ${MOST_PICTURE_BYTES / 2 ** 20} MiB.`,
        mend: 'Ask for a shorter time or a longer step.',
      });
    },
  );

  scope.get<MineRequest>('/api/mines/:mine/track', { config: ofMine('read') }, async (request, reply) => {
    const side = sideOf(request, reply);
    const query = side && checked(trackQuery, request.query, reply, 'Ask as ?tag=ID&from=MS&to=MS.');
    if (!side || !query) return reply;
    const { tag, from, to } = query;
    const track = await withStore(reply, () => storeOf(request).track(side.mine, tag, from, to));
    return track ? reply.send({ tag, time: [...track.time], position: [...track.position] }) : reply;
  });

  scope.get<MineRequest>('/api/mines/:mine/readings', { config: ofMine('read') }, async (request, reply) => {
    const side = sideOf(request, reply);
    const mend = 'Ask as ?at=MS, or as ?device=ID&metric=kind.metric&from=MS&to=MS.';
    const query = side && checked(readingsQuery, request.query, reply, mend);
    if (!side || !query) return reply;
    const readings = await withStore(reply, () =>
      'at' in query
        ? readingsAt(side, storeOf(request), query.at)
        : storeOf(request).readings(side.mine, query.device, query.metric, query.from, query.to),
    );
    return readings ? reply.send({ readings }) : reply;
  });
};
