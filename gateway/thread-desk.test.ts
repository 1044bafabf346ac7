import { setImmediate as turn } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import type { TestErrand } from './thread-desk.test-thread.ts';
import { createThreadDesk, type DeskOptions, type ThreadDesk } from './thread-desk.ts';

let desk: ThreadDesk<TestErrand, number>;
const open = (more: Partial<DeskOptions> = {}): typeof desk => {
  desk = createThreadDesk({
    script: new URL('./thread-desk.test-thread.ts', import.meta.url),
    ...{ what: 'do the test', most: 2, limit: 60_000, idle: 60_000, heap: 64 },
    ...more,
  });
  return desk;
};
afterEach(() => desk.close());

const gate = () => {
  const until = new SharedArrayBuffer(4);
  const cell = new Int32Array(until);
  return {
    until,
    open: () => {
      Atomics.store(cell, 0, 1);
      Atomics.notify(cell, 0);
    },
  };
};
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await turn();
};

it('this thread goes on while an errand blocks its own', async () => {
  const { until: memory, open: release } = gate();
  const done = open().do({ do: 'block', until: memory });
  // Were it blocked here, nothing would ever open the gate.
  for (let i = 0; i < 20; i++) await turn();
  release();
  expect(await done).not.toBe(threadId);
});

it('starts with the first errand, keeps its thread for the next, and ends it when idle', async () => {
  open({ idle: 1 });
  expect(desk.isRunning).toBe(false);
  const first = desk.do({ do: 'which' });
  const second = desk.do({ do: 'which' });
  expect(await first).toBe(await second);
  await until(() => !desk.isRunning);
  expect(await desk.do({ do: 'which' })).not.toBe(await first);
});

it('lets only so many wait', async () => {
  const { until: memory, open: release } = gate();
  const first = open().do({ do: 'block', until: memory });
  const others = [desk.do({ do: 'which' }), desk.do({ do: 'which' })];
  await expect(desk.do({ do: 'which' })).rejects.toThrow(
    '2 others wait already for the thread that is to do the test',
  );
  release();
  expect(new Set(await Promise.all([first, ...others])).size).toBe(1);
});

it('gives up what takes too long, and does the next in a new thread', async () => {
  const late = open({ limit: 1000 }).do({ do: 'block', until: gate().until });
  const next = desk.do({ do: 'which' });
  await expect(late).rejects.toThrow('it took longer than 1 s to do the test');
  expect(await next).toBeGreaterThan(0);
});

it('what fails in the thread fails here by its name, and the thread lives on; one that ends is replaced', async () => {
  const which = await open().do({ do: 'which' });
  await expect(desk.do({ do: 'throw' })).rejects.toMatchObject({
    name: 'DeskFailed',
    inner: 'RangeError',
    message: 'could not do the test: no such thing',
  });
  expect(await desk.do({ do: 'which' })).toBe(which);
  await expect(desk.do({ do: 'end' })).rejects.toThrow('its thread ended with 3');
  expect(await desk.do({ do: 'which' })).not.toBe(which);
});

it('an errand that needs more memory than it may have fails alone', async () => {
  await expect(open({ heap: 16 }).do({ do: 'hoard' })).rejects.toThrow('memory');
  expect(await desk.do({ do: 'which' })).toBeGreaterThan(0);
});

it('closing refuses what waits', async () => {
  const blocked = open().do({ do: 'block', until: gate().until });
  const waits = desk.do({ do: 'which' });
  const both = Promise.allSettled([blocked, waits]);
  await desk.close();
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(desk.do({ do: 'which' })).rejects.toThrow('the gateway is closing');
});
