import { once } from 'node:events';
import process from 'node:process';
import type { WebSocket } from 'ws';
import { createFrameDecoder } from '../../domain/contracts/live/frame-codec.ts';
import type { GatewayReady } from './live-gateway.ts';
import { GATEWAYS, openViewer } from './live-load.ts';

/** The viewers of the bench `live`, in a process of their own: most count bytes, some decode what they get. */

export interface ViewersStart {
  readonly ready: GatewayReady;
  readonly people: number;
  readonly viewers: number;
  /** Of these, so many decode. */
  readonly timed: number;
  /** Frames a second. */
  readonly rate: number;
}
export type ViewersOrder = { readonly firstStep: number } | 'deaf' | 'report' | 'stop';
/** What one decoding viewer saw of the people of one gateway at one step. */
export type Sight = readonly [step: number, gateway: number, receivedAt: number, people: number];
export interface ViewersReport {
  /** All decoding viewers together. */
  readonly sights: readonly Sight[];
  /** People × steps that were passed over because the picture already held a newer one, per decoding viewer. */
  readonly merged: number;
  /** By person: the newest step that every decoding viewer has seen. */
  readonly lastStep: readonly number[];
  readonly bytes: number;
}

const [start] = (await once(process, 'message')) as [ViewersStart];
const each = start.people / GATEWAYS;
let firstStep = 0;
let bytes = 0;
let sights: Sight[] = [];
let merged = 0;
const lastSteps: Int32Array[] = [];

/** Steps are named by the heading, a byte: a bench has fewer than 256 of them. */
const watch = (socket: WebSocket): void => {
  const decoder = createFrameDecoder();
  const lastStep = new Int32Array(start.people).fill(-1);
  lastSteps.push(lastStep);
  socket.on('message', (data: Buffer, isBinary) => {
    if (!isBinary) return;
    const now = Date.now();
    const { handle, heading, count } = decoder.decode(data).entities;
    const seen = new Map<number, number>();
    for (let row = 0; row < count; row++) {
      const person = handle[row] - 1;
      const step = heading[row];
      if (person >= start.people || step <= lastStep[person]) continue;
      if (step >= firstStep) {
        merged += step - Math.max(lastStep[person], firstStep - 1) - 1;
        const key = step * GATEWAYS + Math.floor(person / each);
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
      lastStep[person] = step;
    }
    for (const [key, people] of seen) sights.push([Math.floor(key / GATEWAYS), key % GATEWAYS, now, people]);
  });
};

const sockets: WebSocket[] = [];
for (let v = 0; v < start.viewers; v++) {
  const socket = await openViewer(start.ready, start.rate);
  sockets.push(socket);
  if (v < start.timed) watch(socket);
  socket.on('message', (data: Buffer) => {
    bytes += data.length;
  });
}

process.on('message', async (order: ViewersOrder) => {
  if (order === 'stop') {
    for (const socket of sockets) socket.terminate();
    process.disconnect();
  } else if (order === 'deaf') {
    const deaf = await openViewer(start.ready, start.rate);
    deaf.pause();
    sockets.push(deaf);
    process.send?.('deaf');
  } else if (order === 'report') {
    const lastStep = Array.from({ length: start.people }, (_, i) =>
      Math.min(...lastSteps.map((of) => of[i])),
    );
    process.send?.({ sights, merged: merged / lastSteps.length, lastStep, bytes } satisfies ViewersReport);
  } else {
    ({ firstStep } = order);
    [sights, merged, bytes] = [[], 0, 0];
    process.send?.('begun');
  }
});
process.send?.('ready');
