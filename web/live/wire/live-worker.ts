import { createFrameDecoder } from '../../../domain/contracts/live/frame-codec.ts';
import { summaryOf } from '../../../domain/live/frame-summary.ts';
import { fetchPictures } from './fetch-pictures.ts';
import { openConnection } from './live-connection.ts';
import { createReplay, type Replay } from './replay.ts';
import { realTimers } from './timers.ts';
import { frameBuffers, ownFrame, type WorkerOrder, type WorkerReport } from './worker-talk.ts';

/** The live worker: holds the socket and the replay, so that decoding never costs the page a frame. */

// The page's own library types name the window's postMessage; in a worker its second argument is the transfer list.
const post = (report: WorkerReport): void => {
  if (report.type !== 'frame' && report.type !== 'past') {
    self.postMessage(report);
    return;
  }
  const frame = { ...ownFrame(report.frame), summary: summaryOf(report.frame.entities) };
  self.postMessage({ ...report, frame }, { transfer: frameBuffers(frame) });
};

let connection: { stop(): void } | null = null;
let replay: Replay | null = null;

const close = (): void => {
  connection?.stop();
  replay?.stop();
  connection = replay = null;
};

const open = (mine: string, rate: number): void => {
  const url = new URL('/api/live', self.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  connection = openConnection({
    mine,
    rate,
    openSocket: () => new WebSocket(url),
    createDecoder: createFrameDecoder,
    timers: realTimers,
    random: Math.random,
    report: post,
  });
  replay = createReplay({
    fetchPictures: fetchPictures({
      mine,
      origin: self.location.origin,
      createDecoder: createFrameDecoder,
      roster: (roster) => post({ type: 'past-roster', roster }),
    }),
    timers: realTimers,
    show: (frame, period) => post({ type: 'past', frame, period }),
    failed: (time, detail) => post({ type: 'past-failed', time, detail }),
    ended: () => post({ type: 'past-ended' }),
  });
};

self.onmessage = ({ data }: MessageEvent<WorkerOrder>): void => {
  if (data.type === 'open') {
    close();
    open(data.mine, data.rate);
  } else if (data.type === 'close') close();
  else if (data.type === 'seek') replay?.seek(data.time);
  else if (data.type === 'play') replay?.play(data.speed, data.until);
  else if (data.type === 'pause') replay?.pause();
  else replay?.stop();
};
