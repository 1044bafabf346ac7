import type { Writable } from 'node:stream';
import { WebSocket } from 'ws';
import {
  VIEWER_SIGNED_OUT,
  type ViewerRequest,
  viewerRequestSchema,
} from '../../../domain/contracts/live/viewer.ts';
import { beatsFor } from './frame-stream.ts';
import { asBytes, FLOW_EVERY_MS, type MineFeed } from './mine-feed.ts';

/** What may wait in a viewer's socket before it is left out: half a megabyte is a dozen keyframes of a large mine. */
export const MOST_BUFFERED_BYTES = 512 * 1024;
const MOST_CORKED_BYTES = 32 * 1024;
/** Nothing taken for so long and the line is cut: it would hold its memory for ever. */
export const STUCK_MS = 20_000;
export const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 20_000;
/** A viewer says a few words when it comes and goes; more is no viewer. */
const MOST_REQUESTS_A_SECOND = 20;
const MOST_SUBSCRIPTIONS = 64;
/** A new roster is long; while strangers keep coming it is not sent with each. */
const ROSTER_EVERY_MS = 3_000;

/** Codes of RFC 6455, 7.4.1, and one of our own. */
const CLOSE = { policy: 1008, wrongData: 1007, signedOut: VIEWER_SIGNED_OUT } as const;

interface Subscription {
  readonly feed: MineFeed;
  readonly beats: number;
  /** Of the last frame sent; −1: none, so the next is a keyframe. */
  tick: number;
  rosterRevision: number;
  rosterSynthetic: boolean | null;
  rosterAt: number;
  readingsRevision: number;
  flowAt: number;
  /** Of the last alarm change the viewer has; undefined: it has none, and gets everything open first. */
  alarmCursor: number | undefined;
  alarmRevision: number;
}

/**
 * One WebSocket. Nothing is queued for it: at each beat it is looked at what it has and what there is, so a slow viewer
 * skips what is past by the time it can take more, and what waits for it is never more than the limit and one message.
 */
export interface Viewer {
  /** Mines it watches, with its beats between two frames. */
  readonly watched: ReadonlyMap<string, number>;
  /** @param now ms */
  beat(now: number): void;
  readonly closed: boolean;
}

export interface ViewerOptions {
  readonly socket: WebSocket;
  /** The connection under `socket`. */
  readonly connection: Writable;
  /** A mine that is not seen is answered as one that is not there. */
  readonly sees: (mine: string) => boolean;
  /** Asked with every ping: whose session has ended sees no more. */
  readonly stillSignedIn: () => Promise<boolean>;
  readonly feed: (mine: string) => MineFeed | null;
  /** Mines without a live side are told apart from mines that are not there. */
  readonly hasBundle: (mine: string) => boolean;
  readonly clock: () => number;
}

export const createViewer = ({
  socket,
  connection,
  sees,
  stillSignedIn,
  feed,
  hasBundle,
  clock,
}: ViewerOptions): Viewer => {
  const subscriptions = new Map<string, Subscription>();
  const watched = new Map<string, number>();
  let heardAt = clock();
  let pingedAt = heardAt;
  let beatAt = heardAt;
  let stuckSince: number | null = null;
  let closed = false;
  let second = 0;
  let requests = 0;

  let beating = false;
  let corked = false;
  const uncork = (): void => {
    if (corked) connection.uncork();
    corked = false;
  };
  /** Short news of a beat goes out in one write with its picture: what a write costs is mostly the system's. */
  const send = (text: Uint8Array): void => {
    const isShort = text.length <= MOST_CORKED_BYTES;
    // What is long must show in `isFull` as what the connection did not take, not as what was held back here.
    if (!isShort) uncork();
    else if (beating && !corked) {
      corked = true;
      connection.cork();
    }
    socket.send(text, { binary: false });
  };
  /** Past the library, whose own frames are written whole as well. */
  const sendFramed = (message: Buffer): void => {
    // After a close frame nothing may follow.
    if (socket.readyState === WebSocket.OPEN) connection.write(message);
  };
  const isFull = (): boolean => socket.bufferedAmount > MOST_BUFFERED_BYTES;

  const forget = (mine: string): void => {
    subscriptions.delete(mine);
    watched.delete(mine);
  };
  const subscribe = (request: Extract<ViewerRequest, { type: 'subscribe' }>): void => {
    const { mine, rate, alarmCursor } = request;
    const isSeen = sees(mine);
    const found = isSeen ? feed(mine) : null;
    if (!found || (!subscriptions.has(mine) && subscriptions.size >= MOST_SUBSCRIPTIONS)) {
      const reason = isSeen && hasBundle(mine) ? 'no-live-data' : 'unknown-mine';
      send(asBytes({ type: 'refused', mine, reason }));
      return;
    }
    const beats = beatsFor(rate);
    watched.set(mine, beats);
    subscriptions.set(mine, {
      feed: found,
      beats,
      tick: -1,
      rosterRevision: -1,
      rosterSynthetic: null,
      rosterAt: Number.NEGATIVE_INFINITY,
      readingsRevision: -1,
      flowAt: Number.NEGATIVE_INFINITY,
      alarmCursor,
      alarmRevision: -1,
    });
  };

  const sendAlarms = (one: Subscription): void => {
    const { alarmRevision } = one.feed;
    if (one.alarmRevision === alarmRevision) return;
    const news = one.feed.alarmNews(one.alarmCursor);
    const isFirst = one.alarmRevision < 0;
    one.alarmRevision = alarmRevision;
    one.alarmCursor = news.cursor;
    if (isFirst || !news.isEmpty) send(news.bytes);
  };

  const sendNews = (one: Subscription, now: number): void => {
    const { feed: of } = one;
    const { picture } = of;
    const isNewRoster =
      one.rosterRevision !== picture.rosterRevision || one.rosterSynthetic !== picture.synthetic;
    if (isNewRoster && now - one.rosterAt >= ROSTER_EVERY_MS) {
      send(of.roster());
      one.rosterRevision = picture.rosterRevision;
      one.rosterSynthetic = picture.synthetic;
      one.rosterAt = now;
    }
    if (one.readingsRevision !== picture.readingsRevision) {
      const readings = picture.readingsSince(one.readingsRevision);
      send(asBytes({ type: 'readings', mine: of.mine, readings }));
      one.readingsRevision = picture.readingsRevision;
    }
    sendAlarms(one);
    if (now - one.flowAt >= FLOW_EVERY_MS) {
      send(of.flow(now));
      one.flowAt = now;
    }
  };

  const sendFrame = (one: Subscription): void => {
    const rate = one.feed.frames(one.beats);
    if (!rate.last || one.tick === rate.last.tick) return;
    sendFramed(rate.messageFor(one.tick));
    one.tick = rate.last.tick;
  };

  const take = (data: string): void => {
    const now = Math.floor(clock() / 1000);
    if (now !== second) {
      second = now;
      requests = 0;
    }
    if (++requests > MOST_REQUESTS_A_SECOND) {
      socket.close(CLOSE.policy, 'too many requests');
      return;
    }
    let value: unknown;
    try {
      value = JSON.parse(data);
    } catch {
      socket.close(CLOSE.wrongData, 'not JSON');
      return;
    }
    const request = viewerRequestSchema.safeParse(value).data;
    if (!request) socket.close(CLOSE.policy, 'not a request this gateway knows');
    else if (request.type === 'subscribe') subscribe(request);
    else forget(request.mine);
  };

  socket.on('message', (data, isBinary) => {
    heardAt = clock();
    if (isBinary) socket.close(CLOSE.policy, 'requests are text');
    else take(data.toString());
  });
  socket.on('pong', () => {
    heardAt = clock();
  });
  socket.on('close', () => {
    closed = true;
    subscriptions.clear();
    watched.clear();
  });
  // 'close' follows; without a listener an error of one viewer would end the gateway.
  socket.on('error', () => {});
  send(asBytes({ type: 'hello', protocol: 1, time: clock() }));

  return {
    watched,
    get closed() {
      return closed;
    },
    beat: (now) => {
      if (closed) return;
      // Our clock was set back: what is due by the old one would be for as long as that was.
      if (now < beatAt) {
        heardAt = now;
        pingedAt = Number.NEGATIVE_INFINITY;
        stuckSince &&= now;
        for (const one of subscriptions.values()) {
          one.rosterAt = Number.NEGATIVE_INFINITY;
          one.flowAt = Number.NEGATIVE_INFINITY;
        }
      }
      beatAt = now;
      stuckSince = isFull() ? (stuckSince ?? now) : null;
      const isStuck = stuckSince !== null && now - stuckSince > STUCK_MS;
      // A pong that is late while bytes still flow is only waiting behind them.
      const isSilent = stuckSince === null && now - heardAt > PING_EVERY_MS + PONG_WITHIN_MS;
      if (isStuck || isSilent) {
        socket.terminate();
        return;
      }
      if (now - pingedAt >= PING_EVERY_MS && stuckSince === null) {
        pingedAt = now;
        socket.ping();
        void stillSignedIn().then((isSo) => isSo || socket.close(CLOSE.signedOut, 'signed out'));
      }
      beating = true;
      for (const one of subscriptions.values()) {
        if (isFull()) break;
        sendNews(one, now);
        if (!isFull()) sendFrame(one);
      }
      beating = false;
      uncork();
    },
  };
};
