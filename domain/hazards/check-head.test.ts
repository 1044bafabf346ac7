import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createHeadCheck } from './check-head.ts';
import { CHAIN_START, type ChainedEntry, linkHash } from './ledger-chain.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const chain = (titles: readonly string[]): ChainedEntry[] => {
  let before = CHAIN_START;
  return titles.map((title, i) => {
    const entry = {
      ...{ number: i + 1, hazard: 'H', writtenAt: '2026-01-01T00:00:00.000Z', reason: 'r' },
      ...{ writtenBy: { account: 'a', name: 'A' }, content: { title } },
    };
    before = linkHash(before, entry, sha256);
    return { ...entry, hash: before };
  });
};
const entries = chain(['a', 'b', 'c']);
const head = { mine: 'm', ledger: 'hazards' as const, number: 3, hash: entries[2]!.hash };
const verdict = (now: readonly ChainedEntry[]) => {
  const { verdict, first } = createHeadCheck(now, sha256)(head);
  return [verdict, first];
};

it('tells a chain that grew from one that was altered, cut short or taken away', () => {
  expect(verdict(entries)).toEqual(['agrees', null]);
  expect(verdict(chain(['a', 'b', 'c', 'd']))).toEqual(['agrees', null]);
  expect(verdict(entries.with(1, { ...entries[1]!, content: { title: 'x' } }))).toEqual(['altered', 2]);
  expect(verdict(entries.toSpliced(1, 1))).toEqual(['altered', 2]);
  // Written anew with its hashes: sound in itself, and only the head kept outside finds it.
  expect(verdict(chain(['a', 'x', 'c']))).toEqual(['altered', null]);
  expect(verdict(entries.slice(0, 2))).toEqual(['shorter', 3]);
  expect(verdict([])).toEqual(['missing', null]);
});
