import { create } from 'zustand';
import type { Alarm } from '../../domain/contracts/live/alarm.ts';
import type { EntityFrame, RosterEntry, Spot } from '../../domain/contracts/live/entity.ts';
import type { HistoryGap } from '../../domain/contracts/live/history.ts';
import type { HoldList } from '../../domain/contracts/live/incident-hold.ts';
import type { LiveSetup } from '../../domain/contracts/live/setup.ts';
import type { GatewayState, Reading } from '../../domain/contracts/live/viewer.ts';
import type { EntityRef } from '../engines/mine-view.ts';
import type { FetchFailure } from '../shell/fetch-json.ts';

/** What the page knows of the open mine's people and devices, now or at the moment of the past that is shown. */

/** Live, or a moment of the kept past. `time` in ms; speed 1…60 while playing, 0 standing still. */
export type Clock =
  | { readonly mode: 'live' }
  | { readonly mode: 'history'; readonly time: number; readonly speed: number };

/** `none`: this mine has no live side. `waiting`: the connection broke and is tried again. */
export type Connection = 'none' | 'connecting' | 'open' | 'waiting';

export interface Flow {
  readonly gateways: readonly GatewayState[];
  readonly rejected: Readonly<Record<string, number>>;
  readonly history: 'kept' | 'not-kept';
  readonly historySince: number;
}

/** What of the shown moment is really known. While false, an empty map means "not known", never "none". */
export interface Known {
  readonly picture: boolean;
  readonly alarms: boolean;
  readonly readings: boolean;
}

export interface LiveState {
  readonly mine: string | null;
  readonly connection: Connection;
  readonly clock: Clock;
  /** The moment that is shown, ms by the gateway's clock: ages are reckoned from it. null before the first picture. */
  readonly now: number | null;
  /** Since when no picture has come though one should, ms by the gateway's clock; null while they come. */
  readonly lostSince: number | null;
  readonly known: Known;
  /** What of the past can be shown; null while it is not known or nothing is kept. */
  readonly span: { readonly from: number; readonly to: number } | null;
  /** What of the span is not kept. */
  readonly gaps: readonly HistoryGap[];
  /** Why the wanted moment of the past is not on the screen; null: it is, or it is on its way. */
  readonly pastFailure: string | null;
  /** There are older alarms than those that are shown of the past. */
  readonly alarmsCut: boolean;
  /** Alarms raised in the span, for the marks on the timeline; open ones of now included. */
  readonly marks: readonly Alarm[];
  /** What is kept from being thrown away; null: not known yet. */
  readonly holds: HoldList | null;
  /** Why the holds could not be fetched last time; what is shown of them is older. */
  readonly holdsFailure: FetchFailure | null;
  readonly setup: LiveSetup | null;
  /** Why the mine's live side could not be opened; it is tried again. */
  readonly setupFailure: FetchFailure | null;
  readonly synthetic: boolean;
  readonly roster: ReadonlyMap<number, RosterEntry>;
  readonly spots: readonly Spot[];
  /** The picture on the screen; null before the first. Its `time` is what all panels call "now". */
  readonly frame: EntityFrame | null;
  /** By `readingKey`. */
  readonly readings: ReadonlyMap<string, Reading>;
  readonly alarms: ReadonlyMap<string, Alarm>;
  /** The alarms of now, also while the past is shown: a call for help waits for nobody's replay. */
  readonly alarmsNow: ReadonlyMap<string, Alarm>;
  readonly flow: Flow | null;
  readonly selected: EntityRef | null;
  readonly following: boolean;
  /** Id of the open panel; null = the panel column is closed. */
  readonly panel: string | null;
}

export const readingKey = (device: string, metric: string): string => `${device} ${metric}`;

const NOTHING_KNOWN: Known = { picture: false, alarms: false, readings: false };

export const NO_LIVE: LiveState = {
  mine: null,
  connection: 'none',
  clock: { mode: 'live' },
  now: null,
  lostSince: null,
  known: NOTHING_KNOWN,
  span: null,
  alarmsCut: false,
  gaps: [],
  pastFailure: null,
  marks: [],
  holds: null,
  holdsFailure: null,
  setup: null,
  setupFailure: null,
  synthetic: false,
  roster: new Map(),
  spots: [],
  frame: null,
  readings: new Map(),
  alarms: new Map(),
  alarmsNow: new Map(),
  flow: null,
  selected: null,
  following: false,
  panel: null,
};

export const useLive = create<LiveState>(() => NO_LIVE);

export const setLive = (patch: Partial<LiveState>): void => useLive.setState(patch);
