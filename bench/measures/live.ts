import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { BEAT_MS } from '../../gateway/live/viewers/frame-stream.ts';
import { type Bench, type Figure, figure } from '../figure.ts';
import type { GatewayCost } from './live-gateway.ts';
import { bundleMissing, GATEWAYS, GatewayProcess, prepareShift } from './live-load.ts';
import type { SendersStart, SendOrder, SendReport } from './live-senders.ts';
import type { ViewersOrder, ViewersReport, ViewersStart } from './live-viewers.ts';

const PEOPLE = 5_000;
const VIEWERS = 200;
/** Of the 200, so many decode and time what they get; all others count bytes. */
const TIMED_VIEWERS = 2;
const FRAMES_A_SECOND = 5;
const WARM_SECONDS = 8;
const SECONDS = 20;
/** More than a minute, so that a kept picture is among what is measured. */
const CALM_SECONDS = 65;
const FAN_OUT_TICKS = 12;

interface Phase {
  readonly cpuPercent: number;
  readonly gatewayPercent: number;
  readonly cost: GatewayCost;
  /** ms, sorted; one of each gateway's people in a picture. */
  readonly ages: readonly number[];
  /** Of the last message of anyone, not shown to a viewer a second later. */
  readonly notShown: number;
  readonly merged: number;
  readonly positionsASecond: number;
  readonly bytesAViewerSecond: number;
  readonly notAcknowledged: number;
  /** ms, sorted. */
  readonly answeredAfter: readonly number[];
  readonly latestMs: number;
}

const quantile = (sorted: readonly number[], q: number): number =>
  sorted.length === 0 ? Number.NaN : sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];

/** A process of the bench that is told one thing at a time and answers each. */
const worker = async (file: string, start: ViewersStart | SendersStart) => {
  const child = fork(join(import.meta.dirname, file));
  const ask = async <T>(order: ViewersOrder | SendOrder | ViewersStart | SendersStart): Promise<T> => {
    child.send(order as object);
    const [answer] = (await once(child, 'message')) as [T];
    return answer;
  };
  await ask(start);
  return {
    ask,
    async stop(): Promise<void> {
      child.send('stop');
      await once(child, 'exit');
    },
  };
};
type BenchWorker = Awaited<ReturnType<typeof worker>>;

const phase = async (
  gateway: GatewayProcess,
  senders: BenchWorker,
  viewers: BenchWorker,
  order: SendOrder,
): Promise<Phase> => {
  await viewers.ask({ firstStep: order.firstStep });
  const before = await gateway.ask('cost');
  const sent = await senders.ask<SendReport>(order);
  const cost = await gateway.ask('cost');
  await setTimeout(1_000);
  const seen = await viewers.ask<ViewersReport>('report');
  const percent = (cpu: number): number => (100 * cpu) / sent.seconds;
  const ages = seen.sights.flatMap(([step, g, receivedAt, people]) => {
    const age = receivedAt - sent.sentAt[step - order.firstStep][g];
    return Array.from({ length: people }, () => age);
  });
  const lastStep = order.firstStep + order.rate * order.seconds - 1;
  return {
    cpuPercent: percent(cost.gateway - before.gateway + cost.postgres - before.postgres),
    gatewayPercent: percent(cost.gateway - before.gateway),
    cost,
    ages: ages.sort((a, b) => a - b),
    notShown: seen.lastStep.filter((step) => step !== lastStep).length,
    merged: seen.merged,
    positionsASecond: (PEOPLE * order.rate * order.seconds) / sent.seconds,
    bytesAViewerSecond: seen.bytes / VIEWERS / sent.seconds,
    notAcknowledged: sent.notAcknowledged,
    answeredAfter: sent.answeredAfter.sort((a, b) => a - b),
    latestMs: sent.latestMs,
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
  about: `${PEOPLE} people at 1 Hz from ${GATEWAYS} gateways to ${VIEWERS} viewers that ask for ${FRAMES_A_SECOND} pictures/s and get one each ${BEAT_MS} ms, then at 5 Hz with a viewer that never reads`,
  skip: bundleMissing,
  async run() {
    const { root, passwords } = await prepareShift(PEOPLE);
    // Of all starts only the first compiles, and it is not the one that runs for months.
    await (await GatewayProcess.start(root)).stop();
    const gateway = await GatewayProcess.start(root);
    const { ready } = gateway;
    const senders = await worker('live-senders.ts', { root, people: PEOPLE, ready, passwords });
    const viewers = await worker('live-viewers.ts', {
      ready,
      people: PEOPLE,
      viewers: VIEWERS,
      timed: TIMED_VIEWERS,
      rate: FRAMES_A_SECOND,
    });
    // Compiled code, prepared statements and everybody's first row are not what is measured.
    const runs: SendOrder[] = [
      { boot: 'warm', firstStep: 0, rate: 1, seconds: WARM_SECONDS },
      { boot: 'calm', firstStep: WARM_SECONDS, rate: 1, seconds: CALM_SECONDS },
      { boot: 'full', firstStep: WARM_SECONDS + CALM_SECONDS, rate: 5, seconds: SECONDS },
    ];
    await phase(gateway, senders, viewers, runs[0]);
    const calm = await phase(gateway, senders, viewers, runs[1]);
    await viewers.ask('deaf');
    const full = await phase(gateway, senders, viewers, runs[2]);
    const sent = runs.reduce((sum, run) => sum + PEOPLE * run.rate * run.seconds, 0);
    const { keptPositions } = await gateway.ask('count');
    await senders.stop();
    await viewers.stop();
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
      one('a message is kept and acknowledged after, median', 'ms', quantile(calm.answeredAfter, 0.5)),
      one('a message is kept and acknowledged after, p99', 'ms', quantile(calm.answeredAfter, 0.99)),
      one('positions sent and not in the database', 'positions', sent - keptPositions),
      one('people whose last place a viewer did not get', 'people', calm.notShown + full.notShown),
      one('positions that a picture passed over for newer ones, 5 000/s', 'positions', calm.merged),
      one(
        'messages not acknowledged or missing',
        'messages',
        calm.notAcknowledged + full.notAcknowledged + full.cost.missing,
      ),
      one('CPU of PostgreSQL alone, 5 000 positions/s', '% of a core', calm.cpuPercent - calm.gatewayPercent),
      one('memory of PostgreSQL (PSS), 5 000 positions/s', 'MiB', calm.cost.postgresMiB),
      one('heap of the gateway, 5 000 positions/s', 'MiB', calm.cost.heapMiB),
      one('the bench itself sent late at worst, 5 000/s', 'ms', calm.latestMs),
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
