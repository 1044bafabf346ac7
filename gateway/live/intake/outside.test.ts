import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createIntake } from './intake.ts';
import { MINE, NOW, PLAIN_LOCATOR, recordingSink } from './messages.test-data.ts';
import { startOutside } from './outside.ts';
import type { Subscriber } from './subscriber.ts';

const intake = createIntake({
  sink: recordingSink(),
  locator: () => PLAIN_LOCATOR,
  clock: () => NOW,
  mines: [MINE],
  seen: [],
});
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

test.each([
  ['not an address', /expected e\.g\. mqtt:/],
  ['http://host', /"http:\/\/…", expected mqtt:/],
  ['nats://host:4222', /expected nats:\/\/host:4222\/STREAM/],
])('%s is refused with what is expected', (url, message) => {
  expect(() => startOutside({ intake, url, name: 'n' })).toThrow(message);
});

/** A server that answers every connection with these bytes. */
const answering = async (bytes: Buffer): Promise<number> => {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(bytes));
  });
  server.listen(0, '127.0.0.1');
  await new Promise((go) => server.once('listening', go));
  ends.push(() => new Promise((done) => server.close(() => done())));
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

test.each([
  [
    'a wrong password',
    Buffer.from([0x20, 2, 0, 5]),
    /not authorized: check username and password in MQTT_URL/,
  ],
  ['what is no MQTT', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'), /connecting anew/],
  ['an endless packet', Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]), /268435455 bytes/],
  ['nothing', Buffer.alloc(0), /closed the connection/],
])(
  'an outside broker that answers with %s is told in a line, and tried again',
  async (_what, bytes, said) => {
    const log: string[] = [];
    const port = await answering(bytes);
    const subscriber: Subscriber = startOutside({
      intake,
      url: `mqtt://127.0.0.1:${port}`,
      name: 'n',
      log: (line) => log.push(line),
    });
    ends.unshift(() => subscriber.close());
    while (log.length === 0) await new Promise((go) => setTimeout(go, 5));
    expect(log[0]).toMatch(said);
    expect(log[0]).toMatch(/connecting anew in \d+ ms/);
    expect(subscriber.connected()).toBe(false);
  },
);
