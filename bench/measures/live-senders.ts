import { once } from 'node:events';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import type { GatewayReady } from './live-gateway.ts';
import { connectDevices, createWalk, GATEWAYS, publishStep } from './live-load.ts';

/** The field gateways of the bench `live`, in a process of their own, so that what they cost delays no viewer. */

export interface SendersStart {
  readonly root: string;
  readonly people: number;
  readonly ready: GatewayReady;
  readonly passwords: readonly string[];
}
/** One run of steps; steps are numbered on from run to run. */
export interface SendOrder {
  readonly boot: string;
  readonly firstStep: number;
  /** Messages a second from each gateway. */
  readonly rate: number;
  readonly seconds: number;
}
export interface SendReport {
  /** By step from `firstStep`: when each gateway's message was sent, ms. */
  readonly sentAt: number[][];
  readonly notAcknowledged: number;
  /** How long each message waited for its acknowledgement, ms. */
  readonly answeredAfter: number[];
  /** How late messages were sent by their timetable, at worst, ms: the bench's own hurry, not the gateway's. */
  readonly latestMs: number;
  readonly seconds: number;
}

const ANSWERS_WITHIN_MS = 20_000;

const [start] = (await once(process, 'message')) as [SendersStart];
const walk = await createWalk(start.root, start.people);
const devices = await connectDevices(start.ready, start.passwords);
const each = start.people / GATEWAYS;

/** Spread evenly over the second, gateway by gateway. */
const send = async ({ boot, firstStep, rate, seconds }: SendOrder): Promise<SendReport> => {
  const began = Date.now();
  const sentAt: number[][] = [];
  const answers: Promise<unknown>[] = [];
  const answeredAfter: number[] = [];
  let unanswered = 0;
  let latestMs = 0;
  for (let step = 0; step < seconds * rate; step++) {
    sentAt[step] = [];
    for (let g = 0; g < GATEWAYS; g++) {
      const due = began + ((step + g / GATEWAYS) * 1000) / rate;
      const early = due - Date.now();
      if (early > 1) await setTimeout(early);
      const tags = Array.from({ length: each }, (_, i) => walk(g * each + i, firstStep + step));
      const at = Date.now();
      sentAt[step][g] = at;
      latestMs = Math.max(latestMs, at - due);
      unanswered++;
      const answer = publishStep(devices[g], g, { boot, seq: step, at, tags });
      const answered = (): void => {
        unanswered--;
        answeredAfter.push(Date.now() - at);
      };
      answers.push(answer.then(answered).catch(() => {}));
    }
  }
  await Promise.race([Promise.all(answers), setTimeout(ANSWERS_WITHIN_MS)]);
  return {
    sentAt,
    notAcknowledged: unanswered,
    answeredAfter,
    latestMs,
    seconds: (Date.now() - began) / 1000,
  };
};

process.on('message', async (order: SendOrder | 'stop') => {
  if (order !== 'stop') return void process.send?.(await send(order));
  await Promise.all(devices.map((device) => device.endAsync(true)));
  process.disconnect();
});
process.send?.('ready');
