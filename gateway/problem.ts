import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyServerOptions } from 'fastify';

/** An error as RFC 9457 problem+json: what went wrong, and how to mend it. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly mend: string;
}

const jsonOf = (problem: Problem): string => JSON.stringify({ type: 'about:blank', ...problem });

export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(jsonOf(problem));

const NOT_HTTP: Problem = {
  status: 400,
  title: 'Bad request',
  detail: 'It is no request in HTTP/1.1, or came too slowly.',
  mend: 'Send it anew; what stands between may have broken it.',
};
const HEADERS_TOO_LARGE: Problem = {
  status: 431,
  title: 'Headers too large',
  detail: 'The headers of the request are longer than 16 KiB together.',
  mend: 'Send fewer cookies or shorter headers.',
};

/** What no route is asked of, for the request cannot be read: options of the server. */
export const UNREADABLE: Pick<FastifyServerOptions, 'frameworkErrors' | 'clientErrorHandler'> = {
  frameworkErrors: (error, _request, reply) =>
    sendProblem(reply as FastifyReply, {
      status: error.statusCode ?? 400,
      title: 'Bad request',
      detail: error.message,
      mend: 'Mend the address: a % stands before two hexadecimal digits of UTF-8.',
    }),
  clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const problem = error.code === 'HPE_HEADER_OVERFLOW' ? HEADERS_TOO_LARGE : NOT_HTTP;
    const body = jsonOf(problem);
    socket.end(
      `HTTP/1.1 ${problem.status} ${problem.title}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  },
};

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
