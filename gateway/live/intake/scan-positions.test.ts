import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { positionMessageSchema } from '../../../domain/contracts/live/messages.ts';
import { createPositionScanner } from './scan-positions.ts';

const scan = createPositionScanner();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const tag = {
  ...{ id: 'P00001', e: 38_512_345.678, n: -2, h: -3.5, acc: 0.4, hd: 90 },
  ...{ sos: false, bat: 50, reader: 'r1', still: 3 },
};
const message = {
  ...{ v: 1, boot: 'b1', seq: 7, at: 1_790_000_000_000, sent: 1_790_000_000_100, synthetic: true },
  tags: [tag, { id: 'P2', e: 0, n: -0.5 }],
};
const text = JSON.stringify(message);

/** What JSON.parse and the schema say; undefined: refused. */
const judged = (of: string): unknown => {
  try {
    return positionMessageSchema.safeParse(JSON.parse(of)).data;
  } catch {
    return undefined;
  }
};
/** toEqual takes a field that is undefined for one that is not there. */
const expectNoOtherAnswer = (of: string): boolean => {
  const scanned = scan(bytesOf(of));
  if (scanned) expect(scanned).toEqual(judged(of));
  return scanned !== null;
};

test('a sound message is read, with every field and with the fewest', () => {
  expect(scan(bytesOf(text))).toEqual(message);
  const { synthetic: _, ...fewest } = { ...message, tags: [] };
  expect(scan(bytesOf(JSON.stringify(fewest)))).toEqual(fewest);
});

test('ids are their own strings, also where two fall into one slot', () => {
  const ids = Array.from({ length: 40_000 }, (_, i) => `T-${i}_${(i * 7919).toString(36)}`);
  for (let from = 0; from < ids.length; from += 2_000) {
    const tags = ids.slice(from, from + 2_000).map((id) => ({ id, e: 1, n: 2 }));
    const read = scan(bytesOf(JSON.stringify({ ...message, tags })));
    expect(read?.tags.map(({ id }) => id)).toEqual(tags.map(({ id }) => id));
  }
});

test('an id that was read before is not made again, however the tags of a mine are numbered', () => {
  const made = vi.spyOn(String, 'fromCharCode');
  for (const name of [
    (i: number) => `P${String(i).padStart(5, '0')}`,
    (i: number) => String(4_000_000 + i * 7),
  ]) {
    const tags = Array.from({ length: 5_000 }, (_, i) => ({ id: name(i), e: 1, n: 2 }));
    const messages = [0, 1, 2, 3, 4].map((k) =>
      bytesOf(JSON.stringify({ ...message, tags: tags.slice(k * 1000, (k + 1) * 1000) })),
    );
    for (const one of messages) expect(scan(one)).not.toBeNull();
    made.mockClear();
    for (const one of messages) scan(one);
    expect(made.mock.calls.length).toBeLessThan(50);
  }
  made.mockRestore();
});

test('numbers are those JSON.parse reads, to the last bit', () => {
  const decimal = fc
    .tuple(fc.boolean(), fc.integer({ min: 0, max: 999_999_999 }), fc.stringMatching(/^\d{0,9}$/))
    .map(([minus, whole, decimals]) => `${minus ? '-' : ''}${whole}${decimals ? `.${decimals}` : ''}`);
  let read = 0;
  fc.assert(
    fc.property(decimal, (number) => {
      const of = text.replace('38512345.678', number);
      const scanned = scan(bytesOf(of));
      if (!scanned) return;
      read++;
      expect(Object.is(scanned.tags[0]!.e, JSON.parse(number))).toBe(true);
    }),
    { numRuns: 4_000 },
  );
  expect(read).toBeGreaterThan(2_000);
});

test('whatever is read is what JSON.parse and the schema say: any bytes changed, left out or put in', () => {
  const alphabet = fc.constantFrom(...'{}[]",:.-+eE0123456789tfnulasdhorPb_ \\\n\u00e9\u0000');
  let read = 0;
  fc.assert(
    fc.property(
      fc.nat({ max: text.length - 1 }),
      fc.nat({ max: 3 }),
      fc.array(alphabet, { maxLength: 3 }),
      (at, gone, put) => {
        if (expectNoOtherAnswer(text.slice(0, at) + put.join('') + text.slice(at + gone))) read++;
      },
    ),
    { numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(100);
});

test('whatever is read is what JSON.parse and the schema say: any field with any value, once or twice', () => {
  const value = fc.oneof(
    fc.constantFrom(
      'null',
      'true',
      'false',
      '""',
      '"a b"',
      '"ok"',
      `"${'x'.repeat(64)}"`,
      `"${'x'.repeat(65)}"`,
    ),
    fc.constantFrom(
      '0',
      '-0',
      '1',
      '-1',
      '01',
      '1.',
      '.5',
      '0.5',
      '1.0',
      '1e3',
      '360',
      '360.01',
      '100.5',
      '1e999',
    ),
    fc.constantFrom(
      '1000000000',
      '1000000000.1',
      '-1000000001',
      '946684799999',
      '946684800000',
      '4102444800001',
    ),
    fc.constantFrom('9007199254740991', '9007199254740993', '123456789012345', '[]', '{}', '[1]', '[[]]'),
    fc.jsonValue().map((one) => JSON.stringify(one)),
  );
  const names = ['v', 'boot', 'seq', 'at', 'sent', 'synthetic', 'tags', '__proto__', 'extra'];
  const tagNames = [...Object.keys(tag), '__proto__', 'constructor', 'extra'];
  const fieldsOf = (of: object, name: string, its: string, isTwice: boolean): string =>
    `{${[...Object.entries(of).filter(([key]) => isTwice || key !== name), null]
      .map((one) => (one ? `"${one[0]}":${JSON.stringify(one[1])}` : `"${name}":${its}`))
      .join(',')}}`;
  let read = 0;
  fc.assert(
    fc.property(
      ...[fc.constantFrom(...names), fc.constantFrom(...tagNames), value, fc.boolean(), fc.boolean()],
      (name: string, tagName: string, its: string, isTwice: boolean, isOfTag: boolean) => {
        const of = isOfTag
          ? fieldsOf(
              { ...message, tags: undefined },
              'tags',
              `[${fieldsOf(tag, tagName, its, isTwice)}]`,
              false,
            )
          : fieldsOf(message, name, its, isTwice);
        if (expectNoOtherAnswer(of)) read++;
      },
    ),
    { numRuns: 10_000 },
  );
  expect(read).toBeGreaterThan(100);
});

test('more tags than a message may have are not read here', () => {
  const of = (count: number) =>
    JSON.stringify({ ...message, tags: Array.from({ length: count }, () => tag) });
  expect(scan(bytesOf(of(2_000)))).not.toBeNull();
  expect(scan(bytesOf(of(2_001)))).toBeNull();
});

test.each([
  ['a mark of byte order', `\uFEFF${text}`],
  ['a space', ` ${text}`],
  ['an end too much', `${text}}`],
])('%s is not read here', (_, of) => expect(scan(bytesOf(of))).toBeNull());
