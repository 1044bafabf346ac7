import type { EntityFrame } from '../../../domain/contracts/live/entity.ts';
import {
  VIEWER_SIGNED_OUT,
  type ViewerRequest,
  viewerNewsSchema,
} from '../../../domain/contracts/live/viewer.ts';
import type { Timers } from './timers.ts';
import type { WorkerReport } from './worker-talk.ts';

/** What of a WebSocket the connection uses. */
export type Socket = Pick<WebSocket, 'binaryType' | 'onopen' | 'onmessage' | 'onclose' | 'send' | 'close'>;

export interface ConnectionOptions {
  readonly mine: string;
  /** Pictures a second, 1…5. */
  readonly rate: number;
  readonly openSocket: () => Socket;
  readonly createDecoder: () => { decode(bytes: Uint8Array): EntityFrame };
  readonly timers: Timers;
  /** 0…1. */
  readonly random: () => number;
  readonly report: (report: WorkerReport) => void;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** Pictures come at least once a second; after this silence the line is taken for dead though nobody closed it. */
const DEAD_AFTER_MS = 10_000;

/** How long to wait before try `failures`: doubling, with jitter, so that a restarted gateway is not stormed. */
export const backOff = (failures: number, random: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10)) * (0.5 + random / 2);

/**
 * Keeps one mine's live connection: subscribes, resumes alarms after the last cursor, asks for a new keyframe where a
 * frame does not follow the one before, and tries again for ever until `stop`.
 */
export const openConnection = (o: ConnectionOptions): { stop(): void } => {
  let socket: Socket | null = null;
  let decoder = o.createDecoder();
  let failures = 0;
  let cursor: number | undefined;
  let stopped = false;
  let cancelWait = () => {};
  let cancelDead = () => {};

  const send = (request: ViewerRequest) => socket?.send(JSON.stringify(request));
  const subscribe = () => {
    decoder = o.createDecoder();
    send({
      type: 'subscribe',
      mine: o.mine,
      rate: o.rate,
      ...(cursor === undefined ? {} : { alarmCursor: cursor }),
    });
  };

  const drop = () => {
    cancelDead();
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
    socket = null;
  };
  const retry = () => {
    drop();
    if (stopped) return;
    o.report({ type: 'connection', state: 'waiting' });
    cancelWait = o.timers.after(backOff(failures++, o.random()), connect);
  };
  const heard = () => {
    cancelDead();
    cancelDead = o.timers.after(DEAD_AFTER_MS, retry);
  };

  const takeText = (text: string) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return;
    }
    // What a newer gateway says besides is not understood here and does no harm.
    const news = viewerNewsSchema.safeParse(value).data;
    if (!news || news.type === 'hello' || news.mine !== o.mine) return;
    if (news.type === 'alarms') cursor = Math.max(cursor ?? 0, news.cursor);
    o.report({ type: 'news', news });
    if (news.type === 'refused') stop();
  };
  const takeBytes = (bytes: Uint8Array) => {
    let frame: EntityFrame;
    try {
      frame = decoder.decode(bytes);
    } catch {
      // It does not follow what is held: only a new keyframe mends that.
      send({ type: 'unsubscribe', mine: o.mine });
      subscribe();
      return;
    }
    if (frame.mine !== o.mine) return;
    failures = 0;
    o.report({ type: 'frame', frame });
  };

  const connect = () => {
    if (stopped) return;
    o.report({ type: 'connection', state: 'connecting' });
    socket = o.openSocket();
    socket.binaryType = 'arraybuffer';
    heard();
    socket.onopen = () => {
      o.report({ type: 'connection', state: 'open' });
      subscribe();
    };
    socket.onmessage = ({ data }) => {
      heard();
      if (typeof data === 'string') takeText(data);
      else if (data instanceof ArrayBuffer) takeBytes(new Uint8Array(data));
    };
    socket.onclose = ({ code }) => {
      if (code === VIEWER_SIGNED_OUT) o.report({ type: 'signed-out' });
      retry();
    };
  };
  const stop = () => {
    stopped = true;
    cancelWait();
    drop();
  };
  connect();
  return { stop };
};
