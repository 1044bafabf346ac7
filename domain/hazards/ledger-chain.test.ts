import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CHAIN_START,
  type ChainedEntry,
  canonicalJson,
  checkChain,
  checkKeptChain,
  type LedgerEntry,
  linkHash,
} from './ledger-chain.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const chain = (contents: readonly unknown[]): ChainedEntry[] => {
  let before = CHAIN_START;
  return contents.map((content, i) => {
    const entry: LedgerEntry = {
      number: i + 1,
      hazard: `H${i % 3}`,
      writtenAt: '2026-05-01T08:00:00Z',
      writtenBy: { account: 'wang', name: '王工' },
      reason: '登记',
      content,
    };
    before = linkHash(before, entry, sha256);
    return { ...entry, hash: before };
  });
};

test('a chain as it was written is sound, and so is an empty one', () => {
  expect(checkChain(chain([{ a: 1 }, { b: [1, 2, { c: '岩溶' }] }]), sha256)).toBeNull();
  expect(checkChain([], sha256)).toBeNull();
});

test('any edit, deletion or insertion shows, and where', () => {
  const contents = fc.array(fc.record({ value: fc.integer(), word: fc.string() }), {
    minLength: 2,
    maxLength: 12,
  });
  fc.assert(
    fc.property(contents, fc.nat(), (all, at) => {
      const sound = chain(all);
      const i = at % sound.length;
      const edited = sound.map((entry, k) =>
        k === i ? { ...entry, writtenBy: { account: 'wang', name: '别人' } } : entry,
      );
      expect(checkChain(edited, sha256)).toEqual({ kind: 'changed', number: i + 1 });
      const shorter = sound.filter((_, k) => k !== i);
      const fault = checkChain(shorter, sha256, [sound.at(-1)!]);
      expect(fault).not.toBeNull();
    }),
  );
});

test('a chain written anew from the start is sound in itself, and not the one whose head the county keeps', () => {
  const kept = chain([{ a: 1 }, { a: 2 }]).at(-1)!;
  const forged = chain([{ a: 1 }, { a: 3 }]);
  expect(checkChain(forged, sha256)).toBeNull();
  expect(checkChain(forged, sha256, [kept])).toMatchObject({ kind: 'head-differs' });
  expect(checkChain(forged.slice(0, 1), sha256, [kept])).toEqual({ kind: 'number-missing', number: 2 });
});

test('of a chain whose hashes are kept one by one, an entry without its own was perhaps written anew', () => {
  const entries = chain([{ a: 1 }, { a: 2 }, { a: 3 }]);
  expect(checkKeptChain(entries, sha256, entries)).toBeNull();
  expect(checkKeptChain(entries, sha256, entries.slice(0, 1))).toEqual({ kind: 'head-missing', number: 2 });
  expect(checkKeptChain(entries, sha256, [])).toEqual({ kind: 'head-missing', number: 1 });
  expect(checkKeptChain([], sha256, [])).toBeNull();
});

test('the same content has one text, whatever order its keys were put in', () => {
  expect(canonicalJson({ b: 1, a: [true, null, 'x'], u: undefined })).toBe('{"a":[true,null,"x"],"b":1}');
  expect(canonicalJson({ a: [true, null, 'x'], b: 1 })).toBe(canonicalJson({ b: 1, a: [true, null, 'x'] }));
  expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
