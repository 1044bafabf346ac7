import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Account } from '../../../domain/contracts/account.ts';
import type { Guard } from '../../accounts/guard.ts';
import type { MineFeed } from './mine-feed.ts';
import { createViewer, type Viewer } from './viewer.ts';

export const LIVE_SOCKET_PATH = '/api/live';
/** The longest request, a subscription, is under 200 bytes. */
const MOST_REQUEST_BYTES = 4 * 1024;
const MOST_VIEWERS = 1_000;
/** Of one account, so that one page gone wild does not lock out the dispatchers. */
export const MOST_OF_AN_ACCOUNT = 250;

/** What of the guard a socket needs. */
export type ViewerGuard = Pick<Guard, 'watcher' | 'sees'>;

/** All who watch. */
export interface Viewers {
  /** Takes the WebSocket upgrades of an HTTP server. */
  attach(server: Server, guard: ViewerGuard): void;
  /** Beats between two frames that somebody watches this mine at. */
  watched(mine: string): ReadonlySet<number>;
  /** Sends each viewer what it lacks, ms. */
  beat(now: number): void;
  readonly count: number;
  /** What waits in all their sockets. */
  readonly waitingBytes: number;
  close(): void;
}

const STATUS = { 401: 'Unauthorized', 404: 'Not Found', 503: 'Service Unavailable' } as const;

const refuse = (socket: Duplex, status: keyof typeof STATUS, detail: string): void => {
  const body = JSON.stringify({ type: 'about:blank', status, title: STATUS[status], detail });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS[status]}\r\nConnection: close\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
};

export const createViewers = (o: {
  readonly feed: (mine: string) => MineFeed | null;
  readonly hasBundle: (mine: string) => boolean;
  readonly clock: () => number;
}): Viewers => {
  // Compression was measured at 19–44 % of a core against 1.3 % without, and later pictures.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_REQUEST_BYTES,
    perMessageDeflate: false,
    clientTracking: false,
  });
  const viewers = new Set<Viewer>();
  const open = new Set<Pick<WebSocket, 'terminate' | 'bufferedAmount'>>();
  /** Account → sockets. */
  const ofAccount = new Map<string, number>();
  const detached: (() => void)[] = [];

  const upgrade = async (
    guard: ViewerGuard,
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): Promise<void> => {
    socket.on('error', () => {});
    if (request.url?.split('?')[0] !== LIVE_SOCKET_PATH) return refuse(socket, 404, 'No socket is here.');
    const { headers } = request;
    let account: Account | null;
    try {
      account = await guard.watcher(headers);
    } catch {
      return refuse(socket, 503, 'The database does not answer: whether this session holds cannot be told.');
    }
    if (!account)
      return refuse(socket, 401, 'Sign in first: a socket needs a session and a page of this origin.');
    if (viewers.size >= MOST_VIEWERS) return refuse(socket, 503, `${MOST_VIEWERS} viewers watch already.`);
    if ((ofAccount.get(account.id) ?? 0) >= MOST_OF_AN_ACCOUNT)
      return refuse(socket, 503, `${MOST_OF_AN_ACCOUNT} pages of this account watch already: close some.`);
    if (socket.destroyed) return;
    admit(guard, account, request, socket, head);
  };
  const admit = (
    guard: ViewerGuard,
    account: Account,
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): void => {
    sockets.handleUpgrade(request, socket, head, (ws) => {
      const viewer = createViewer({
        socket: ws,
        connection: socket,
        sees: (mine) => guard.sees(account, mine),
        // Without the database nobody can be signed out, and whoever looks on goes on looking.
        stillSignedIn: () =>
          guard.watcher(request.headers).then(
            (now) => now !== null,
            () => true,
          ),
        feed: o.feed,
        hasBundle: o.hasBundle,
        clock: o.clock,
      });
      viewers.add(viewer);
      open.add(ws);
      ofAccount.set(account.id, (ofAccount.get(account.id) ?? 0) + 1);
      ws.once('close', () => {
        viewers.delete(viewer);
        const left = ofAccount.get(account.id)! - 1;
        if (left > 0) ofAccount.set(account.id, left);
        else ofAccount.delete(account.id);
        open.delete(ws);
      });
    });
  };

  return {
    attach: (server, guard) => {
      const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
        void upgrade(guard, request, socket, head);
      server.on('upgrade', onUpgrade);
      detached.push(() => server.off('upgrade', onUpgrade));
    },
    watched: (mine) => {
      const beats = new Set<number>();
      for (const viewer of viewers) {
        const one = viewer.watched.get(mine);
        if (one !== undefined) beats.add(one);
      }
      return beats;
    },
    beat: (now) => {
      for (const viewer of viewers) viewer.beat(now);
    },
    get count() {
      return viewers.size;
    },
    get waitingBytes() {
      let bytes = 0;
      for (const socket of open) bytes += socket.bufferedAmount;
      return bytes;
    },
    close: () => {
      for (const detach of detached.splice(0)) detach();
      for (const socket of open) socket.terminate();
      sockets.close();
    },
  };
};
