import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import process from 'node:process';
import { WebSocketServer } from 'ws';
import { type EntityFrame, entityState } from '../../domain/contracts/live/entity.ts';
import { createRateFrames } from '../../gateway/live/viewers/frame-stream.ts';

/** Only the way out, in a process of its own: the same pictures to all viewers, as our frames or as JSON. */
const [kind, people, ticks] = process.argv.slice(2);
const count = Number(people);
const entities = {
  count,
  handle: Uint32Array.from({ length: count }, (_, i) => i + 1),
  position: Int32Array.from({ length: count * 3 }, (_, i) => (i * 7919) % 100_000),
  heading: new Uint8Array(count),
  state: new Uint8Array(count).fill(entityState({ presence: 'fresh', kind: 'person', headingKnown: true })),
  age: new Uint32Array(count),
  spot: new Uint16Array(count),
};
const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
const connections: Socket[] = [];
sockets.on('connection', (_socket, request) => void connections.push(request.socket));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.((server.address() as AddressInfo).port);
await once(process, 'message');

const asJson = ({ mine, tick, time, synthetic, entities: e }: EntityFrame): string =>
  JSON.stringify({
    mine,
    tick,
    time,
    synthetic,
    entities: Array.from({ length: e.count }, (_, i) => ({
      id: e.handle[i],
      x: e.position[i * 3] / 100,
      y: e.position[i * 3 + 1] / 100,
      z: e.position[i * 3 + 2] / 100,
    })),
  });
const frames = createRateFrames();
const before = process.cpuUsage();
for (let tick = 0; tick < Number(ticks); tick++) {
  for (let i = 0; i < count; i += 2) {
    entities.position[i * 3] += tick % 20 < 10 ? 97 : -97;
    entities.position[i * 3 + 1] += tick % 20 < 10 ? 80 : -80;
    entities.heading[i] = tick & 255;
  }
  const frame: EntityFrame = {
    mine: 'qingshi-iron',
    tick,
    time: 1_790_000_000_000 + tick * 1000,
    source: 'live',
    synthetic: true,
    entities,
  };
  if (kind === 'json') {
    const bytes = new TextEncoder().encode(asJson(frame));
    for (const socket of sockets.clients) socket.send(bytes, { binary: false });
  } else {
    frames.next(frame);
    const message = frames.messageFor(tick - 1);
    for (const connection of connections) connection.write(message);
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
const { user, system } = process.cpuUsage(before);
process.send?.((user + system) / 1e6);
for (const socket of sockets.clients) socket.terminate();
server.close();
process.disconnect();
