import { type EventEmitter, once } from 'node:events';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { Aedes, type AuthenticateError, type Client } from 'aedes';
import { MAX_MESSAGE_BYTES } from '../../../domain/contracts/live/messages.ts';
import { parseTopic } from '../../../domain/contracts/live/topic.ts';
import { type Credentials, type Device, deviceName } from './credentials.ts';
import type { Intake } from './intake.ts';
import './no-number-cache.ts';
import { createPacketGuard } from './packet-guard.ts';

export interface BrokerOptions {
  readonly intake: Intake;
  readonly credentials: Credentials;
  /** Address to listen on; devices of a mine's network need more than the default 127.0.0.1. */
  readonly host?: string;
  /** 0: any free one. */
  readonly port: number;
  /** Certificate and key: MQTT over TLS. */
  readonly tls?: TlsOptions | undefined;
  /** Connections in all, and of one device (an old one may still hang while the new one is there). */
  readonly mostConnections?: number;
  readonly mostConnectionsADevice?: number;
  /** A device whose message could not be kept is let go after this, so that it comes back and sends again, ms. */
  readonly retryAfterMs?: number;
  readonly log?: (line: string) => void;
}

export interface Broker {
  readonly port: number;
  /** Devices that are connected, by name. */
  connected(): string[];
  close(): Promise<void>;
}

export class MqttPortTakenError extends Error {
  override readonly name = 'MqttPortTakenError';
  constructor(port: number) {
    super(
      `port ${port} is already in use: stop what listens there (a mosquitto?), choose another port for MQTT, or use that broker by MQTT_URL`,
    );
  }
}

/** CONNACK return codes, MQTT 3.1.1 table 3.1. */
const SERVER_UNAVAILABLE = 3;
const BAD_USERNAME_OR_PASSWORD = 4;
const NOTHING = Buffer.alloc(0);
const CONNECT_WITHIN_MS = 10_000;
const MOST_CLIENT_ID = 128;
/** aedes closes a connection for these before we are asked; they are counted all the same. */
const BAD_TOPIC = /empty topic|not allowed in PUBLISH|too many levels/;

const refusal = (returnCode: number, message: string): AuthenticateError =>
  Object.assign(new Error(message), { returnCode });

const payloadOf = (payload: string | Buffer): Buffer =>
  typeof payload === 'string' ? Buffer.from(payload) : payload;

/**
 * The embedded MQTT 3.1.1 broker: devices publish to it, nobody subscribes. aedes acknowledges a QoS 1 publish after
 * `authorizePublish` has called back, so that is where a message becomes durable: PUBACK means kept.
 */
export const startBroker = async (o: BrokerOptions): Promise<Broker> => {
  const { intake, credentials } = o;
  const log = o.log ?? (() => {});
  const mostADevice = o.mostConnectionsADevice ?? 4;
  const retryAfterMs = o.retryAfterMs ?? 1_000;
  /** Whom each connection was admitted as. */
  const admitted = new Map<
    Client,
    { readonly device: Device; readonly name: string; readonly by: string | null }
  >();
  const connectionsOf = (name: string) => [...admitted.values()].filter((one) => one.name === name).length;

  const authenticate = async (client: Client, name: string, password: Buffer): Promise<boolean> => {
    const device = await credentials.verify(name, password);
    if (!device) return false;
    if (connectionsOf(name) >= mostADevice)
      throw refusal(SERVER_UNAVAILABLE, `${name} already has ${mostADevice} connections`);
    // It may have gone while its password was checked.
    if (!client.conn.destroyed) admitted.set(client, { device, name, by: credentials.standing(name) });
    return true;
  };

  const aedes = await Aedes.createBroker({
    // A subscriber that stops reading would stall everyone; there is none, but our own answers are written under it too.
    drainTimeout: 2_000,
    connectTimeout: CONNECT_WITHIN_MS,
    maxInflightInbound: 16,
    maxTopicLevels: 8,
    preConnect(_client, packet, done) {
      if (packet.clientId.length > MOST_CLIENT_ID)
        return done(new Error('client id of more than 128 characters'), false);
      // Under the name it logs in with, no device can push another off by taking its client id.
      packet.clientId = `${packet.username ?? ''}/${packet.clientId}`;
      // Nothing is kept for devices: they subscribe to nothing, and a will would speak for one that is gone.
      packet.clean = true;
      delete packet.will;
      done(null, true);
    },
    authenticate(client, username, password, done) {
      if (username === undefined || password === undefined)
        return done(refusal(BAD_USERNAME_OR_PASSWORD, 'no username and password'), null);
      authenticate(client, username, password).then(
        (ok) =>
          ok
            ? done(null, true)
            : done(refusal(BAD_USERNAME_OR_PASSWORD, `wrong username or password: ${username}`), null),
        (error: Error) =>
          done(
            'returnCode' in error ? (error as AuthenticateError) : refusal(SERVER_UNAVAILABLE, error.message),
            null,
          ),
      );
    },
    authorizeSubscribe(_client, _subscription, done) {
      done(null, null);
    },
    authorizePublish(client, packet, done) {
      if (client === null) return done(null);
      packet.retain = false;
      const one = admitted.get(client);
      const incoming = {
        topic: packet.topic,
        payload: payloadOf(packet.payload),
        client: one?.name ?? client.id,
      };
      const standing = one ? credentials.standing(one.name) : null;
      if (!one || standing === null || standing !== one.by) {
        const what =
          standing === null ? 'this credential was removed' : 'this device was given a new password';
        intake.refuse('foreign-topic', incoming, what);
        return done(new Error(`${incoming.client}: ${what}`));
      }
      const topic = parseTopic(packet.topic);
      if (topic && deviceName(topic) !== one.name) {
        // Acknowledged: it will never be taken, however often it comes.
        intake.refuse('foreign-topic', incoming, `${one.name} may not publish here`);
        return done(null);
      }
      const received = intake.receive(incoming);
      // Nobody subscribes, and aedes would hold the bytes until they are answered for.
      packet.payload = NOTHING;
      received.then(
        () => done(null),
        (error: Error) => {
          if (packet.qos === 0) return done(null);
          setTimeout(() => done(error), retryAfterMs).unref();
        },
      );
    },
  });

  aedes.on('clientError', (client, error) => {
    const name = admitted.get(client)?.name ?? client.id;
    if (BAD_TOPIC.test(error.message))
      intake.refuse('bad-topic', { topic: '', payload: new Uint8Array(), client: name }, error.message);
    log(`${name}: ${error.message}`);
  });
  // The memory behind aedes does not fail; if it ever did, unheard it would end the process.
  (aedes as EventEmitter).on('error', (error: Error) => log(`broker: ${error.message}`));
  aedes.on('connectionError', (_client, error) => log(`a connection ended: ${error.message}`));

  const accept = (socket: Socket) => {
    socket.setKeepAlive(true, 60_000);
    socket.setNoDelay(true);
    let client: Client | null = null;
    const guard = createPacketGuard(MAX_MESSAGE_BYTES, ({ topic, messageId, qos, bytes, head }) => {
      const one = client && admitted.get(client);
      if (!one) return void socket.destroy();
      const detail = `${bytes} bytes, at most ${MAX_MESSAGE_BYTES} are taken`;
      intake.refuse('oversized', { topic, payload: head, client: one.name }, detail, bytes);
      const answer = qos === 1 ? 0x40 : 0x50;
      if (messageId !== null) socket.write(Buffer.from([answer, 2, messageId >> 8, messageId & 255]));
    });
    // Bytes are watched where the socket hands them to its reader, so that reading and back-pressure stay the socket's.
    const push = socket.push.bind(socket);
    socket.push = (chunk: Buffer | null, ...rest) => {
      if (chunk === null) return push(null);
      try {
        let more = true;
        for (const part of guard.filter(chunk)) more = push(part, ...rest);
        return more;
      } catch (error) {
        socket.destroy(error as Error);
        return false;
      }
    };
    client = aedes.handle(socket);
    const own = client;
    socket.once('close', () => admitted.delete(own));
  };

  const server: Server = o.tls
    ? createTlsServer({ ...o.tls, handshakeTimeout: CONNECT_WITHIN_MS }, accept)
    : createTcpServer(accept);
  server.maxConnections = o.mostConnections ?? 4_096;
  server.on('tlsClientError', (error: Error) => log(`a connection ended: ${error.message}`));
  server.listen(o.port, o.host ?? '127.0.0.1');
  await once(server, 'listening').catch(async (error: NodeJS.ErrnoException) => {
    await new Promise<void>((done) => aedes.close(done));
    throw error.code === 'EADDRINUSE' ? new MqttPortTakenError(o.port) : error;
  });
  server.on('error', (error) => log(`broker: ${error.message}`));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : o.port,
    connected: () => [...new Set([...admitted.values()].map(({ name }) => name))].sort(),
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      await new Promise<void>((done) => aedes.close(done));
      for (const client of admitted.keys()) client.conn.destroy();
      await closed;
    },
  };
};
