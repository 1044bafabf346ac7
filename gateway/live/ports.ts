import type { Alarm } from '../../domain/contracts/live/alarm.ts';
import type { EntityColumns } from '../../domain/contracts/live/entity.ts';
import type { HistoryGap } from '../../domain/contracts/live/history.ts';
import type { IncidentHold, MakeHold } from '../../domain/contracts/live/incident-hold.ts';
import type { PositionMessage, ReadingMessage } from '../../domain/contracts/live/messages.ts';
import type { TagReturn } from '../../domain/contracts/live/tag-return.ts';
import type { MessageKind } from '../../domain/contracts/live/topic.ts';
import type { GatewayState, Reading } from '../../domain/contracts/live/viewer.ts';
import type { AsBuiltPlan, MakePlan, PlanFeature, PlanScan } from '../../domain/contracts/plans.ts';

/**
 * Where the parts of the live path meet: intake/ takes messages in, store/ keeps them, picture/ holds what is true now,
 * alarms/ judges, viewers/ sends. Each part depends on these types, not on the others; live.ts puts them together.
 */

/** A message that is well formed, admitted, and new: (mine, gateway, boot, seq) was not seen before. */
interface AcceptedBase {
  readonly county: string;
  readonly mine: string;
  readonly gateway: string;
  /** ms by our clock. */
  readonly receivedAt: number;
  /** message.at moved to our clock by the measured skew of the gateway, ms. */
  readonly at: number;
  /** The skew that was taken off: the gateway's clock less ours, ms; 0 while unmeasured or within tolerance. */
  readonly skewMs: number;
  /** Older than what was already received of this gateway and kind: for history only. */
  readonly late: boolean;
  readonly bytes: number;
}
export interface AcceptedPositions extends AcceptedBase {
  readonly kind: 'position';
  readonly message: PositionMessage;
  readonly located: LocatedTags;
}
export interface AcceptedReadings extends AcceptedBase {
  readonly kind: Exclude<MessageKind, 'position'>;
  readonly message: ReadingMessage;
}
export type Accepted = AcceptedPositions | AcceptedReadings;

/** A position message's tags in the mine's frame, row by row as in message.tags. */
export interface LocatedTags {
  readonly tag: readonly string[];
  /** 3 a row: ENU cm. */
  readonly position: Int32Array;
  readonly heading: Uint8Array;
  /** ENTITY_STATE bits SOS, HEADING_KNOWN and HEIGHT_GUESSED; presence and kind are the picture's. */
  readonly state: Uint8Array;
}

/** Puts tags into the mine's frame. One a mine. */
export interface Locator {
  locate(message: PositionMessage): LocatedTags;
}

/** Why a message was not taken. */
export const REJECT_REASONS = [
  'bad-topic',
  'foreign-topic',
  'unknown-mine',
  'oversized',
  'not-json',
  'bad-shape',
  'impossible-time',
  'too-many-gaps',
  /** A number that was taken already, with a later time than any copy can have: the gateway began anew under its old boot. */
  'seq-reused',
  /** The database will never take it as it is; it is not acknowledged, so its device still holds it. */
  'not-storable',
  /** Only the tags it names are left out; the rest of the message is taken. */
  'too-many-strangers',
  /** Only the readings of the devices it names are left out; the rest of the message is taken. */
  'too-many-devices',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

export interface Reject {
  readonly reason: RejectReason;
  readonly topic: string;
  readonly client: string;
  readonly receivedAt: number;
  /** The first 2 KiB as received. */
  readonly head: Uint8Array;
  readonly bytes: number;
  /** Which field and value, and what was expected. */
  readonly detail: string;
}

/** Takes what intake has accepted. */
export interface IntakeSink {
  /** At once, for the live picture: never waits, never throws. */
  show(accepted: Accepted): void;
  /**
   * Resolves once it is durable; the device's acknowledgement waits for it. Rejects where it cannot be kept now. Of a position
   * message it gets `located` and no `message.tags`.
   */
  keep(accepted: Accepted): Promise<void>;
  /** Kept for inspection, as far as there is room. */
  refuse(reject: Reject): void;
}

/** The store answers, but will never take this message as it is. */
export class NeverKept extends Error {
  override readonly name = 'NeverKept';
}

/** Which messages of a gateway were received: half-open ranges of seq, sorted, not touching. */
export interface SeenMessages {
  readonly mine: string;
  readonly gateway: string;
  readonly boot: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
  /** The latest time of its messages by the gateway's clock, ms; null: not known. */
  readonly newestAt: number | null;
}

/** One moment of a mine as it was kept: `tag[i]` belongs to row i of the columns (handle is the row number). */
export interface KeptPicture {
  readonly time: number;
  readonly tag: readonly string[];
  /** 1: the row's position was made up. */
  readonly synthetic: Uint8Array;
  readonly entities: EntityColumns;
}

/** How one kept position came in; times in ms. */
export interface HeardPosition {
  /** Corrected device time. */
  readonly at: number;
  readonly gateway: string;
  readonly receivedAt: number;
  /** Taken off the device's time. */
  readonly skewMs: number;
}

export interface AlarmQuery {
  readonly mine: string;
  /** Only changes after this cursor. */
  readonly afterCursor?: number;
  /** Raised before `to` and not cleared before `from`, ms. */
  readonly from?: number;
  readonly to?: number;
  /** Those that still want an answer: not acknowledged, or not cleared (domain/rules/alarm-order.ts isOpen). */
  readonly open?: boolean;
  readonly limit: number;
}

/** A plan to be registered, with what the mine holds now. */
export interface NewPlan extends MakePlan {
  readonly revision: string;
  readonly features: readonly PlanFeature[];
}

/** PostgreSQL behind the live path. Implemented in store/. Every promise rejects with a StoreDown error where it is not there. */
export interface LiveStore {
  /** Resolves when committed. Many calls share one transaction. A message already stored is not stored again. */
  keep(accepted: Accepted): Promise<void>;
  seen(): Promise<SeenMessages[]>;
  refuse(reject: Reject): void;
  rejects(mine: string | null, limit: number): Promise<Reject[]>;
  /** Everyone's last known place, so that nobody disappears by a restart. */
  lastPicture(mine: string): Promise<KeptPicture | null>;
  /** A whole picture once a minute: what replay starts from. */
  keepPicture(mine: string, picture: KeptPicture): Promise<void>;
  lastReadings(mine: string): Promise<Reading[]>;
  readings(mine: string, device: string, metric: string, from: number, to: number): Promise<Reading[]>;
  /**
   * Several metrics of one device as means over bins of `binMs` (aligned to 1970), oldest first; a bin without a value
   * of any of the metrics is left out, a single missing metric in it is NaN. `time` is the mean time of the bin's values.
   */
  binned(
    mine: string,
    device: string,
    metrics: readonly string[],
    o: { readonly from: number; readonly to: number; readonly binMs: number },
  ): Promise<{ readonly time: Float64Array; readonly values: readonly Float64Array[] }>;
  /**
   * The medians of a device's metrics over the first hour that is kept of any of them, in their order; one without a value
   * in it is NaN. `time` is the mean time. null: nothing is kept.
   */
  firstHour(
    mine: string,
    device: string,
    metrics: readonly string[],
  ): Promise<{ readonly time: number; readonly values: readonly number[] } | null>;
  putAlarm(alarm: Alarm): Promise<void>;
  alarms(query: AlarmQuery): Promise<Alarm[]>;
  /** What of the past can be shown again. */
  span(mine: string): Promise<{ readonly from: number; readonly to: number } | null>;
  /** What of that is not kept any more, or cannot be read. Oldest first. */
  gaps(mine: string): Promise<HistoryGap[]>;
  /** Everyone at one moment: last known place of each, with its age. */
  pictureAt(mine: string, time: number): Promise<KeptPicture | null>;
  /** Pictures from…to (ms, both included) every `step` ms. */
  pictures(mine: string, from: number, to: number, step: number): AsyncIterable<KeptPicture>;
  /** One tag's positions, oldest first. position: 3 a row, ENU cm. */
  track(
    mine: string,
    tag: string,
    from: number,
    to: number,
  ): Promise<{ readonly time: Float64Array; readonly position: Int32Array }>;
  /** How the last position of a tag not after `time` came in; null: none is kept of it. */
  heardAt(mine: string, tag: string, time: number): Promise<HeardPosition | null>;
  /** Tags that were handed back: the newest return of each, the newest first. */
  tagReturns(mine: string): Promise<TagReturn[]>;
  /** @param account its id; `made.by` is its name as it was */
  returnTag(mine: string, account: string, made: TagReturn): Promise<void>;
  /** Those that stand first, then the newest released. */
  holds(mine: string): Promise<IncidentHold[]>;
  /** Nothing between from and to is thrown away while the hold stands. null: too many stand already. */
  hold(mine: string, wanted: MakeHold): Promise<IncidentHold | null>;
  /** The hold as it is then; null: the mine has no such hold. Who released it first stays written. */
  releaseHold(mine: string, id: string, by: string): Promise<IncidentHold | null>;
  /** The register of as-built plans, the newest entry first. */
  plans(mine: string): Promise<AsBuiltPlan[]>;
  /** null: MOST_PLANS are registered already. */
  makePlan(mine: string, wanted: NewPlan): Promise<AsBuiltPlan | null>;
  /** What was in the mine when the plan was made; null: the mine has no such plan. */
  planFeatures(mine: string, id: string): Promise<readonly PlanFeature[] | null>;
  /** The signed paper of a plan, once for good. null: no such plan; `taken`: it has one. */
  attachScan(mine: string, id: string, scan: Omit<PlanScan, 'at'>): Promise<AsBuiltPlan | 'taken' | null>;
  health(): { readonly kept: boolean; readonly since: number };
  close(): Promise<void>;
}

/** The state of all gateways of a mine, told by intake. */
export type GatewayStates = (mine: string) => readonly GatewayState[];
