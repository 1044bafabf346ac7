import { DatabaseError } from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Accepted, NeverKept } from '../ports.ts';
import { KeepQueue } from './keep-queue.ts';
import { madePositions } from './made-messages.ts';
import { StoreDown } from './store-down.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const message = (seq: number) => madePositions({ seq, at: 1_790_000_000_000 + seq, tags: [] });
const queueOf = (commit: (batch: readonly Accepted[]) => Promise<void>, maxMessages = 100) => {
  const told: boolean[] = [];
  const queue = new KeepQueue({
    commit,
    gatherMs: 0,
    patienceMs: 5000,
    maxBytes: 1e6,
    maxMessages,
    tell: (error) => told.push(error === null),
  });
  return { queue, told };
};
const failure = (code: string): DatabaseError => Object.assign(new DatabaseError(code, 0, 'error'), { code });

test('what waits while one batch is stored goes together into the next', async () => {
  const batches: number[][] = [];
  let release = (): void => {};
  const { queue } = queueOf(async (batch) => {
    batches.push(batch.map((one) => one.message.seq));
    if (batches.length === 1)
      await new Promise<void>((resolve) => {
        release = resolve;
      });
  });
  const first = queue.keep(message(0));
  await vi.advanceTimersByTimeAsync(1);
  const others = [1, 2, 3].map((seq) => queue.keep(message(seq)));
  release();
  await Promise.all([first, ...others]);
  expect(batches).toEqual([[0], [1, 2, 3]]);
});

test('a message that the database will never take does not stop the others', async () => {
  const stored: number[] = [];
  const { queue } = queueOf(async (batch) => {
    if (batch.some((one) => one.message.seq === 1)) throw failure('22003');
    stored.push(...batch.map((one) => one.message.seq));
  });
  const results = await Promise.allSettled([0, 1, 2].map((seq) => queue.keep(message(seq))));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((results[1] as PromiseRejectedResult).reason).toBeInstanceOf(NeverKept);
  expect(stored).toEqual([0, 2]);
});

test.each(['a database that refuses', 'a database that hangs'])(
  '%s: messages are given back in time, no more wait than there is room for, and it is told',
  async (what) => {
    const { queue, told } = queueOf(
      () => (what.endsWith('hangs') ? new Promise(() => {}) : Promise.reject(failure('53100'))),
      3,
    );
    const given: unknown[] = [];
    for (let seq = 0; seq < 4; seq++) queue.keep(message(seq)).catch((error) => given.push(error));
    await vi.advanceTimersByTimeAsync(1);
    expect(given).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(4990);
    expect(given).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(20);
    expect(given).toHaveLength(4);
    for (const error of given) expect(error).toBeInstanceOf(StoreDown);
    expect(told).toContain(false);
    // There is room again.
    queue.keep(message(9)).catch((error) => given.push(error));
    await vi.advanceTimersByTimeAsync(100);
    expect(given).toHaveLength(4);
  },
);

test('it tries again until it succeeds', async () => {
  let attempts = 0;
  const { queue, told } = queueOf(async () => {
    if (++attempts < 4) throw failure('57P03');
  });
  const kept = queue.keep(message(0));
  await vi.advanceTimersByTimeAsync(1000);
  await kept;
  expect(told).toEqual([false, false, false, true]);
});

test('nothing is taken after it was closed', async () => {
  const { queue } = queueOf(() => Promise.resolve());
  const kept = queue.keep(message(0));
  await queue.close();
  await kept;
  await expect(queue.keep(message(1))).rejects.toThrow(StoreDown);
});
