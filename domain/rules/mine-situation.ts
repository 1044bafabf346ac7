import type { Alarm } from '../contracts/live/alarm.ts';
import type { EntityColumns, RosterEntry, Spot } from '../contracts/live/entity.ts';
import type { GatewayState, Reading } from '../contracts/live/viewer.ts';
import type { ReadyFinding } from './finding.ts';
import type { ToldOfTags } from './stillness.ts';

/** All that the rules are judged by, of one moment. */
export interface MineSituation {
  /** ms since 1970: the moment the picture is of, by the gateway's clock. */
  readonly time: number;
  /** Whether the mine itself is made up. */
  readonly synthetic: boolean;
  /** Whether what a finding is about was made up, where the mine is not; left out: as the mine. */
  readonly isMadeUp?: ((subject: Alarm['subject']) => boolean) | undefined;
  /** Whether a tag was handed back and not heard since: nothing that is said of it holds any more. Left out: none was. */
  readonly isReturned?: ((tag: string) => boolean) | undefined;
  readonly entities: EntityColumns;
  /** What the tags say of their own positions; null where nobody noted it. */
  readonly told: ToldOfTags | null;
  /** By handle. */
  readonly roster: ReadonlyMap<number, RosterEntry>;
  /** Row 0 is "not known". */
  readonly spots: readonly Spot[];
  /** By tag: buttons pressed since the picture before, whatever this picture says of them now. */
  readonly calls: ReadonlyMap<string, SosCall>;
  /** Latest of each device and metric, by `readingKey`. */
  readonly readings: ReadonlyMap<string, Reading>;
  readonly gateways: readonly GatewayState[];
  /** Reader → when a tag was last heard by it, ms by the gateway's clock; null where nobody keeps count. */
  readonly readersHeard: ReadonlyMap<string, number> | null;
  /** Work place → the cameras that see it; null where that has not been worked out. */
  readonly coverage: ReadonlyMap<string, readonly string[]> | null;
  /** null where slopes were not judged now: their alarms stay as they are. */
  readonly slopes: SlopeSituation | null;
}

/** Times a tag was heard calling for help since the picture before; ms by our clock. */
export interface SosCall {
  readonly first: number;
  readonly at: number;
  /** Where at `at`, ENU metres; null: at no place that can be. */
  readonly enu: readonly [number, number, number] | null;
  /** Row of the spots. */
  readonly spot: number;
}

export interface SlopeSituation {
  readonly findings: readonly ReadyFinding[];
  /** By `slopeKey`: what is known not to hold. Of what is neither here nor found nothing is known. */
  readonly denied: ReadonlySet<string>;
}

/** @param threshold id of the threshold in live.yaml; null for a forecast */
export const slopeKey = (check: ReadyFinding['check'], threshold: string | null, station: string): string =>
  `${check} ${threshold ?? ''} ${station}`;

export const readingKey = (device: string, metric: string): string => `${device} ${metric}`;

/**
 * A reading older than this says nothing about now. The mine's own number where it has set one; this is a property of
 * the program, not of a regulation.
 */
export const READING_CURRENT_MINUTES = 5;
