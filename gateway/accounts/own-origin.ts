import type { IncomingHttpHeaders } from 'node:http';

/** A page under another name that an attacker pointed at this machine is of "the same origin" with itself, but not one of these. */
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Host of "name:port" or "[v6]:port". */
const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/** Where a request comes from, by its headers. */
export interface OwnOrigin {
  /** It names this gateway by a name it goes by, wherever the link to it stood. */
  isNamed(headers: IncomingHttpHeaders): boolean;
  /** As `isNamed`, and no page of another origin made it. */
  reaches(headers: IncomingHttpHeaders): boolean;
  /** As `reaches`, and a page of this origin made it: what a WebSocket or a change must. */
  isOwnPage(headers: IncomingHttpHeaders): boolean;
}

/** @param hostNames names besides loopback under which people reach this gateway, without port */
export const createOwnOrigin = (hostNames: readonly string[] = []): OwnOrigin => {
  const ours = new Set([...LOOPBACK_NAMES, ...hostNames.map((one) => one.toLowerCase())]);
  const isNamed = ({ host }: IncomingHttpHeaders): boolean => host !== undefined && ours.has(hostName(host));
  const reaches = (headers: IncomingHttpHeaders): boolean => {
    const site = headers['sec-fetch-site'];
    // "same-site" is another port of this machine, too.
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
    return isNamed(headers);
  };
  return {
    isNamed,
    reaches,
    isOwnPage: (headers) => {
      const { origin, host } = headers;
      const isOwn = origin === `http://${host}` || origin === `https://${host}`;
      return isOwn && reaches(headers);
    },
  };
};
