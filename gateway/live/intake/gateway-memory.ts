import type { MessageKind } from '../../../domain/contracts/live/topic.ts';
import type { GatewayState } from '../../../domain/contracts/live/viewer.ts';
import type { SeenMessages } from '../ports.ts';
import { createSeqRanges, type SeqRanges } from './seq-ranges.ts';
import { createSkewMeter, type SkewMeter } from './skew.ts';

/** What is remembered of one start of a gateway. */
export interface BootMemory {
  readonly ranges: SeqRanges;
  /** Taken, not yet durable: a copy that comes meanwhile waits with the first. */
  readonly inFlight: Map<number, Promise<void>>;
  /** Shown, but could not be kept (late when shown?): their copies are kept, and not shown again. */
  readonly shownOnly: Map<number, boolean>;
  /** The latest time of a message that was taken, by the gateway's clock, ms; null: not known. */
  newestAt: number | null;
  /** seq → time by the gateway's clock, of the newest that were taken: a copy has the same. */
  readonly recent: Map<number, number>;
}

/** The newest that was shown of a kind. */
interface Newest {
  readonly boot: string;
  readonly seq: number;
  /** By the gateway's clock, and by ours, ms. */
  readonly deviceAt: number;
  readonly at: number;
}

/**
 * While a clock's skew is being measured the correction moves by the jitter; so where number and clock of the gateway
 * agree on the order of two messages of one boot, they rule. Else our times do: a clock may be set, a backlog may get new
 * numbers.
 */
const isOlder = (next: Newest, newest: Newest): boolean => {
  if (next.boot === newest.boot) {
    if (next.seq > newest.seq && next.deviceAt >= newest.deviceAt) return false;
    if (next.seq < newest.seq && next.deviceAt < newest.deviceAt) return true;
  }
  return next.at < newest.at;
};

/** A gateway starts anew a few times a day; copies of older starts are still known to the store. */
const BOOTS_KEPT = 32;

/** What is remembered of one field gateway. Bounded, whatever it sends. */
export class GatewayMemory {
  readonly gateway: string;
  readonly skew: SkewMeter = createSkewMeter();
  lastReceivedAt = 0;
  messages = 0;
  duplicates = 0;
  late = 0;
  /** Missing numbers of boots that are no longer remembered. */
  #forgottenMissing = 0;
  readonly #boots = new Map<string, BootMemory>();
  readonly #newest = new Map<MessageKind, Newest>();
  #current = '';

  constructor(gateway: string) {
    this.gateway = gateway;
  }

  restore({ boot, ranges, newestAt }: SeenMessages): void {
    this.#boots.set(boot, {
      ranges: createSeqRanges(ranges),
      inFlight: new Map(),
      shownOnly: new Map(),
      newestAt,
      recent: new Map(),
    });
    this.#forgetOldest();
  }

  boot(id: string): BootMemory {
    const known = this.#boots.get(id);
    if (known && this.#current === id) return known;
    const boot = known ?? {
      ranges: createSeqRanges(),
      inFlight: new Map(),
      shownOnly: new Map(),
      newestAt: Number.NEGATIVE_INFINITY,
      recent: new Map(),
    };
    // Last in the map is last used.
    this.#boots.delete(id);
    this.#boots.set(id, boot);
    this.#current = id;
    this.#forgetOldest();
    return boot;
  }

  /** Our clock was set by so many ms: what was heard by the old one is moved with it, and orders nothing any more. */
  moveWithClock(step: number): void {
    if (this.lastReceivedAt > 0) this.lastReceivedAt += step;
    this.#newest.clear();
  }

  /** Notes what is about to be shown. @returns whether it is older than what was shown of its kind */
  noteShown(kind: MessageKind, next: Newest): boolean {
    const newest = this.#newest.get(kind);
    if (newest && isOlder(next, newest)) {
      this.late++;
      return true;
    }
    this.#newest.set(kind, next);
    return false;
  }

  state(now: number, silentAfterMs: number, startedAt: number): GatewayState {
    let missing = this.#forgottenMissing;
    for (const { ranges } of this.#boots.values()) missing += ranges.missing();
    return {
      gateway: this.gateway,
      lastReceivedAt: this.lastReceivedAt,
      skewMs: this.skew.measuredMs,
      messages: this.messages,
      duplicates: this.duplicates,
      late: this.late,
      missing: Math.min(missing, Number.MAX_SAFE_INTEGER),
      silent: now - Math.max(this.lastReceivedAt, startedAt) > silentAfterMs,
    };
  }

  #forgetOldest(): void {
    if (this.#boots.size <= BOOTS_KEPT) return;
    for (const [id, { inFlight, ranges }] of this.#boots) {
      if (inFlight.size > 0 || id === this.#current) continue;
      this.#forgottenMissing += ranges.missing();
      this.#boots.delete(id);
      return;
    }
  }
}
