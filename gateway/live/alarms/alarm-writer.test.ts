import { describe, expect, it } from 'vitest';
import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import { tinyAlarm } from '../../../domain/rules/tiny-alarm.test-kit.ts';
import { createAlarmWriter } from './alarm-writer.ts';

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('createAlarmWriter', () => {
  it('keeps what the store does not take, in its latest state, and writes it when the store is back', async () => {
    const rows = new Map<string, Alarm>();
    let isDown = true;
    const writer = createAlarmWriter(
      (alarm) => {
        if (isDown) return Promise.reject(new Error('away'));
        rows.set(alarm.id, alarm);
        return Promise.resolve();
      },
      { retryAfterMs: 1000 },
    );
    writer.run(0);
    let isKept = false;
    writer.put(tinyAlarm({ id: 'a', cursor: 1 })).then(() => {
      isKept = true;
    });
    await settle();
    writer.put(tinyAlarm({ id: 'a', cursor: 2 }));
    writer.put(tinyAlarm({ id: 'b', cursor: 3 }));
    await settle();
    expect(writer.health()).toEqual({ waiting: 2, givenUp: 0, problem: 'away' });
    isDown = false;
    writer.run(500);
    await settle();
    expect(rows.size).toBe(0);
    writer.run(1001);
    await settle();
    expect([...rows.values()].map(({ id, cursor }) => [id, cursor])).toEqual([
      ['a', 2],
      ['b', 3],
    ]);
    expect([isKept, writer.health()]).toEqual([true, { waiting: 0, givenUp: 0, problem: null }]);
  });

  it('never lets an older state of an alarm overtake a newer one', async () => {
    const written: number[] = [];
    const waiting: (() => void)[] = [];
    const writer = createAlarmWriter(({ cursor }) => {
      written.push(cursor);
      return new Promise((resolve) => waiting.push(resolve));
    });
    const kept: number[] = [];
    for (const cursor of [1, 2, 3]) void writer.put(tinyAlarm({ cursor })).then(() => kept.push(cursor));
    expect(written).toEqual([1]);
    waiting[0]!();
    await settle();
    expect([written, kept]).toEqual([[1, 3], [1]]);
    waiting[1]!();
    await settle();
    expect(kept).toEqual([1, 2, 3]);
  });

  it('counts what it had to give up, and tells who waits for it', async () => {
    const writer = createAlarmWriter(() => Promise.reject(new Error('away')), { most: 2, inFlight: 1 });
    writer.run(0);
    writer.put(tinyAlarm({ id: 'a' }));
    await settle();
    writer.put(tinyAlarm({ id: 'b' }));
    await expect(writer.put(tinyAlarm({ id: 'c' }))).rejects.toThrow(/c is not written: 2 others wait/);
    expect(writer.health()).toMatchObject({ waiting: 2, givenUp: 1 });
  });

  it('writes what waits when it is closed', async () => {
    const rows: string[] = [];
    const writer = createAlarmWriter(
      async ({ id }) => {
        await settle();
        rows.push(id);
      },
      { inFlight: 2 },
    );
    for (let i = 0; i < 9; i++) void writer.put(tinyAlarm({ id: `${i}` }));
    await writer.close();
    expect(rows.sort()).toHaveLength(9);
  });
});
