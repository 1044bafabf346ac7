import { expect, it } from 'vitest';
import { createTurns, LedgerBusy } from './turns.ts';

/** Work that ends when told to. */
const held = () => {
  let end = (): void => {};
  const ended = new Promise<void>((done) => {
    end = done;
  });
  return { work: () => ended, end };
};
const turnOfEvents = () => new Promise<void>((resolve) => setImmediate(resolve));

it('lets one write into a ledger at a time, in the order they came, and others into theirs meanwhile', async () => {
  const turns = createTurns({ patienceMs: 60_000, atOnce: 2 });
  const done: string[] = [];
  const [first, other, third] = [held(), held(), held()];
  const writers = [
    turns.take('a', first.work).then(() => done.push('a1')),
    turns.take('a', async () => done.push('a2 runs')),
    turns.take('b', other.work).then(() => done.push('b1')),
    turns.take('c', third.work).then(() => done.push('c1')),
  ];
  await turnOfEvents();
  expect(done).toEqual([]);
  other.end();
  await turnOfEvents();
  // The third mine waited for a place, not for a chain.
  expect(done).toEqual(['b1']);
  third.end();
  await turnOfEvents();
  expect(done).toEqual(['b1', 'c1']);
  first.end();
  await Promise.all(writers);
  expect(done.slice(2).sort()).toEqual(['a1', 'a2 runs']);
});

it('refuses whose turn does not come, and gives the place on when work fails', async () => {
  const turns = createTurns({ patienceMs: 5, atOnce: 2 });
  const first = held();
  const writing = turns.take('a', first.work);
  await expect(turns.take('a', async () => 'written')).rejects.toBeInstanceOf(LedgerBusy);
  first.end();
  await writing;
  await expect(turns.take('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(turns.take('a', async () => 'written')).resolves.toBe('written');
});
