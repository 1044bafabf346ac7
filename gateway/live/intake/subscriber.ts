import { connect as connectTcp, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { generate, type IConnectPacket, type IPublishPacket, type Packet, parser } from 'mqtt-packet';
import { MAX_MESSAGE_BYTES } from '../../../domain/contracts/live/messages.ts';
import type { Intake } from './intake.ts';
import './no-number-cache.ts';
import { createPacketGuard } from './packet-guard.ts';

export interface SubscriberOptions {
  readonly intake: Intake;
  /** `mqtt://user:password@host:1883` or `mqtts://…` */
  readonly url: string;
  /** The session at the broker is kept under it: the same at every start, another for every process. */
  readonly clientId: string;
  readonly tls?: ConnectionOptions;
  /** First and longest wait before connecting anew, and before a message that was not kept is asked for again, ms. */
  readonly backOffMs?: { readonly first: number; readonly longest: number };
  readonly log?: (line: string) => void;
}

export interface Subscriber {
  /** Subscribed, so that messages come. */
  connected(): boolean;
  /** Resolves at the next subscription that was granted. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

const FILTER = 'v1/+/+/+/+';
const KEEP_ALIVE_S = 30;
const ANSWER_WITHIN_MS = 10_000;
const CONNACK_TEXTS = [
  '',
  'it does not speak MQTT 3.1.1',
  'it refuses the client id',
  'it is not available',
  'wrong username or password in MQTT_URL',
  'not authorized: check username and password in MQTT_URL, and the rules of the broker',
];

const puback = (messageId: number) => Buffer.from([0x40, 2, messageId >> 8, messageId & 255]);

/**
 * The same way in behind an outside broker (mosquitto, nats-server): one persistent session, QoS 1, each message
 * acknowledged when it is kept, in whatever order that happens. mqtt.js hands on one message at a time, so that every
 * commit would wait for the one before; this is its codec with an intake behind.
 */
export const startSubscriber = (o: SubscriberOptions): Subscriber => {
  const url = new URL(o.url);
  const secure = url.protocol === 'mqtts:';
  if (!secure && url.protocol !== 'mqtt:')
    throw new Error(`MQTT_URL is "${url.protocol}//…", expected mqtt:// or mqtts://`);
  const client = `${url.hostname}:${url.port || (secure ? 8883 : 1883)}`;
  const backOff = o.backOffMs ?? { first: 1_000, longest: 30_000 };
  const log = o.log ?? (() => {});
  let socket: Socket | null = null;
  let subscribed = false;
  let closing = false;
  let failures = 0;
  let again: NodeJS.Timeout | undefined;
  let askAgainAfter = backOff.first;
  let waiters: (() => void)[] = [];

  const connectPacket: IConnectPacket = {
    cmd: 'connect',
    protocolId: 'MQTT',
    protocolVersion: 4,
    clean: false,
    clientId: o.clientId,
    keepalive: KEEP_ALIVE_S,
    ...(url.username ? { username: decodeURIComponent(url.username) } : {}),
    ...(url.password ? { password: Buffer.from(decodeURIComponent(url.password)) } : {}),
  };

  const open = () => {
    const to = {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || (secure ? 8883 : 1883),
    };
    const own = secure ? connectTls({ servername: to.host, ...o.tls, ...to }) : connectTcp(to);
    socket = own;
    own.setNoDelay(true);
    own.setTimeout(ANSWER_WITHIN_MS, () => own.destroy(new Error('no answer')));
    const send = (bytes: Buffer) => {
      // Identifiers belong to the connection they came by: on another they would acknowledge another message.
      if (own.writable) own.write(bytes);
    };
    let ping: NodeJS.Timeout | undefined;
    let letGo: NodeJS.Timeout | undefined;

    const onPublish = (packet: IPublishPacket) => {
      const payload = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
      o.intake.receive({ topic: packet.topic, payload, client }).then(
        () => {
          askAgainAfter = backOff.first;
          if (packet.qos > 0 && packet.messageId !== undefined) send(puback(packet.messageId));
        },
        (error: Error) => {
          // MQTT 3.1.1 sends what was not acknowledged again when we connect anew, and only then.
          if (letGo || packet.qos === 0) return;
          log(`${client}: not kept, asked for again in ${askAgainAfter} ms: ${error.message}`);
          letGo = setTimeout(() => own.end(), askAgainAfter);
          askAgainAfter = Math.min(askAgainAfter * 2, backOff.longest);
        },
      );
    };

    const onPacket = (packet: Packet) => {
      switch (packet.cmd) {
        case 'connack':
          if (packet.returnCode !== 0)
            return own.destroy(new Error(CONNACK_TEXTS[packet.returnCode ?? 3] ?? 'it refuses us'));
          send(generate({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: FILTER, qos: 1 }] }));
          ping = setInterval(() => send(generate({ cmd: 'pingreq' })), (KEEP_ALIVE_S * 1_000) / 2);
          return;
        case 'suback':
          if (packet.granted[0] !== 1)
            return own.destroy(new Error(`it does not let us subscribe to ${FILTER} with QoS 1`));
          own.setTimeout(KEEP_ALIVE_S * 1_500);
          failures = 0;
          subscribed = true;
          for (const waiter of waiters) waiter();
          waiters = [];
          return;
        case 'publish':
          return onPublish(packet);
      }
    };

    const guard = createPacketGuard(MAX_MESSAGE_BYTES, ({ topic, messageId, bytes, head }) => {
      const detail = `${bytes} bytes, at most ${MAX_MESSAGE_BYTES} are taken`;
      o.intake.refuse('oversized', { topic, payload: head, client }, detail, bytes);
      if (messageId !== null) send(puback(messageId));
    });
    const packets = parser({ protocolVersion: 4 });
    packets.on('packet', onPacket);
    packets.on('error', (error: Error) => own.destroy(error));
    own.on(secure ? 'secureConnect' : 'connect', () => send(generate(connectPacket)));
    own.on('data', (chunk: Buffer) => {
      try {
        for (const part of guard.filter(chunk)) packets.parse(part);
      } catch (error) {
        own.destroy(error as Error);
      }
    });
    let why = 'it closed the connection';
    own.on('error', (error) => {
      why = error.message;
    });
    own.on('close', () => {
      clearInterval(ping);
      clearTimeout(letGo);
      socket = null;
      subscribed = false;
      if (closing) return;
      const wait = letGo ? 0 : Math.min(backOff.first * 2 ** failures, backOff.longest);
      if (!letGo) {
        failures++;
        log(`${client}: ${why}; connecting anew in ${wait} ms`);
      }
      // Half of it by chance, so that many do not come back in one moment.
      again = setTimeout(open, wait / 2 + (wait / 2) * Math.random());
    });
  };
  open();

  return {
    connected: () => subscribed,
    ready: () => (subscribed ? Promise.resolve() : new Promise((done) => waiters.push(done))),
    async close() {
      closing = true;
      clearTimeout(again);
      const own = socket;
      if (!own) return;
      // Nothing is said: the session stays, and what comes meanwhile waits at the broker.
      const closed = new Promise<void>((done) => own.once('close', () => done()));
      own.end();
      own.destroySoon();
      await closed;
    },
  };
};
