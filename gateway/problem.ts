import type { FastifyInstance, FastifyReply } from 'fastify';

/** An error as RFC 9457 problem+json: what went wrong, and how to mend it. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly mend: string;
}

export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', ...problem }));

/** Every error of the server, the unexpected included, leaves it as problem+json; inner messages stay in the log. */
export const answerWithProblems = (server: FastifyInstance): void => {
  server.setNotFoundHandler((request, reply) =>
    sendProblem(reply, {
      status: 404,
      title: 'Not found',
      detail: `There is nothing at ${request.url.split('?')[0]}.`,
      mend: 'Check the address; GET /api/mines lists the mines that are served.',
    }),
  );
  server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    return sendProblem(reply, {
      status,
      title: status >= 500 ? 'The server failed' : 'Bad request',
      detail: status >= 500 ? 'An unexpected error; the server log has it.' : error.message,
      mend:
        status >= 500
          ? 'Try again; if it stays, send the server log to whoever runs it.'
          : 'Mend the request.',
    });
  });
};
