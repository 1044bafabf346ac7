import type { FastifyInstance } from 'fastify';
import { PUBLIC } from '../accounts/access.ts';
import { apiDocument } from './api-document.ts';

/** GET /api/openapi.json: made when it is first asked for. */
export const addApiDocumentRoute = (server: FastifyInstance): void => {
  let text: string | null = null;
  server.get('/api/openapi.json', { config: PUBLIC }, (_request, reply) => {
    text ??= JSON.stringify(apiDocument(server.guarded));
    return reply.type('application/json').header('cache-control', 'no-cache').send(text);
  });
};
