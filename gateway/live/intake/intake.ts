import type { PositionMessage, ReadingMessage } from '../../../domain/contracts/live/messages.ts';
import { parseTopic, type Topic } from '../../../domain/contracts/live/topic.ts';
import type { GatewayState } from '../../../domain/contracts/live/viewer.ts';
import {
  type Accepted,
  type IntakeSink,
  type Locator,
  NeverKept,
  type RejectReason,
  type SeenMessages,
} from '../ports.ts';
import { type BootMemory, GatewayMemory } from './gateway-memory.ts';
import { readMessage } from './read-message.ts';
import type { StrangeDevices } from './strange-devices.ts';
import type { Strangers } from './strangers.ts';

/** A mine that may send. */
export interface IntakeMine {
  readonly mine: string;
  readonly county: string;
  /** A gateway that sends nothing for so long is silent, ms. */
  readonly silentAfterMs: number;
  /** Those that are expected: listed as silent even if they were never heard. Others are admitted as well. */
  readonly gateways: readonly string[];
}

/** One MQTT message as it came in. */
export interface Incoming {
  readonly topic: string;
  readonly payload: Uint8Array;
  /** Who sent it: the credential, or the outside broker's address. */
  readonly client: string;
}

export interface Intake {
  /**
   * Resolves when the message need not come again: it is durable, or a copy of it is, or it is refused for good (and
   * counted). @throws NotKept where it must come again, since it could not be kept now
   */
  receive(incoming: Incoming): Promise<void>;
  /** Counts and keeps what must not even be looked at: a publish under another's prefix, an endless packet. */
  refuse(reason: RejectReason, incoming: Incoming, detail: string, bytes?: number): void;
  /** Sorted by id. */
  gatewayStates(mine: string): GatewayState[];
  /** Messages refused since the start, by reason; null: those of no mine that is known here. */
  rejected(mine: string | null): Readonly<Record<RejectReason, number>>;
  /** What waits to become durable. */
  waiting(): { readonly messages: number; readonly bytes: number };
}

/** Not acknowledged; the sender keeps it and sends it again. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
}

export interface IntakeOptions {
  readonly sink: IntakeSink;
  /** null: nothing is known of where this mine is. */
  readonly locator: (mine: string) => Locator | null;
  /** Which unregistered tags of a mine are taken; left out: all. */
  readonly strangers?: (mine: string) => Strangers | null;
  /** Which devices of a mine that are not listed are taken; left out: all. */
  readonly devices?: (mine: string) => StrangeDevices | null;
  /** ms since 1970 by our clock. */
  readonly clock: () => number;
  readonly mines: readonly IntakeMine[];
  readonly seen: readonly SeenMessages[];
  /** More than this waiting to become durable, and nothing is taken until some of it is. */
  readonly mostWaiting?: { readonly messages: number; readonly bytes: number };
}

const MOST_WAITING = { messages: 20_000, bytes: 64 * 1024 * 1024 };
/** A mine has fifty. More are made up, or the broker's access rules are open. */
const MOST_GATEWAYS = 4_096;
const HEAD_BYTES = 2_048;
const SHOWN_ONLY_KEPT = 1_024;
const TAGS_TOLD = 5;
/** Less than this is no clock that was set. */
const SET_BACK_MS = 2_000;
const RECENT_KEPT = 256;

const noRejects = (): Record<RejectReason, number> => ({
  'bad-topic': 0,
  'foreign-topic': 0,
  'unknown-mine': 0,
  oversized: 0,
  'not-json': 0,
  'bad-shape': 0,
  'impossible-time': 0,
  'too-many-gaps': 0,
  'seq-reused': 0,
  'not-storable': 0,
  'too-many-strangers': 0,
  'too-many-devices': 0,
});

interface MineMemory {
  readonly settings: IntakeMine;
  readonly gateways: Map<string, GatewayMemory>;
  readonly rejected: Record<RejectReason, number>;
}

/**
 * Of a message that waits to become durable only what will be kept: its tags as they came are four fifths of it, and
 * waiting they would outlive the young generation.
 */
const forKeeping = (accepted: Accepted): Accepted =>
  accepted.kind === 'position' ? { ...accepted, message: { ...accepted.message, tags: [] } } : accepted;

const NOBODY_REFUSED = (message: PositionMessage) => ({ message, refused: [] as readonly string[] });

const strangersDetail = (refused: readonly string[], tags: number): string =>
  `${refused.length} of ${tags} tags are not taken: more unregistered tags than unregisteredTags.most of live.yaml allows, ` +
  `heard by no reader of it: ${refused.slice(0, TAGS_TOLD).join(', ')}${refused.length > TAGS_TOLD ? ' …' : ''}`;

const reusedDetail = (boot: string, seq: number): string =>
  `seq ${seq} of boot ${boot} was taken already, and this one is of later than anything of that boot: the gateway counts anew ` +
  'under its old boot, so what it sends is not taken; let it choose a new boot id at every start';

/** Whether a number that was taken already comes with what cannot be a copy. */
const isReused = ({ newestAt, recent }: BootMemory, { seq, at }: { seq: number; at: number }): boolean =>
  (newestAt !== null && at > newestAt) || (recent.get(seq) ?? at) !== at;

const note = (boot: BootMemory, { seq, at }: { seq: number; at: number }): void => {
  // Of a store that did not know it, the newest of before stays unknown: a true copy could be newer than what comes first now.
  if (boot.newestAt !== null) boot.newestAt = Math.max(boot.newestAt, at);
  boot.recent.set(seq, at);
  if (boot.recent.size > RECENT_KEPT) boot.recent.delete(boot.recent.keys().next().value!);
};

const NO_DEVICE_REFUSED = (message: ReadingMessage) => ({ message, refused: [] as readonly string[] });

const devicesDetail = (refused: readonly string[]): string =>
  `readings of ${refused.length} devices are not taken: live.yaml does not list them, and as many unlisted ones as are taken ` +
  `are known already; list them under devices: ${refused.slice(0, TAGS_TOLD).join(', ')}${refused.length > TAGS_TOLD ? ' …' : ''}`;

/** The heart of the way in: everything that arrives is accepted once, known as a copy, or refused under one reason. */
export const createIntake = (o: IntakeOptions): Intake => {
  let startedAt = o.clock();
  let lastClock = startedAt;
  const most = o.mostWaiting ?? MOST_WAITING;
  const waiting = { messages: 0, bytes: 0 };
  const rejectedElsewhere = noRejects();
  const mines = new Map<string, MineMemory>(
    o.mines.map((settings) => [
      settings.mine,
      {
        settings,
        gateways: new Map(settings.gateways.map((id) => [id, new GatewayMemory(id)])),
        rejected: noRejects(),
      },
    ]),
  );
  /** By our clock; where it was set back, silence is counted on by the new one. */
  const clock = (): number => {
    const now = o.clock();
    const step = now - lastClock;
    lastClock = now;
    if (step < -SET_BACK_MS) {
      startedAt += step;
      for (const { gateways } of mines.values())
        for (const memory of gateways.values()) memory.moveWithClock(step);
    }
    return now;
  };
  for (const seen of o.seen) {
    const gateways = mines.get(seen.mine)?.gateways;
    if (!gateways) continue;
    const memory = gateways.get(seen.gateway) ?? new GatewayMemory(seen.gateway);
    memory.restore(seen);
    gateways.set(seen.gateway, memory);
  }

  const refuse: Intake['refuse'] = (
    reason,
    { topic, payload, client },
    detail,
    bytes = payload.byteLength,
  ) => {
    const mine = mines.get(parseTopic(topic)?.mine ?? '');
    (mine?.rejected ?? rejectedElsewhere)[reason]++;
    // A copy: the payload is a view into a larger buffer that would be held with it.
    const head = Uint8Array.from(payload.subarray(0, HEAD_BYTES));
    o.sink.refuse({ reason, topic, client, receivedAt: o.clock(), head, bytes, detail });
  };

  const memoryOf = (mine: MineMemory, gateway: string): GatewayMemory | null => {
    const known = mine.gateways.get(gateway);
    if (known) return known;
    if (mine.gateways.size >= MOST_GATEWAYS) return null;
    const memory = new GatewayMemory(gateway);
    mine.gateways.set(gateway, memory);
    return memory;
  };

  const keep = async (
    accepted: Accepted,
    memory: GatewayMemory,
    boot: BootMemory,
    incoming: Incoming,
  ): Promise<void> => {
    const { seq } = accepted.message;
    waiting.messages++;
    waiting.bytes += accepted.bytes;
    try {
      // A throw becomes a rejection, so that nothing below runs before the message is known as in flight.
      await (async () => o.sink.keep(accepted))();
      memory.messages++;
      boot.shownOnly.delete(seq);
      if (boot.ranges.stateOf(seq) === 'new') boot.ranges.add(seq);
    } catch (error) {
      // Counted with the first try only: it comes again and again.
      if (error instanceof NeverKept && !boot.shownOnly.has(seq))
        refuse('not-storable', incoming, (error as Error).message);
      if (boot.shownOnly.size < SHOWN_ONLY_KEPT) boot.shownOnly.set(seq, accepted.late);
      throw new NotKept((error as Error).message, { cause: error });
    } finally {
      waiting.messages--;
      waiting.bytes -= accepted.bytes;
      boot.inFlight.delete(seq);
    }
  };

  const receive = async (incoming: Incoming): Promise<void> => {
    const topic = parseTopic(incoming.topic);
    if (!topic)
      return refuse('bad-topic', incoming, 'expected v1/{county}/{mine}/{kind}/{gateway} of a known kind');
    const mine = mines.get(topic.mine);
    if (!mine) return refuse('unknown-mine', incoming, `no mine ${topic.mine} reports here`);
    if (mine.settings.county !== topic.county)
      return refuse(
        'foreign-topic',
        incoming,
        `${topic.mine} is in ${mine.settings.county}, not ${topic.county}`,
      );
    const { message, refusal } = readMessage(topic.kind, incoming.payload);
    if (!message) return refuse(refusal.reason, incoming, refusal.detail);
    const memory = memoryOf(mine, topic.gateway);
    if (!memory)
      return refuse('foreign-topic', incoming, `${topic.mine} already has ${MOST_GATEWAYS} gateways`);

    const receivedAt = clock();
    const skewMs = memory.skew.receive(message.sent, receivedAt);
    const boot = memory.boot(message.boot);
    const first = boot.inFlight.get(message.seq);
    const state = first ? 'seen' : boot.ranges.stateOf(message.seq);
    // Of such a gateway nothing is heard, however much it sends: it must fall silent on the screen.
    if (state === 'seen' && isReused(boot, message))
      return refuse('seq-reused', incoming, reusedDetail(message.boot, message.seq));
    memory.lastReceivedAt = receivedAt;
    if (state === 'seen') {
      memory.duplicates++;
      return first;
    }
    if (state === 'given-up')
      return refuse(
        'too-many-gaps',
        incoming,
        `seq ${message.seq} of boot ${message.boot} lies in a gap that was given up: too many are open`,
      );
    const bytes = incoming.payload.byteLength;
    if (waiting.messages >= most.messages || waiting.bytes + bytes > most.bytes)
      throw new NotKept(`${waiting.messages} messages (${waiting.bytes} bytes) wait to be stored already`);

    const accepted = accept(topic, incoming, { message, receivedAt, skewMs });
    if (!accepted) return;
    const at = { boot: message.boot, seq: message.seq, deviceAt: message.at, at: accepted.at };
    const before = boot.shownOnly.get(message.seq);
    const shown = { ...accepted, late: before ?? memory.noteShown(topic.kind, at) };
    if (before === undefined) o.sink.show(shown);
    note(boot, message);
    const kept = keep(forKeeping(shown), memory, boot, incoming);
    boot.inFlight.set(message.seq, kept);
    return kept;
  };

  const accept = (
    { county, mine, kind, gateway }: Topic,
    incoming: Incoming,
    { message, receivedAt, skewMs }: Pick<Accepted, 'message' | 'receivedAt' | 'skewMs'>,
  ): Accepted | null => {
    const base = {
      county,
      mine,
      gateway,
      receivedAt,
      at: message.at - skewMs,
      skewMs,
      late: false,
      bytes: incoming.payload.byteLength,
    };
    if (kind !== 'position') {
      if (!('readings' in message)) return null;
      const { message: taken, refused } = o.devices?.(mine)?.admit(message) ?? NO_DEVICE_REFUSED(message);
      if (refused.length > 0) refuse('too-many-devices', incoming, devicesDetail(refused));
      return { ...base, kind, message: taken };
    }
    if (!('tags' in message)) return null;
    const locator = o.locator(mine);
    if (!locator) {
      refuse('unknown-mine', incoming, `nothing is known of where ${mine} is: build its bundle first`);
      return null;
    }
    const { message: taken, refused } =
      o.strangers?.(mine)?.admit(message, receivedAt) ?? NOBODY_REFUSED(message);
    if (refused.length > 0)
      refuse('too-many-strangers', incoming, strangersDetail(refused, message.tags.length));
    try {
      return { ...base, kind, message: taken, located: locator.locate(taken) };
    } catch (error) {
      refuse('bad-shape', incoming, `the tags cannot be placed: ${(error as Error).message}`);
      return null;
    }
  };

  return {
    receive,
    refuse,
    gatewayStates(id) {
      const mine = mines.get(id);
      if (!mine) return [];
      const now = clock();
      return [...mine.gateways.values()]
        .sort((a, b) => (a.gateway < b.gateway ? -1 : 1))
        .map((memory) => memory.state(now, mine.settings.silentAfterMs, startedAt));
    },
    rejected: (id) => ({ ...(id === null ? rejectedElsewhere : (mines.get(id)?.rejected ?? noRejects())) }),
    waiting: () => ({ ...waiting }),
  };
};
