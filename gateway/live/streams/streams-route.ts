import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { ofMine } from '../../accounts/access.ts';
import { containedFile } from '../../contained-file.ts';
import { sendProblem } from '../../problem.ts';

export interface StreamsRouteOptions {
  /** Holds one folder a camera with its HLS playlist and segments; it may be missing, then there is no stream. */
  readonly folder: string;
  /** The mine whose camera writes below this path: pictures of people are for those who see the mine. null: none's */
  readonly mineOf: (path: string) => string | null;
}

/** What an HLS stream is made of. Nothing else in the folder is served. */
const TYPES: Readonly<Record<string, string>> = {
  m3u8: 'application/vnd.apple.mpegurl',
  ts: 'video/mp2t',
  m4s: 'video/iso.segment',
  mp4: 'video/mp4',
  vtt: 'text/vtt; charset=utf-8',
};

/** Folders of safe names, then a file: nothing in it begins with a dot, so nothing climbs out or is hidden. */
const STREAM_PATH = /^(?:[A-Za-z0-9_-]{1,64}\/){1,4}[A-Za-z0-9_-]{1,64}\.([a-z0-9]{2,4})$/;

/**
 * GET /streams/{camera}/{file} (folders may be nested: /streams/{mine}/{camera}/{file}): HLS as an encoder writes it to
 * disk. Needs the reply.sendFile of @fastify/static, as the gateway's server has it.
 */
export const addStreamsRoute = (server: FastifyInstance, o: StreamsRouteOptions): void => {
  const folder = resolve(o.folder);
  const config = ofMine('read', (request) => o.mineOf((request.params as { '*': string })['*']));
  server.get<{ Params: { '*': string } }>('/streams/*', { config }, async (request, reply) => {
    const wanted = request.params['*'];
    const type = TYPES[STREAM_PATH.exec(wanted)?.[1] ?? ''];
    const file = type ? await containedFile(folder, wanted) : null;
    if (!type || file === null)
      return sendProblem(reply, {
        status: 404,
        title: 'No such stream',
        detail: `There is no stream file ${request.url.split('?')[0]}.`,
        mend: `Let the camera's encoder write its HLS playlist and segments into ${['streams', ...wanted.split('/').slice(0, -1)].join('/')} (docs/cameras.md).`,
      });
    // A live playlist is rewritten every few seconds; segments are small. Pictures stay out of shared caches.
    reply.header('cache-control', type === TYPES.m3u8 ? 'no-store' : 'private, no-cache').type(type);
    const root = realpathSync(folder);
    return reply.sendFile(relative(root, file).split(sep).join('/'), root, { cacheControl: false });
  });
};
