import { connect as connectTcp, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import type { Intake } from './intake.ts';
import {
  createNatsParser,
  encodeConnect,
  encodePublish,
  encodeSubscribe,
  type NatsOperation,
} from './nats-wire.ts';
import type { Subscriber } from './subscriber.ts';

export interface StreamReaderOptions {
  readonly intake: Intake;
  /** `nats://user:password@host:4222/STREAM` or `natss://…` */
  readonly url: string;
  /** What was acknowledged is remembered under this name: the same at every start, another for every process. */
  readonly consumer: string;
  readonly tls?: ConnectionOptions;
  /** When the server sends again what was not acknowledged, ms. */
  readonly ackWaitMs?: number;
  readonly backOffMs?: { readonly first: number; readonly longest: number };
  readonly log?: (line: string) => void;
}

const SUBJECTS = 'v1.*.*.*.*';
/** On the way at once, acknowledged or not: what bounds memory here. */
const MOST_PENDING = 1_000;
const PING_MS = 15_000;
const ANSWER_WITHIN_MS = 10_000;
const DELIVERED = '1';
const ANSWERS = '2';

const answerError = (text: string): string | null => {
  const answer: unknown = JSON.parse(text);
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return null;
  const { error } = answer as { error: { description?: string } };
  return error.description ?? 'refused';
};

/**
 * The way in at a county: reads a JetStream stream of nats-server that sources the streams of its mines. MQTT alone does
 * not cross an outage between two servers; a sourced stream catches up by itself. Each message is acknowledged when it
 * is kept.
 */
export const startStreamReader = (o: StreamReaderOptions): Subscriber => {
  const url = new URL(o.url);
  const stream = url.pathname.slice(1);
  const secure = url.protocol === 'natss:';
  if ((!secure && url.protocol !== 'nats:') || !/^[A-Za-z0-9_-]+$/.test(stream))
    throw new Error(`"${url.protocol}//${url.host}${url.pathname}": expected nats://host:4222/STREAM`);
  const to = { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) || 4_222 };
  const client = `${to.host}:${to.port}/${stream}`;
  const backOff = o.backOffMs ?? { first: 1_000, longest: 30_000 };
  const log = o.log ?? (() => {});
  const deliver = `hyalite.deliver.${stream}.${o.consumer}`;
  const answers = `hyalite.answers.${stream}.${o.consumer}`;
  let socket: Socket | null = null;
  let reading = false;
  let closing = false;
  let failures = 0;
  let again: NodeJS.Timeout | undefined;
  let waiters: (() => void)[] = [];

  const createConsumer = JSON.stringify({
    stream_name: stream,
    config: {
      durable_name: o.consumer,
      deliver_subject: deliver,
      deliver_policy: 'all',
      ack_policy: 'explicit',
      ack_wait: (o.ackWaitMs ?? 30_000) * 1_000_000,
      max_ack_pending: MOST_PENDING,
      filter_subject: SUBJECTS,
      replay_policy: 'instant',
    },
  });

  const open = () => {
    const own = secure ? connectTls({ servername: to.host, ...o.tls, ...to }) : connectTcp(to);
    socket = own;
    own.setNoDelay(true);
    own.setTimeout(ANSWER_WITHIN_MS, () => own.destroy(new Error('no answer')));
    const send = (bytes: Buffer) => {
      if (own.writable) own.write(bytes);
    };
    let greeted = false;
    const ping = setInterval(() => send(Buffer.from('PING\r\n')), PING_MS);

    const onDelivered = ({ subject, reply, payload }: Extract<NatsOperation, { op: 'message' }>) => {
      if (!reply) return;
      // A copy: what waits to be kept must not hold the whole chunk it came in.
      const incoming = { topic: subject.replaceAll('.', '/'), payload: Buffer.from(payload), client };
      o.intake.receive(incoming).then(
        () => send(encodePublish(reply, '+ACK')),
        () => send(encodePublish(reply, `-NAK {"delay":${backOff.first * 1_000_000}}`)),
      );
    };

    const take = (one: NatsOperation) => {
      if (one.op === 'ping') return send(Buffer.from('PONG\r\n'));
      if (one.op === 'error') return own.destroy(new Error(one.text));
      if (one.op === 'info') {
        // It comes again whenever the server's neighbours change.
        if (greeted) return;
        greeted = true;
        send(encodeConnect(decodeURIComponent(url.username), decodeURIComponent(url.password)));
        send(encodeSubscribe(deliver, DELIVERED));
        send(encodeSubscribe(answers, ANSWERS));
        return send(
          encodePublish(`$JS.API.CONSUMER.DURABLE.CREATE.${stream}.${o.consumer}`, createConsumer, answers),
        );
      }
      if (one.op !== 'message') return;
      if (one.subscription === DELIVERED) return onDelivered(one);
      const error =
        one.status === 503 ? 'JetStream is not enabled there' : answerError(one.payload.toString());
      if (error) return own.destroy(new Error(`stream ${stream}: ${error}`));
      reading = true;
      failures = 0;
      own.setTimeout(PING_MS * 3);
      for (const waiter of waiters) waiter();
      waiters = [];
    };

    const feed = createNatsParser(take);
    own.on('data', (chunk: Buffer) => {
      try {
        feed(chunk);
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
      socket = null;
      reading = false;
      if (closing) return;
      const wait = Math.min(backOff.first * 2 ** failures++, backOff.longest);
      log(`${client}: ${why}; connecting anew in ${wait} ms`);
      again = setTimeout(open, wait / 2 + (wait / 2) * Math.random());
    });
  };
  open();

  return {
    connected: () => reading,
    ready: () => (reading ? Promise.resolve() : new Promise((done) => waiters.push(done))),
    async close() {
      closing = true;
      clearTimeout(again);
      const own = socket;
      if (!own) return;
      const closed = new Promise<void>((done) => own.once('close', () => done()));
      own.destroySoon();
      await closed;
    },
  };
};
