import { rm } from 'node:fs/promises';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { type Bench, figure } from '../figure.ts';
import {
  bundleMissing,
  connectDevices,
  createWalk,
  GatewayProcess,
  openViewer,
  prepareShift,
  publishStep,
} from './live-load.ts';

/**
 * A day in ten minutes: a position message for each of the 86 400 seconds of a day, sent 144 a second, while the gateway's own
 * clock runs 144 times as fast, so that ages, retention, minutes and shifts pass as in a day. Beats stay five a real
 * second. Viewers come and go all the while, and one in ten of them never reads.
 */
const SPEED = 144;
/** For a shorter trial. */
const SECONDS = Number(process.env.HYALITE_SOAK_SECONDS ?? 600);
const PEOPLE = 1_000;
const SENDERS = 10;
const TAGS = 50;
const VIEWERS = 20;
const SAMPLE_EVERY_MS = 10_000;
const HURRY_MESSAGES = 200;

/** Least-squares slope of y over x. */
const slope = (points: readonly (readonly [x: number, y: number])[]): number => {
  const mean = (k: 0 | 1) => points.reduce((sum, point) => sum + point[k], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  const over = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return over / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
};

export const soak: Bench = {
  name: 'soak',
  about: `a day's 86 400 position messages in ten minutes, clock and all ${SPEED} times as fast: memory after collection`,
  skip: bundleMissing,
  async run() {
    const { root, passwords } = await prepareShift(PEOPLE);
    const walk = await createWalk(root, PEOPLE);
    const gateway = await GatewayProcess.start(root, SPEED);
    const devices = await connectDevices(gateway.ready, passwords.slice(0, SENDERS));
    const viewers: WebSocket[] = [];
    const memory: { at: number; rss: number; heap: number }[] = [];
    const clock = () => gateway.ready.startedAt + (Date.now() - gateway.ready.startedAt) * SPEED;
    const began = performance.now();
    const elapsed = () => performance.now() - began;
    let sampledAt = Number.NEGATIVE_INFINITY;
    let notAcknowledged = 0;
    let waiting = 0;
    const total = SECONDS * SPEED;
    for (let k = 0; k < total; k++) {
      const due = (k * 1000) / SPEED - elapsed();
      if (due > 4 || waiting > HURRY_MESSAGES) await setTimeout(Math.max(5, due));
      const g = k % SENDERS;
      const first = (k * TAGS) % PEOPLE;
      const tags = Array.from({ length: TAGS }, (_, i) =>
        walk((first + i) % PEOPLE, Math.floor(k / SENDERS)),
      );
      waiting++;
      const at = Math.round(clock());
      publishStep(devices[g], g, { boot: 'soak', seq: Math.floor(k / SENDERS), at, tags })
        .catch(() => void notAcknowledged++)
        .finally(() => void waiting--);
      if (k % SPEED === 0) {
        const viewer = await openViewer(gateway.ready, 1 + (k % 5));
        if ((k / SPEED) % 10 === 0) viewer.pause();
        viewers.push(viewer);
        if (viewers.length > VIEWERS) viewers.shift()!.terminate();
      }
      if (elapsed() - sampledAt >= SAMPLE_EVERY_MS) {
        sampledAt = elapsed();
        const { rssMiB, heapMiB } = await gateway.ask('collect-garbage');
        memory.push({ at: elapsed() / 1000, rss: rssMiB, heap: heapMiB });
      }
    }
    const seconds = elapsed() / 1000;
    while (waiting > 0 && elapsed() / 1000 < seconds + 30) await setTimeout(100);
    const { missing } = await gateway.ask('cost');
    for (const viewer of viewers) viewer.terminate();
    await Promise.all(devices.map((device) => device.endAsync(true)));
    await gateway.stop();
    await rm(root, { recursive: true, force: true });
    // The first third fills caches and the picture.
    const settled = memory.slice(Math.floor(memory.length / 3));
    const hours = (one: (typeof memory)[number]): number => (one.at * SPEED) / 3600;
    return [
      figure('soak', 'hours of a day passed', 'h', (seconds * SPEED) / 3600),
      figure('soak', 'messages sent', 'messages', total),
      figure('soak', 'messages not acknowledged or missing', 'messages', notAcknowledged + waiting + missing),
      figure(
        'soak',
        'heap after collection, slope',
        'MiB/h',
        slope(settled.map((one) => [hours(one), one.heap])),
      ),
      figure('soak', 'RSS, slope', 'MiB/h', slope(settled.map((one) => [hours(one), one.rss]))),
      figure('soak', 'heap after collection, at the end', 'MiB', memory.at(-1)?.heap ?? Number.NaN),
      figure('soak', 'RSS at the end', 'MiB', memory.at(-1)?.rss ?? Number.NaN),
    ];
  },
};
