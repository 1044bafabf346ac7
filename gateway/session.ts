import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * The one local session: whoever got the app from this gateway may ask for live data, a page of another origin may not.
 * It tells no person from another; accounts do that.
 */
export interface Session {
  /** Set-Cookie value, sent with the app's page. */
  readonly setCookie: string;
  /** The request names this gateway by a name it goes by, and carries the session's cookie. */
  admits(headers: IncomingHttpHeaders): boolean;
  /** As `admits`, and it comes from a page of this origin: what a WebSocket or a change must. */
  admitsOwnPage(headers: IncomingHttpHeaders): boolean;
}

/** A page under another name that an attacker pointed at this machine is of "the same origin" with itself, but not one of these. */
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const SECRET_BYTES = 32;

/** Host of "name:port" or "[v6]:port". */
const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

const isSecret = (text: string): boolean => Buffer.from(text, 'base64url').length === SECRET_BYTES;

/** Kept in a file that only the gateway's user reads, so that pages that are open outlive a restart. */
const keptSecret = (file: string): string => {
  try {
    const kept = readFileSync(file, 'utf8').trim();
    if (isSecret(kept)) return kept;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
};

/**
 * @param o.file where the secret is kept between starts; without it every start makes a new one
 * @param o.hostNames names besides loopback under which people reach this gateway, without port
 */
export const createSession = (
  o: { readonly file?: string; readonly hostNames?: readonly string[] } = {},
): Session => {
  const secret = o.file ? keptSecret(o.file) : randomBytes(SECRET_BYTES).toString('base64url');
  // Cookies know no ports: two gateways on one machine must not take each other's away.
  const name = `hyalite-${createHash('sha256').update(secret).digest('hex').slice(0, 8)}`;
  const ours = new Set([...LOOPBACK_NAMES, ...(o.hostNames ?? []).map((one) => one.toLowerCase())]);
  const pair = `${name}=${secret}`;
  const wanted = Buffer.from(pair);
  const admits = ({ host, cookie }: IncomingHttpHeaders): boolean => {
    if (!host || !cookie || !ours.has(hostName(host))) return false;
    return cookie.split(';').some((pair) => {
      const given = Buffer.from(pair.trim());
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    });
  };
  return {
    setCookie: `${pair}; Path=/; HttpOnly; SameSite=Strict`,
    admits,
    admitsOwnPage: (headers) => {
      const { origin, host } = headers;
      const isOwn = origin === `http://${host}` || origin === `https://${host}`;
      return isOwn && admits(headers);
    },
  };
};
