import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionMessageSchema } from '../../../domain/contracts/live/messages.ts';
import { isPlainPositionMessage } from './plain-positions.ts';

const tag = {
  id: 'P00001',
  e: 1,
  n: 2,
  h: -3.5,
  acc: 0.4,
  hd: 90,
  sos: false,
  bat: 50,
  reader: 'r1',
  still: 3,
};
const message = {
  v: 1,
  boot: 'b1',
  seq: 7,
  at: 1_790_000_000_000,
  sent: 1_790_000_000_100,
  synthetic: true,
  tags: [tag, { id: 'P2', e: 0, n: -0.5 }],
};
/** As it comes over the wire: what JSON cannot say never arrives. */
const onTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('a sound message is plain, with every field and with the fewest', () => {
  expect(isPlainPositionMessage(message)).toBe(true);
  const { synthetic: _, ...fewest } = message;
  expect(isPlainPositionMessage({ ...fewest, tags: [] })).toBe(true);
});

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, '', 'a b', 'x'.repeat(65), 'ok', [], {}, 0, -0, 1, -1, 0.5, 360, 360.01, 100.5],
    ...[1e9, -1e9, 1.1e9, 1e300, 10_001, 946_684_799_999, 946_684_800_000, 4_102_444_800_001],
    ...[
      Number.MAX_SAFE_INTEGER,
      Number.MAX_SAFE_INTEGER + 1,
      '1',
      [tag],
      [{ ...tag, id: undefined }],
      [1],
      [[]],
    ],
    Array.from({ length: 2_001 }, () => tag),
  ),
  fc.jsonValue(),
);

test('whatever is plain is what the schema says it is: no yes of its own', () => {
  const names = [...Object.keys(message), '__proto__', 'toString', 'extra'];
  const tagNames = [...Object.keys(tag), '__proto__', 'constructor', 'extra'];
  const withField = (of: object, name: string, value: unknown, gone: boolean): unknown =>
    // Text, so that "__proto__" is a field like any other.
    JSON.parse(
      `{${[...Object.entries(of).filter(([key]) => key !== name), ...(gone ? [] : [[name, value]])]
        .map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one) ?? 'null'}`)
        .join(',')}}`,
    );
  let plain = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.constantFrom(...tagNames),
      odd,
      odd,
      fc.constantFrom('message', 'tag', 'gone', 'tag gone', 'anything'),
      (name, tagName, value, tagValue, what) => {
        const changedTag = withField(tag, tagName, tagValue, what === 'tag gone');
        const candidate =
          what === 'anything'
            ? onTheWire(value)
            : what.startsWith('tag')
              ? { ...message, tags: [tag, changedTag] }
              : withField(message, name, value, what === 'gone');
        if (!isPlainPositionMessage(candidate)) return;
        plain++;
        const judged = positionMessageSchema.safeParse(candidate);
        expect(judged.success).toBe(true);
        expect(judged.data).toEqual(candidate);
      },
    ),
    { numRuns: 4_000 },
  );
  expect(plain).toBeGreaterThan(100);
});

test.each([
  ['a number beyond all', '1e999'],
  ['a time out of range', '5'],
])('%s goes to the schema', (_, number) => {
  const text = JSON.stringify(message).replace('1790000000000', number);
  expect(isPlainPositionMessage(JSON.parse(text))).toBe(false);
});
