import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSkewMeter, SKEW_TOLERANCE_MS, type SkewMeter } from './skew.ts';

/** A moment by our clock, ms. */
const NOW = 1_800_000_000_000;
const SECOND = 1_000;

/** A message a second for `seconds`, the gateway's clock off by `skew`, each delayed by `delay(i)` ms. */
const live = (
  meter: SkewMeter,
  o: {
    readonly from: number;
    readonly seconds: number;
    readonly skew: number;
    readonly delay?: (i: number) => number;
  },
): number[] =>
  Array.from({ length: o.seconds }, (_, i) => {
    const sentOurs = o.from + i * SECOND;
    return meter.receive(sentOurs + o.skew, sentOurs + (o.delay?.(i) ?? 20));
  });

describe('a clock that is off', () => {
  test.each([90, -90, 3_600, -86_400 * 365 * 20])('by %d s is measured within 30 s', (seconds) => {
    const meter = createSkewMeter();
    const skew = seconds * SECOND;
    live(meter, { from: NOW, seconds: 30, skew });
    expect(meter.measuredMs).toBe(skew - 20);
  });

  test('ahead of ours, is taken off from the first message on', () => {
    const meter = createSkewMeter();
    expect(meter.receive(NOW + 90 * SECOND, NOW + 20)).toBe(90 * SECOND - 20);
  });

  test('whatever the skew and the jitter, the estimate is within the least delay', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.array(fc.integer({ min: 5, max: 1_900 }), { minLength: 60, maxLength: 60 }),
        (skew, delays) => {
          const meter = createSkewMeter();
          live(meter, { from: NOW, seconds: 60, skew, delay: (i) => delays[i]! });
          expect(meter.measuredMs).not.toBeNull();
          expect(meter.measuredMs!).toBeLessThanOrEqual(skew - 5);
          expect(meter.measuredMs!).toBeGreaterThan(skew - SKEW_TOLERANCE_MS);
        },
      ),
    );
  });
});

test('jitter and a clock within the tolerance take nothing off', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1_500 }), { minLength: 80, maxLength: 80 }), (delays) => {
      const meter = createSkewMeter();
      const taken = live(meter, { from: NOW, seconds: 80, skew: 400, delay: (i) => delays[i]! });
      expect(new Set(taken)).toEqual(new Set([0]));
    }),
  );
});

test('a relayed backlog of ten minutes, drained in two seconds, is not skew', () => {
  const meter = createSkewMeter();
  const backlog = Array.from({ length: 600 }, (_, i) =>
    meter.receive(NOW - 600 * SECOND + i * SECOND, NOW + Math.floor((i / 600) * 2 * SECOND)),
  );
  const after = live(meter, { from: NOW + 2 * SECOND, seconds: 120, skew: 0 });
  expect(new Set([...backlog, ...after])).toEqual(new Set([0]));
  expect(meter.measuredMs).toBe(-20);
});

test('nor is a backlog that drains for two minutes', () => {
  const meter = createSkewMeter();
  const taken = Array.from({ length: 600 }, (_, i) =>
    meter.receive(NOW - 600 * SECOND + i * 1_200, NOW + i * 200),
  );
  expect(new Set([...taken, ...live(meter, { from: NOW + 120 * SECOND, seconds: 60, skew: 0 })])).toEqual(
    new Set([0]),
  );
});

test('a measured skew outlives an outage and its backlog', () => {
  const meter = createSkewMeter();
  live(meter, { from: NOW, seconds: 60, skew: -90 * SECOND });
  const back = NOW + 660 * SECOND;
  const taken = Array.from({ length: 600 }, (_, i) =>
    meter.receive(NOW + 60 * SECOND + i * SECOND - 90 * SECOND, back + i * 3),
  );
  expect(new Set(taken)).toEqual(new Set([-90 * SECOND - 20]));
  live(meter, { from: back + 2 * SECOND, seconds: 60, skew: -90 * SECOND });
  expect(meter.measuredMs).toBe(-90 * SECOND - 20);
});

describe('a clock that is set', () => {
  test.each([90, -90, 7_200])('by %d s is followed within a minute', (seconds) => {
    const meter = createSkewMeter();
    live(meter, { from: NOW, seconds: 100, skew: 0 });
    live(meter, { from: NOW + 100 * SECOND, seconds: 60, skew: seconds * SECOND });
    expect(meter.measuredMs).toBe(seconds * SECOND - 20);
  });
});

test('one message that lies about its time moves itself, not the others', () => {
  const meter = createSkewMeter();
  live(meter, { from: NOW, seconds: 60, skew: 0 });
  expect(meter.receive(NOW + 86_400 * SECOND, NOW + 60 * SECOND)).toBe(86_400 * SECOND - 60 * SECOND);
  expect(new Set(live(meter, { from: NOW + 61 * SECOND, seconds: 90, skew: 0 }))).toEqual(new Set([0]));
});
