import mqtt, { type MqttClient } from 'mqtt';
import type { SimulatedMessage } from '../../data/simulator/world.ts';
import { formatTopic } from '../../domain/contracts/live/topic.ts';

/** One simulated field gateway's connection: QoS 1, a few messages in flight, the rest waits in order. */
export interface GatewayLink {
  send(message: SimulatedMessage): void;
  /** Older readings of one kind, sent as the line allows; newer ones of that kind wait until these are through. */
  sendPast(messages: Iterable<SimulatedMessage>, kind: SimulatedMessage['topic']['kind']): void;
  readonly counts: { readonly sent: number; readonly acknowledged: number };
  /** Messages not yet acknowledged: waiting and in flight. */
  readonly waiting: number;
  readonly connected: boolean;
  /** Resolves when all is acknowledged or the time is up, ms. @returns how many were left */
  finish(within: number): Promise<number>;
}

export interface LinkOptions {
  readonly url: string;
  readonly clientId: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** Of the gateway's clock, ms ahead. */
  readonly skewMs: number;
  readonly onState: (state: string) => void;
}

/** As many publishes may wait for their acknowledgement: the broker takes 16 at a time. */
const MOST_IN_FLIGHT = 12;
const RECONNECT_MS = 1_000;

export const openGatewayLink = (o: LinkOptions): GatewayLink => {
  const live: SimulatedMessage[] = [];
  let past: { next: () => SimulatedMessage | null; kind: string; held: SimulatedMessage[] } | null = null;
  let inFlight = 0;
  let state = '';
  const counts = { sent: 0, acknowledged: 0 };
  let closed = false;
  const client: MqttClient = mqtt.connect(o.url, {
    clientId: o.clientId,
    protocolVersion: 4,
    clean: false,
    reconnectPeriod: RECONNECT_MS,
    // Credentials made a moment ago are seen by the broker within a second.
    reconnectOnConnackError: true,
    ...(o.username === undefined ? {} : { username: o.username }),
    ...(o.password === undefined ? {} : { password: o.password }),
  });
  const tell = (next: string) => {
    if (next === state || closed) return;
    state = next;
    o.onState(next);
  };

  const next = (): SimulatedMessage | null => {
    const first = live.shift();
    if (first) return first;
    if (!past) return null;
    const older = past.next();
    if (older) return older;
    live.push(...past.held);
    past = null;
    return live.shift() ?? null;
  };
  const pump = () => {
    while (client.connected && !closed && inFlight < MOST_IN_FLIGHT) {
      const each = next();
      if (!each) return;
      // `sent` is when this copy leaves, by the gateway's own clock.
      const sent = Date.now() + o.skewMs;
      inFlight++;
      counts.sent++;
      client.publish(
        formatTopic(each.topic),
        JSON.stringify({ ...each.message, sent }),
        { qos: 1 },
        (error) => {
          inFlight--;
          if (!error) counts.acknowledged++;
          else if (!closed) tell(`a message was not taken: ${error.message}`);
          pump();
        },
      );
    }
  };
  client.on('connect', () => {
    tell('connected');
    pump();
  });
  client.on('close', () => tell('not connected; messages wait'));
  client.on('error', (error) => tell(error.message));

  return {
    counts,
    get waiting() {
      return live.length + inFlight + (past?.held.length ?? 0);
    },
    get connected() {
      return client.connected;
    },
    send(message) {
      if (past && message.topic.kind === past.kind) past.held.push(message);
      else live.push(message);
      pump();
    },
    sendPast(messages, kind) {
      const each = messages[Symbol.iterator]();
      past = {
        kind,
        held: [],
        next: () => {
          const { value, done } = each.next();
          return done ? null : value;
        },
      };
      pump();
    },
    async finish(within) {
      const until = Date.now() + within;
      while ((live.length > 0 || inFlight > 0) && Date.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 20));
      closed = true;
      const left = live.length + inFlight;
      await client.endAsync(left > 0);
      return left;
    },
  };
};
