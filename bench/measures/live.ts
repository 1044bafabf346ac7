import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { MqttClient } from 'mqtt';
import { WebSocket } from 'ws';
import { createFrameDecoder } from '../../domain/contracts/live/frame-codec.ts';
import type { PositionTag } from '../../domain/contracts/live/messages.ts';
import { type Bench, type Figure, figure } from '../figure.ts';
import type { GatewayCost } from './live-gateway.ts';
import {
  bundleMissing,
  connectDevices,
  createWalk,
  GATEWAYS,
  GatewayProcess,
  openViewer,
  prepareShift,
  publishStep,
} from './live-load.ts';

const PEOPLE = 5_000;
const VIEWERS = 200;
/** Of the 200, so many decode and time what they get; all others count bytes. */
const TIMED_VIEWERS = 2;
const FRAMES_A_SECOND = 5;
const SECONDS = 20;
const FAN_OUT_TICKS = 12;

interface Phase {
  readonly cpuPercent: number;
  readonly gatewayPercent: number;
  readonly cost: GatewayCost;
  /** ms, sorted. */
  readonly ages: readonly number[];
  readonly lost: number;
  readonly positionsASecond: number;
  readonly bytesAViewerSecond: number;
  readonly notAcknowledged: number;
}

const quantile = (sorted: readonly number[], q: number): number =>
  sorted.length === 0 ? Number.NaN : sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];

interface Sent {
  /** By step: when each gateway's message was sent, ms. */
  readonly at: number[][];
  readonly boot: string;
}

/** Sends `rate` messages a second from each gateway, evenly spread over the second. @returns messages not acknowledged */
const send = async (
  devices: readonly MqttClient[],
  walk: (i: number, step: number) => PositionTag,
  sent: Sent,
  rate: number,
  seconds: number,
): Promise<number> => {
  const each = PEOPLE / GATEWAYS;
  const steps = seconds * rate;
  const began = Date.now();
  const waiting: Promise<unknown>[] = [];
  let failed = 0;
  for (let step = 0; step < steps; step++) {
    sent.at[step] = [];
    for (let g = 0; g < GATEWAYS; g++) {
      const due = began + ((step + g / GATEWAYS) * 1000) / rate;
      const early = due - Date.now();
      if (early > 2) await setTimeout(early);
      const tags = Array.from({ length: each }, (_, i) => walk(g * each + i, step));
      const at = Date.now();
      sent.at[step][g] = at;
      const done = publishStep(devices[g], g, { boot: sent.boot, seq: step, at, tags });
      waiting.push(done.catch(() => void failed++));
    }
  }
  await Promise.race([Promise.all(waiting), setTimeout(20_000)]);
  return failed;
};

/** Times every step it sees of every person; a step is named by the heading. */
const timeFrames = (socket: WebSocket, sent: Sent, ages: number[]): { seen(): number } => {
  const decoder = createFrameDecoder();
  const lastStep = new Int32Array(PEOPLE).fill(-1);
  const each = PEOPLE / GATEWAYS;
  let seen = 0;
  socket.on('message', (data: Buffer, isBinary) => {
    if (!isBinary) return;
    const now = Date.now();
    const { handle, heading, count } = decoder.decode(data).entities;
    const newest = sent.at.length - 1;
    for (let row = 0; row < count; row++) {
      const person = handle[row] - 1;
      if (person >= PEOPLE) continue;
      const step = newest - ((newest - heading[row]) & 255);
      const at = sent.at[step]?.[Math.floor(person / each)];
      if (step <= lastStep[person] || at === undefined) continue;
      lastStep[person] = step;
      seen++;
      ages.push(now - at);
    }
  });
  return { seen: () => seen };
};

const phase = async (
  gateway: GatewayProcess,
  devices: readonly MqttClient[],
  walk: (i: number, step: number) => PositionTag,
  o: { readonly rate: number; readonly boot: string; readonly deaf: boolean; readonly seconds?: number },
): Promise<Phase> => {
  const sent: Sent = { at: [], boot: o.boot };
  const ages: number[] = [];
  let bytes = 0;
  const sockets: WebSocket[] = [];
  const timed: { seen(): number }[] = [];
  for (let v = 0; v < VIEWERS; v++) {
    const socket = await openViewer(gateway.ready, FRAMES_A_SECOND);
    sockets.push(socket);
    if (v < TIMED_VIEWERS) timed.push(timeFrames(socket, sent, ages));
    socket.on('message', (data: Buffer) => {
      bytes += data.length;
    });
  }
  if (o.deaf) (await openViewer(gateway.ready, FRAMES_A_SECOND)).pause();
  await setTimeout(2_000);
  bytes = 0;
  const before = await gateway.ask('cost');
  const began = performance.now();
  const notAcknowledged = await send(devices, walk, sent, o.rate, o.seconds ?? SECONDS);
  const seconds = (performance.now() - began) / 1000;
  const cost = await gateway.ask('cost');
  await setTimeout(1_000);
  for (const socket of sockets) socket.terminate();
  const total = PEOPLE * SECONDS * o.rate;
  const percent = (cpu: number): number => (100 * cpu) / seconds;
  return {
    cpuPercent: percent(cost.gateway - before.gateway + cost.postgres - before.postgres),
    gatewayPercent: percent(cost.gateway - before.gateway),
    cost,
    ages: ages.sort((a, b) => a - b),
    lost: timed.reduce((sum, one) => sum + total - one.seen(), 0) / timed.length,
    positionsASecond: total / seconds,
    bytesAViewerSecond: bytes / VIEWERS / seconds,
    notAcknowledged,
  };
};

/** CPU seconds and kB a tick of sending the same pictures to all viewers. */
const fanOut = async (kind: 'frames' | 'json'): Promise<{ cpu: number; kilobytes: number }> => {
  const child = fork(join(import.meta.dirname, 'live-fanout.ts'), [
    kind,
    String(PEOPLE),
    String(FAN_OUT_TICKS),
  ]);
  const [port] = (await once(child, 'message')) as [number];
  let bytes = 0;
  const sockets = Array.from({ length: VIEWERS }, () => new WebSocket(`ws://127.0.0.1:${port}`));
  for (const socket of sockets)
    socket.on('message', (data: Buffer) => {
      bytes += data.length;
    });
  await Promise.all(sockets.map((socket) => once(socket, 'open')));
  child.send('go');
  const [cpu] = (await once(child, 'message')) as [number];
  await once(child, 'exit');
  return { cpu, kilobytes: bytes / VIEWERS / FAN_OUT_TICKS / 1000 };
};

/** The way from device to viewer at a county's size, and the same pictures sent as JSON beside it. */
export const live: Bench = {
  name: 'live',
  about: `${PEOPLE} people at 1 Hz from ${GATEWAYS} gateways to ${VIEWERS} viewers at ${FRAMES_A_SECOND} frames/s, then at 5 Hz with a viewer that never reads`,
  skip: bundleMissing,
  async run() {
    const { root, passwords } = await prepareShift(PEOPLE);
    const walk = await createWalk(root, PEOPLE);
    const gateway = await GatewayProcess.start(root);
    const devices = await connectDevices(gateway.ready, passwords);
    // Compiled code, prepared statements and everybody's first row are not what is measured.
    await phase(gateway, devices, walk, { rate: 1, boot: 'warm', deaf: false, seconds: 8 });
    const calm = await phase(gateway, devices, walk, { rate: 1, boot: 'calm', deaf: false });
    const full = await phase(gateway, devices, walk, { rate: 5, boot: 'full', deaf: true });
    await Promise.all(devices.map((device) => device.endAsync(true)));
    await gateway.stop();
    await rm(root, { recursive: true, force: true });
    const [ours, peer] = [await fanOut('frames'), await fanOut('json')];
    const json = (value: number) => ({ value, name: 'JSON broadcast of the same pictures' });
    const one = (metric: string, unit: string, value: number): Figure => figure('live', metric, unit, value);
    return [
      one('CPU of gateway and PostgreSQL, 5 000 positions/s', '% of a core', calm.cpuPercent),
      one('CPU of the gateway alone, 5 000 positions/s', '% of a core', calm.gatewayPercent),
      one('memory of the gateway (RSS), 5 000 positions/s', 'MiB', calm.cost.rssMiB),
      one('age of a position at the viewer, median', 'ms', quantile(calm.ages, 0.5)),
      one('age of a position at the viewer, p99', 'ms', quantile(calm.ages, 0.99)),
      one('positions a viewer did not get, 5 000/s', 'positions', calm.lost),
      one(
        'messages not acknowledged or missing',
        'messages',
        calm.notAcknowledged + full.notAcknowledged + full.cost.missing,
      ),
      one('sustained with one viewer that never reads', 'positions/s', full.positionsASecond),
      one('CPU of gateway and PostgreSQL, 25 000 positions/s', '% of a core', full.cpuPercent),
      one('memory of the gateway (RSS), 25 000 positions/s', 'MiB', full.cost.rssMiB),
      one('age at the other viewers, 25 000 positions/s, p99', 'ms', quantile(full.ages, 0.99)),
      one('received by each viewer, 5 000 positions/s', 'kB/s', calm.bytesAViewerSecond / 1000),
      figure(
        'live',
        'CPU of the fan-out alone, 1 picture/s',
        '% of a core',
        (100 * ours.cpu) / FAN_OUT_TICKS,
        json((100 * peer.cpu) / FAN_OUT_TICKS),
      ),
      figure('live', 'bytes of a picture of which half moved', 'kB', ours.kilobytes, json(peer.kilobytes)),
    ];
  },
};
