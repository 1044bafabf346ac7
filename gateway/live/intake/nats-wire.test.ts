import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNatsParser, encodePublish, type NatsOperation } from './nats-wire.ts';

const STREAM = Buffer.concat([
  Buffer.from('INFO {"server_id":"x"}\r\nPING\r\n+OK\r\n'),
  Buffer.from('MSG v1.c.m.water.g 1 $JS.ACK.x 7\r\n{"a":1}\r\n'),
  Buffer.from('HMSG v1.c.m.water.g 1 26 30\r\nNATS/1.0\r\nNmqtt-Pub: 1\r\n\r\nabcd\r\n'),
  Buffer.from('HMSG inbox 2 16 16\r\nNATS/1.0 503\r\n\r\n\r\n'),
  Buffer.from('MSG empty 1 0\r\n\r\n'),
  Buffer.from("-ERR 'Authorization Violation'\r\n"),
]);

const parse = (chunks: readonly Buffer[]): string[] => {
  const told: string[] = [];
  const take = (one: NatsOperation) =>
    told.push(
      one.op === 'message'
        ? `${one.subject} ${one.subscription} ${one.reply} ${one.status} ${one.payload}`
        : one.op === 'error'
          ? one.text
          : one.op,
    );
  const feed = createNatsParser(take);
  for (const chunk of chunks) feed(chunk);
  return told;
};

const TOLD = [
  'info',
  'ping',
  'ok',
  'v1.c.m.water.g 1 $JS.ACK.x 0 {"a":1}',
  'v1.c.m.water.g 1  0 abcd',
  'inbox 2  503 ',
  'empty 1  0 ',
  'Authorization Violation',
];

test('reads what a server writes, however the bytes are cut', () => {
  expect(parse([STREAM])).toEqual(TOLD);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 }), (cuts) => {
      const chunks: Buffer[] = [];
      let at = 0;
      for (const cut of [...cuts, STREAM.length]) {
        if (at < STREAM.length) chunks.push(STREAM.subarray(at, at + cut));
        at += cut;
      }
      expect(parse(chunks)).toEqual(TOLD);
    }),
  );
});

test('what is not NATS is an error, whatever it is', () => {
  for (const wrong of ['HTTP/1.1 400 Bad Request\r\n', 'MSG a\r\n', 'MSG a 1 -5\r\n', 'HMSG a 1 9 3\r\n'])
    expect(() => parse([Buffer.from(wrong)])).toThrow(/not NATS/);
  expect(() => parse([Buffer.alloc(70_000, 65)])).toThrow(/line without an end/);
});

test('a publish carries its length and where the answer goes', () => {
  expect(encodePublish('a.b', 'xyz', 'r').toString()).toBe('PUB a.b r 3\r\nxyz\r\n');
  expect(encodePublish('a.b', '').toString()).toBe('PUB a.b 0\r\n\r\n');
});
