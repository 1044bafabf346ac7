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

type Points = readonly (readonly [x: number, y: number])[];

/** Least-squares slope of y over x, and its standard error: a slope within twice of it is not told from none. */
const slope = (points: Points): { readonly slope: number; readonly error: number } => {
  const mean = (k: 0 | 1) => points.reduce((sum, point) => sum + point[k], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  const spread = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  const of = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / spread;
  const left = points.reduce((sum, [x, y]) => sum + (y - my - of * (x - mx)) ** 2, 0);
  return { slope: of, error: Math.sqrt(left / (points.length - 2) / spread) };
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
    const half = memory.length >> 1;
    const points = (of: typeof memory, what: 'heap' | 'rss'): Points =>
      of.map((one) => [(one.at * SPEED) / 3600, one[what]]);
    // The first half fills caches, the picture and what the day's boots and alarms leave.
    const [heap, rss] = (['heap', 'rss'] as const).map((what) => slope(points(memory.slice(half), what)));
    const middle = memory[half];
    return [
      figure('soak', 'hours of a day passed', 'h', (seconds * SPEED) / 3600),
      figure('soak', 'messages sent', 'messages', total),
      figure('soak', 'messages not acknowledged or missing', 'messages', notAcknowledged + waiting + missing),
      figure('soak', 'heap after collection, slope over the second half', 'MiB/h', heap.slope),
      figure('soak', 'standard error of it', 'MiB/h', heap.error),
      figure('soak', 'RSS, slope over the second half', 'MiB/h', rss.slope),
      figure('soak', 'standard error of that', 'MiB/h', rss.error),
      figure('soak', 'heap after collection, at noon', 'MiB', middle?.heap ?? Number.NaN),
      figure('soak', 'RSS at noon', 'MiB', middle?.rss ?? Number.NaN),
      figure('soak', 'heap after collection, at the end', 'MiB', memory.at(-1)?.heap ?? Number.NaN),
      figure('soak', 'RSS at the end', 'MiB', memory.at(-1)?.rss ?? Number.NaN),
    ];
  },
};
