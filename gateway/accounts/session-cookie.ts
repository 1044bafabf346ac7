import type { IncomingHttpHeaders } from 'node:http';
import { SESSION_LONGEST_MS } from './sessions.ts';

/** Cookies know no ports: two gateways on one machine must not take each other's away, so the port stands in the name. */
const nameFor = (host: string | undefined): string => {
  const port = /:(\d+)$/.exec(host ?? '')?.[1];
  return port === undefined ? 'hyalite-session' : `hyalite-session-${port}`;
};

/** The session's token as a request brings it; null: none. */
export const tokenOf = ({ host, cookie }: IncomingHttpHeaders): string | null => {
  const name = `${nameFor(host)}=`;
  for (const pair of cookie?.split(';') ?? []) {
    const text = pair.trim();
    if (text.startsWith(name)) return text.slice(name.length);
  }
  return null;
};

const cookie = ({ host, origin }: IncomingHttpHeaders, value: string, seconds: number): string => {
  // The browser says how it reached us, also where a proxy before us speaks TLS for us.
  const secure = origin?.startsWith('https:') ? '; Secure' : '';
  return `${nameFor(host)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`;
};

/** Set-Cookie value; `headers` are those of the request it answers. */
export const sessionCookie = (headers: IncomingHttpHeaders, token: string): string =>
  cookie(headers, token, SESSION_LONGEST_MS / 1000);

export const noCookie = (headers: IncomingHttpHeaders): string => cookie(headers, '', 0);
