import { describe, expect, it } from 'vitest';
import type { PositionMessage } from '../../domain/contracts/live/messages.ts';
import { createFaults, type FaultOptions } from './faults.ts';
import type { SimulatedMessage } from './world.ts';

const START = Date.UTC(2026, 4, 20);

const messageOf = (gateway: string, seq: number, time: number): SimulatedMessage => ({
  topic: { county: 'c', mine: 'm', kind: 'position', gateway },
  message: {
    v: 1,
    boot: 'b',
    seq,
    at: time,
    sent: time,
    synthetic: true,
    tags: [{ id: 'T', e: 1000, n: 2000 }],
  },
});
const key = ({ topic, message }: SimulatedMessage) => `${topic.gateway}/${message.seq}`;

/** Sends `seconds` messages of two gateways. */
const run = (o: Omit<FaultOptions, 'seed'>, seconds: number) => {
  const faults = createFaults({ seed: 5, ...o });
  const left: { message: SimulatedMessage; time: number }[] = [];
  for (let i = 0; i < seconds; i++) {
    const time = START + i * 1000;
    const made = ['G-1', 'G-2'].map((gateway) => messageOf(gateway, i, time));
    for (const message of faults.pass(made, time)) left.push({ message, time });
  }
  // Long after: whatever is held back has its own time to leave.
  for (const message of faults.drain(START + seconds * 1000 + 600_000))
    left.push({ message, time: Number.NaN });
  return { faults, left, made: seconds * 2 };
};

/** Within 4.5 standard deviations of a binomial count: false alarms once in 150 000. */
const expectShare = (count: number, of: number, share: number) => {
  expect(Math.abs(count - of * share)).toBeLessThan(4.5 * Math.sqrt(of * share * (1 - share)));
};

describe('faults to order', () => {
  it('change nothing where none are ordered', () => {
    const { left, made } = run({}, 50);
    expect(left).toHaveLength(made);
    for (const { message, time } of left)
      expect(message).toEqual(messageOf(message.topic.gateway, message.message.seq, time));
  });

  it('late: the ordered share leaves 5 s to 2 min after it was true, and nothing is lost', () => {
    const { left, made, faults } = run({ late: 0.05 }, 4000);
    expect(new Set(left.map(({ message }) => key(message))).size).toBe(made);
    const waits = left.map(({ message }) => message.message.sent - message.message.at).filter((ms) => ms > 0);
    expectShare(waits.length, made, 0.05);
    expect(faults.counts.late).toBe(waits.length);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(5000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(120_000);
    for (const { message, time } of left)
      if (!Number.isNaN(time)) {
        const after = time - message.message.sent;
        expect(after).toBeGreaterThanOrEqual(-1);
        expect(after).toBeLessThan(1001);
      }
  });

  it('dup: a duplicate is the same message but for when it was sent', () => {
    const { left, made, faults } = run({ dup: 0.02 }, 4000);
    expectShare(left.length - made, made, 0.02);
    expect(faults.counts.dup).toBe(left.length - made);
    const first = new Map<string, SimulatedMessage>();
    for (const { message } of left) {
      const other = first.get(key(message));
      if (other) expect({ ...message.message, sent: 0 }).toEqual({ ...other.message, sent: 0 });
      else first.set(key(message), message);
    }
    expect(first.size).toBe(made);
  });

  it('out of order: the ordered share is overtaken by the next of its gateway', () => {
    const { left, made } = run({ outOfOrder: 0.1 }, 4000);
    const newest = new Map<string, number>();
    let overtaken = 0;
    for (const { message } of left) {
      const before = newest.get(message.topic.gateway) ?? -1;
      if (message.message.seq < before) overtaken++;
      newest.set(message.topic.gateway, Math.max(before, message.message.seq));
    }
    expect(left).toHaveLength(made);
    // Held 1.5 s: it comes after the next one, unless that one is held too.
    expectShare(overtaken, made, 0.1 * 0.9 + 0.1 * 0.1 * 0.9);
  });

  it('what is still held back at the end leaves then', () => {
    const faults = createFaults({ seed: 5, late: 1, skewMs: 7000 });
    expect(faults.pass([messageOf('G-1', 0, START)], START)).toEqual([]);
    const [drained, ...more] = faults.drain(START + 1000);
    expect(more).toEqual([]);
    expect(drained!.message).toMatchObject({ seq: 0, at: START + 7000, sent: START + 8000 });
  });

  it('skew: the first clock is off by all that was ordered, others by less, each always by the same', () => {
    const { left, faults } = run({ skewMs: 90_000 }, 100);
    expect(faults.skewOf('G-1')).toBe(90_000);
    expect(Math.abs(faults.skewOf('G-2'))).toBeLessThanOrEqual(90_000);
    for (const { message, time } of left)
      expect(message.message.at - time).toBe(faults.skewOf(message.topic.gateway));
  });

  it('lying: the ordered share of positions is wrong by 0.5 to 5 km', () => {
    const { left, made } = run({ lying: 0.03 }, 4000);
    const off = left
      .map(({ message }) => (message.message as PositionMessage).tags[0]!)
      .map(({ e, n }) => Math.hypot(e - 1000, n - 2000))
      .filter((metres) => metres > 0);
    expectShare(off.length, made, 0.03);
    expect(Math.min(...off)).toBeGreaterThanOrEqual(500);
    expect(Math.max(...off)).toBeLessThanOrEqual(5000);
  });
});
