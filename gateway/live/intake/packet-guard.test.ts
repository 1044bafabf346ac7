import fc from 'fast-check';
import { generate } from 'mqtt-packet';
import { expect, test } from 'vitest';
import { createPacketGuard, type OversizedPublish } from './packet-guard.ts';

const MOST = 3_000;
const publish = (bytes: number, messageId: number) =>
  generate({
    cmd: 'publish',
    topic: `v1/c/m/position/g${messageId}`,
    payload: Buffer.alloc(bytes, 120),
    qos: 1,
    dup: false,
    retain: false,
    messageId,
  });

test('however the bytes are cut, small packets pass unchanged and large ones are taken out and told', () => {
  const sizes = fc.array(fc.constantFrom(0, 1, 100, 125, 130, 2_900, 20_000), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(sizes, fc.array(fc.integer({ min: 1, max: 4_000 }), { maxLength: 40 }), (sizes, cuts) => {
      const packets = [
        generate({ cmd: 'pingreq' }),
        ...sizes.map((bytes, i) => publish(bytes, i + 1)),
        generate({ cmd: 'pingreq' }),
      ];
      const stream = Buffer.concat(packets);
      const told: OversizedPublish[] = [];
      const guard = createPacketGuard(MOST, (what) => told.push(what));
      const passed: Buffer[] = [];
      let at = 0;
      for (const cut of [...cuts, stream.length]) {
        passed.push(...guard.filter(stream.subarray(at, at + cut)));
        at += cut;
      }
      const small = packets.filter((packet) => packet.length < 10_000);
      expect(Buffer.concat(passed).equals(Buffer.concat(small))).toBe(true);
      expect(told.map(({ messageId }) => messageId)).toEqual(
        sizes.flatMap((bytes, i) => (bytes > MOST ? [i + 1] : [])),
      );
      for (const { topic, bytes, head, messageId } of told) {
        expect(topic).toBe(`v1/c/m/position/g${messageId}`);
        expect(bytes).toBe(20_000);
        expect(Buffer.from(head).equals(Buffer.alloc(2_048, 120))).toBe(true);
      }
    }),
  );
});

test('an endless packet, a huge control packet and what is no MQTT end the connection', () => {
  const guard = () => createPacketGuard(MOST, () => {});
  expect(() => guard().filter(Buffer.from([0x32, 0xff, 0xff, 0xff, 0x7f]))).toThrow(/268435455 bytes/);
  expect(() => guard().filter(Buffer.from([0x10, 0xff, 0xff, 0x03]))).toThrow(/at most 8192/);
  expect(() => guard().filter(Buffer.from([0x32, 0xff, 0xff, 0xff, 0xff, 1]))).toThrow(/no MQTT/);
});

test('random bytes never do more than end the connection', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 10 }), (chunks) => {
      const guard = createPacketGuard(MOST, () => {});
      let passed = 0;
      try {
        for (const chunk of chunks)
          for (const part of guard.filter(Buffer.from(chunk))) passed += part.length;
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
      expect(passed).toBeLessThanOrEqual(chunks.reduce((sum, { length }) => sum + length, 0));
    }),
  );
});
