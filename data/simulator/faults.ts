import type { LiveMessage } from '../../domain/contracts/live/messages.ts';
import { mix, textKey, uniform } from './chance.ts';
import type { SimulatedMessage } from './world.ts';

/** What goes wrong on the way from a mine's gateways: to order, and always after the truth was written down. */
export interface FaultOptions {
  readonly seed: number;
  /** Share of messages held back for 5 s to 2 min. */
  readonly late?: number;
  /** Share of messages sent a second time, up to 5 s later. */
  readonly dup?: number;
  /** Share of messages that come after the next ones of their gateway. */
  readonly outOfOrder?: number;
  /** Clocks of the gateways are off by up to this, ms; the first one by just this. */
  readonly skewMs?: number;
  /** Share of tags' positions that are wrong by 0.5 to 5 km. */
  readonly lying?: number;
}

export interface FaultCounts {
  readonly late: number;
  readonly dup: number;
  readonly outOfOrder: number;
  readonly lying: number;
}

export interface Faults {
  /** Takes in messages made at `time`. @returns what leaves the gateways by now, in the order it leaves */
  pass(messages: readonly SimulatedMessage[], time: number): SimulatedMessage[];
  /** All that is still held back; it leaves at `time`. */
  drain(time: number): SimulatedMessage[];
  /** Of a gateway's clock, ms ahead of the true time. */
  skewOf(gateway: string): number;
  readonly counts: FaultCounts;
}

const LATE_MS = [5_000, 120_000] as const;
const DUPLICATE_MS = [100, 5_000] as const;
const OVERTAKEN_MS = 1_500;
const LIE_METRES = [500, 5_000] as const;

/** `sent` is when this copy leaves; all times of a message are by its gateway's clock. */
const leaving = ({ topic, message }: SimulatedMessage, due: number, at: number, skew: number) => ({
  topic,
  message: {
    ...message,
    at: message.at + skew,
    sent: Math.round(message.sent + (due - at) + skew),
  },
});

export const createFaults = (o: FaultOptions): Faults => {
  const { seed } = o;
  const held: { due: number; order: number; message: SimulatedMessage }[] = [];
  const counts = { late: 0, dup: 0, outOfOrder: 0, lying: 0 };
  const skews = new Map<string, number>();
  let order = 0;

  const skewOf = (gateway: string): number => {
    const known = skews.get(gateway);
    if (known !== undefined) return known;
    const most = o.skewMs ?? 0;
    const skew = skews.size === 0 ? most : Math.round((uniform(seed, textKey(gateway), 1) * 2 - 1) * most);
    skews.set(gateway, skew);
    return skew;
  };
  const between = ([low, high]: readonly [number, number], ...keys: readonly number[]) =>
    low + (high - low) * uniform(seed, ...keys);
  const withLies = (message: LiveMessage, key: number): LiveMessage => {
    if (!('tags' in message) || !o.lying) return message;
    const tags = message.tags.map((tag) => {
      const own = mix(key, textKey(tag.id));
      if (uniform(seed, own, 2) >= o.lying!) return tag;
      counts.lying++;
      const far = between(LIE_METRES, own, 3);
      const angle = uniform(seed, own, 4) * 2 * Math.PI;
      return { ...tag, e: tag.e + far * Math.sin(angle), n: tag.n + far * Math.cos(angle) };
    });
    return { ...message, tags };
  };
  const takeDue = (time: number): SimulatedMessage[] => {
    const due = held.filter((each) => each.due <= time);
    const rest = held.filter((each) => each.due > time);
    held.splice(0, held.length, ...rest);
    return due.sort((a, b) => a.due - b.due || a.order - b.order).map(({ message }) => message);
  };

  return {
    counts,
    skewOf,
    pass(messages, time) {
      for (const each of messages) {
        const { gateway } = each.topic;
        const key = mix(textKey(gateway), textKey(each.message.boot), each.message.seq);
        const skew = skewOf(gateway);
        const made = { topic: each.topic, message: withLies(each.message, key) };
        let due = time;
        if (uniform(seed, key, 5) < (o.late ?? 0)) {
          counts.late++;
          due += between(LATE_MS, key, 6);
        } else if (uniform(seed, key, 7) < (o.outOfOrder ?? 0)) {
          counts.outOfOrder++;
          due += OVERTAKEN_MS;
        }
        held.push({ due, order: order++, message: leaving(made, due, time, skew) });
        if (uniform(seed, key, 8) < (o.dup ?? 0)) {
          counts.dup++;
          const again = due + between(DUPLICATE_MS, key, 9);
          held.push({ due: again, order: order++, message: leaving(made, again, time, skew) });
        }
      }
      return takeDue(time);
    },
    drain: (time) =>
      takeDue(Number.POSITIVE_INFINITY).map(({ topic, message }) => ({
        topic,
        message: { ...message, sent: Math.min(message.sent, time + skewOf(topic.gateway)) },
      })),
  };
};
