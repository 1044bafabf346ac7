import type { IncomingHttpHeaders } from 'node:http';
import { SESSION_LONGEST_MS } from './sessions.ts';

const SESSION = 'hyalite-session';

/** Cookies know no ports: two gateways on one machine must not take each other's away, so the port stands in the name. */
const nameFor = (host: string | undefined, name: string): string => {
  const port = /:(\d+)$/.exec(host ?? '')?.[1];
  return port === undefined ? name : `${name}-${port}`;
};

/** Value of a cookie as a request brings it; null: none. */
export const cookieOf = ({ host, cookie }: IncomingHttpHeaders, name: string): string | null => {
  const start = `${nameFor(host, name)}=`;
  for (const pair of cookie?.split(';') ?? []) {
    const text = pair.trim();
    if (text.startsWith(start)) return text.slice(start.length);
  }
  return null;
};

/** Set-Cookie value; `headers` are those of the request it answers. @param seconds 0: takes it away */
export const namedCookie = (
  { host, origin }: IncomingHttpHeaders,
  name: string,
  value: string,
  seconds: number,
  sameSite: 'Strict' | 'Lax',
): string => {
  // The browser says how it reached us, also where a proxy before us speaks TLS for us.
  const secure = origin?.startsWith('https:') ? '; Secure' : '';
  return `${nameFor(host, name)}=${value}; Path=/; HttpOnly; SameSite=${sameSite}; Max-Age=${seconds}${secure}`;
};

/** The session's token as a request brings it; null: none. */
export const tokenOf = (headers: IncomingHttpHeaders): string | null => cookieOf(headers, SESSION);

/** @param origin as the browser reaches us, where the request does not say it */
export const sessionCookie = (
  headers: IncomingHttpHeaders,
  token: string,
  origin: string | undefined = headers.origin,
): string =>
  namedCookie(
    { host: headers.host, ...(origin !== undefined && { origin }) },
    SESSION,
    token,
    SESSION_LONGEST_MS / 1000,
    'Strict',
  );

export const noCookie = (headers: IncomingHttpHeaders): string =>
  namedCookie(headers, SESSION, '', 0, 'Strict');
