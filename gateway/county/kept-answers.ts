import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createKept } from './kept.ts';

interface Answer {
  readonly etag: string;
  readonly plain: Buffer;
  /** null: too small to be worth it. */
  readonly packed: Buffer | null;
}

export interface KeptAnswers {
  /**
   * Sends what `make` gives, made and packed once for all who see the same. @param key of what is sent and of who sees it; a reader of
   * another scope is never sent it, and has another ETag, so no browser shows one reader what it kept of another
   */
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    o: { readonly key: string; readonly type: string; readonly make: () => Uint8Array | string },
  ): FastifyReply;
  /** As `send`, of what takes a while: who asks meanwhile waits for the same. */
  sendLater(
    request: FastifyRequest,
    reply: FastifyReply,
    o: { readonly key: string; readonly type: string; readonly make: () => Promise<string> },
  ): Promise<FastifyReply>;
}

const WORTH_PACKING = 1024;

export const JSON_TYPE = 'application/json; charset=utf-8';
export const TILE_TYPE = 'application/vnd.mapbox-vector-tile';

const accepts = ({ headers }: FastifyRequest, coding: string): boolean =>
  String(headers['accept-encoding'] ?? '')
    .split(',')
    .some((one) => {
      const [name, ...rest] = one.trim().split(';');
      return name === coding && !rest.some((part) => /^\s*q=0(?:\.0*)?\s*$/.test(part));
    });

/** @param most answers kept, the last used ones */
export const createKeptAnswers = (most: number): KeptAnswers => {
  const kept = createKept<Answer>(most);
  const making = new Map<string, Promise<string>>();
  const send: KeptAnswers['send'] = (request, reply, { key, type, make }) => {
    const { etag, plain, packed } = kept.get(key, () => {
      const body = Buffer.from(make());
      const hash = createHash('sha256').update(key).update('\0').update(body).digest('base64url');
      return {
        etag: `W/"${hash.slice(0, 27)}"`,
        plain: body,
        packed: body.length >= WORTH_PACKING ? gzipSync(body, { level: 5 }) : null,
      };
    });
    reply
      .header('etag', etag)
      .header('cache-control', 'private, no-cache')
      .header('vary', 'cookie, accept-encoding');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    if (plain.length === 0) return reply.code(204).send();
    reply.type(type);
    if (packed === null || !accepts(request, 'gzip')) return reply.send(plain);
    return reply.header('content-encoding', 'gzip').send(packed);
  };
  return {
    send,
    sendLater: async (request, reply, { key, type, make }) => {
      // At once, or it might be pushed out while one waits.
      if (kept.has(key)) return send(request, reply, { key, type, make: () => '' });
      const made = making.get(key) ?? make();
      making.set(key, made);
      try {
        const text = await made;
        return send(request, reply, { key, type, make: () => text });
      } finally {
        if (making.get(key) === made) making.delete(key);
      }
    },
  };
};
