import { describe, expect, it } from 'vitest';
import type { EntityFrame } from '../../../domain/contracts/live/entity.ts';
import { testFrame } from '../picture/frames.test-data.ts';
import { createReplay, pace } from './replay.ts';
import { testTimers } from './test-timers.test-data.ts';

interface Asked {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly signal: AbortSignal;
  answer(): void;
  fail(reason: string): void;
}

const start = () => {
  const { timers, pass } = testTimers();
  const asked: Asked[] = [];
  const shown: { time: number; period: number; at: number }[] = [];
  const failed: [number, string][] = [];
  let ended = 0;
  const replay = createReplay({
    fetchPictures: (from, to, step, signal) =>
      new Promise((resolve, reject) => {
        asked.push({
          from,
          to,
          step,
          signal,
          answer: () => {
            const frames: EntityFrame[] = [];
            for (let time = from; time <= to; time += step)
              frames.push(testFrame([], { time, source: 'history' }));
            resolve(frames);
          },
          fail: (reason) => reject(new Error(reason)),
        });
      }),
    timers,
    show: ({ time }, period) => shown.push({ time, period, at: timers.now() }),
    failed: (time, detail) => failed.push([time, detail]),
    ended: () => void ended++,
  });
  return { replay, asked, shown, failed, ended: () => ended, pass };
};

describe('pace', () => {
  it.each([
    [1, 1000, 1000],
    [2, 1000, 500],
    [5, 2000, 400],
    [10, 3000, 300],
    [60, 15_000, 250],
  ])('at %d× walks %d ms every %d ms', (speed, step, period) => {
    expect(pace(speed)).toEqual({ step, period });
  });
});

describe('replay', () => {
  it('shows the newest moment wanted, and skips those overtaken', async () => {
    const { replay, asked, shown, pass } = start();
    for (const time of [1000, 2000, 3000, 4000]) replay.seek(time);
    expect(asked.map(({ from }) => from)).toEqual([1000]);
    asked[0]!.answer();
    await pass(0);
    expect(asked.map(({ from }) => from)).toEqual([1000, 4000]);
    asked[1]!.answer();
    await pass(0);
    expect(shown.map(({ time }) => time)).toEqual([1000, 4000]);
  });

  it('plays on from the last moment asked for, a picture each period, fetching ahead', async () => {
    const { replay, asked, shown, pass } = start();
    replay.seek(10_000);
    asked[0]!.answer();
    await pass(0);
    replay.play(10, 1_000_000);
    expect(asked[1]).toMatchObject({ from: 13_000, to: 70_000, step: 3000 });
    asked[1]!.answer();
    await pass(60);
    expect(shown.at(-1)).toMatchObject({ time: 13_000, period: 300 });
    await pass(3000);
    expect(shown.at(-1)!.time).toBe(43_000);
    expect(asked[2]).toMatchObject({ from: 73_000, step: 3000 });
  });

  it('waits for pictures that are late and never runs on without them', async () => {
    const { replay, asked, shown, pass } = start();
    replay.seek(0);
    asked[0]!.answer();
    await pass(0);
    replay.play(1, 1_000_000);
    await pass(5000);
    expect(shown).toHaveLength(1);
    asked[1]!.answer();
    await pass(60);
    expect(shown.map(({ time }) => time)).toEqual([0, 1000]);
  });

  it('stops at the end of what is kept', async () => {
    const { replay, asked, shown, ended, pass } = start();
    replay.seek(0);
    asked[0]!.answer();
    await pass(0);
    replay.play(1, 2500);
    asked[1]!.answer();
    await pass(10_000);
    expect(shown.map(({ time }) => time)).toEqual([0, 1000, 2000]);
    expect(ended()).toBe(1);
  });

  it('gives up what is on its way when paused or stopped', async () => {
    const { replay, asked, shown, pass } = start();
    replay.seek(0);
    asked[0]!.answer();
    await pass(0);
    replay.play(1, 1_000_000);
    replay.pause();
    expect(asked[1]!.signal.aborted).toBe(true);
    asked[1]!.answer();
    replay.seek(9000);
    replay.stop();
    asked[2]!.answer();
    await pass(10_000);
    expect(shown.map(({ time }) => time)).toEqual([0]);
  });

  it('says why a moment cannot be shown, and goes on with the next', async () => {
    const { replay, asked, shown, failed, pass } = start();
    replay.seek(1000);
    replay.seek(2000);
    asked[0]!.fail('HTTP 503');
    await pass(0);
    asked[1]!.answer();
    await pass(0);
    expect(failed).toEqual([[1000, 'HTTP 503']]);
    expect(shown.map(({ time }) => time)).toEqual([2000]);
  });
});
