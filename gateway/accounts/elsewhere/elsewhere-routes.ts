import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ElsewhereRefusal } from '../../../domain/contracts/session.ts';
import { PUBLIC } from '../access.ts';
import type { Accounts } from '../accounts.ts';
import { hashOf, isToken, newToken } from '../secrets.ts';
import { cookieOf, namedCookie, sessionCookie, tokenOf } from '../session-cookie.ts';
import { accountOfClaims } from './account-of-claims.ts';
import { BEGIN_PATH, CALLBACK_PATH } from './paths.ts';
import type { Errand, ProviderLink } from './provider-link.ts';

/** As long as somebody may take at the provider. */
const ERRAND_MS = 10 * 60_000;
const MOST_ERRANDS = 1_000;
const COOKIE = 'hyalite-errand';

/** Who is not let in comes back to the sign-in page of their link, which says why in their language. */
const refused = (why: ElsewhereRefusal, to = '/'): string => `${to}#refused=${why}`;

/** Somebody who is at the provider. */
interface Sent {
  readonly errand: Errand;
  readonly to: string;
  readonly until: number;
  /** Token of the session the browser had, to be ended: coming back from elsewhere it does not bring it along. */
  readonly before: string | null;
}

/** Back to a link of this app, and nowhere else. */
const pathWithin = (to: unknown): string =>
  typeof to === 'string' && /^\/(\?[^#\s]*)?$/.test(to) && to.length < 4_000 ? to : '/';

/**
 * Signing in with an OpenID Connect provider. The errand is bound to the browser by a cookie of its own, so that nobody can be
 * made to come back as somebody else.
 */
export const addElsewhereRoutes = (
  server: FastifyInstance,
  {
    accounts,
    link,
    clock,
  }: { readonly accounts: Accounts; readonly link: ProviderLink; readonly clock: () => number },
): void => {
  const errands = new Map<string, Sent>();
  // A navigation brings no Origin header: whether the line is TLS is known by the address the provider sends back to.
  const headersOf = ({ headers }: FastifyRequest) => ({ ...headers, origin: link.provider.address });

  server.get<{ Querystring: { to?: string } }>(BEGIN_PATH, { config: PUBLIC }, async (request, reply) => {
    let begun: Awaited<ReturnType<ProviderLink['begin']>>;
    try {
      begun = await link.begin();
    } catch (error) {
      request.log.error(error);
      return reply.redirect(refused('away', pathWithin(request.query.to)));
    }
    const key = newToken();
    const now = clock();
    for (const [old, { until }] of errands)
      if (until < now || errands.size >= MOST_ERRANDS) errands.delete(old);
    errands.set(hashOf(key).toString('base64'), {
      errand: begun.errand,
      to: pathWithin(request.query.to),
      until: now + ERRAND_MS,
      before: tokenOf(request.headers),
    });
    // Lax: it must come along when the provider sends the browser back.
    reply.header('set-cookie', namedCookie(headersOf(request), COOKIE, key, ERRAND_MS / 1000, 'Lax'));
    return reply.header('cache-control', 'no-store').redirect(begun.url.href);
  });

  server.get(CALLBACK_PATH, { config: PUBLIC }, async (request, reply) => {
    const key = cookieOf(request.headers, COOKIE);
    const hash = key !== null && isToken(key) ? hashOf(key).toString('base64') : '';
    const sent = errands.get(hash);
    errands.delete(hash);
    reply.header('cache-control', 'no-store');
    if (!sent || sent.until < clock()) return reply.redirect(refused('errand'));
    const query = request.url.slice(request.url.indexOf('?'));
    let came: Awaited<ReturnType<ProviderLink['finish']>>;
    try {
      came = await link.finish(query, sent.errand);
    } catch (error) {
      request.log.error(error);
      return reply.redirect(refused('broken', sent.to));
    }
    const account = accountOfClaims(link.provider, came.claims);
    if (typeof account === 'string') {
      request.log.error(`not let in: ${account}`);
      return reply.redirect(refused('no-role', sent.to));
    }
    const entered = await accounts.enterFrom(came.subject, account);
    if (entered === 'taken' || entered === 'disabled') return reply.redirect(refused(entered, sent.to));
    if (sent.before !== null) await accounts.sessions.close(sent.before);
    const token = await accounts.sessions.open(entered.id);
    const cookies = [
      sessionCookie(request.headers, token, link.provider.address),
      namedCookie(headersOf(request), COOKIE, '', 0, 'Lax'),
    ];
    return reply.header('set-cookie', cookies).redirect(sent.to);
  });
};
