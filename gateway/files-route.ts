import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccessConfig } from './accounts/access.ts';
import { containedFile } from './contained-file.ts';
import { sendProblem } from './problem.ts';

/** How long a browser may keep a file without asking again. */
export type Freshness = 'immutable' | 'revalidate';

const CACHE_CONTROL: Readonly<Record<Freshness, string>> = {
  // Built assets carry their content hash in the name.
  immutable: 'public, max-age=31536000, immutable',
  revalidate: 'no-cache',
};

/**
 * Serves the files under `root` at `prefix`/*. Dot files are never served: half-built bundles live behind a dot.
 * Range, ETag, If-Range and precompressed variants come from @fastify/static's `sendFile`.
 */
export const addFilesRoute = (
  server: FastifyInstance,
  o: {
    prefix: string;
    root: string;
    config: AccessConfig;
    freshness: (path: string) => Freshness;
    missing: string;
  },
): void => {
  const answer = async (request: FastifyRequest<{ Params: { '*': string } }>, reply: FastifyReply) => {
    const wanted = request.params['*'];
    // What climbs would be judged by the folder it begins with, not by the one it ends in.
    const hidden = wanted.includes('\\') || wanted.split('/').some((part) => part.startsWith('.'));
    const file = hidden ? null : await containedFile(o.root, wanted);
    if (file === null)
      return sendProblem(reply, {
        status: 404,
        title: 'No such file',
        detail: `There is no file ${request.url.split('?')[0]}.`,
        mend: o.missing,
      });
    reply.header('cache-control', CACHE_CONTROL[o.freshness(wanted)]);
    if (file.endsWith('.glb')) reply.type('model/gltf-binary');
    const root = realpathSync(o.root);
    return reply.sendFile(relative(root, file).split(sep).join('/'), root);
  };
  server.get<{ Params: { '*': string } }>(`${o.prefix}/*`, { config: o.config }, answer);
};
