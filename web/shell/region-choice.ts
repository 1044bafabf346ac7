import { type DutyQuery, NEW_DUTY_QUERY } from '../../domain/county-duties/duty-query.ts';
import type { HazardFlag } from '../../domain/hazards/hazard-flags.ts';

/** Where the county's map is looked at from: degrees, WGS 84. */
export interface MapPose {
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
  /** Clockwise from north. */
  readonly bearing: number;
  /** 0 looks straight down. */
  readonly pitch: number;
}

/** `body`: of a mine's bundle that stands in its place, mine/layer/feature. */
export const REGION_PICKS = [
  'mine',
  'site',
  'hazard',
  'major',
  'feature',
  'body',
  'pair',
  'cluster',
] as const;

/** What of a county is chosen: one thing by its kind and its id. */
export interface RegionPick {
  readonly kind: (typeof REGION_PICKS)[number];
  readonly id: string;
}

export const MINE_FILTERS = ['type', 'size', 'state', 'grade', 'risk', 'warning', 'town'] as const;
export type MineFilterKey = (typeof MINE_FILTERS)[number];

/** Which mines are shown, by what is asked of them; what is left out keeps all. `unknown` takes those of which it is not known. */
export type MineFilter = Readonly<Partial<Record<MineFilterKey, readonly string[]>>>;

/** What colours the mines; each has a legend of its own, for they are not the same thing. */
export const MINE_COLOURINGS = ['grade', 'risk'] as const;
export type MineColouring = (typeof MINE_COLOURINGS)[number];

/** What stands beside the map; `none`: nothing. What is picked comes before it. */
export const MAP_SIDES = ['neighbours', 'towns', 'none'] as const;
export type MapSide = (typeof MAP_SIDES)[number];

/** What is seen of a county in the Region workspace. */
export interface RegionChoice {
  /** null until the list of counties is known and the first is opened. */
  readonly county: string | null;
  /** The open tab; null: the first. */
  readonly regionTab: string | null;
  /** The day that is shown, YYYY-MM-DD; null: today. */
  readonly day: string | null;
  /** A second day beside it; null: one map. */
  readonly otherDay: string | null;
  /** null: the whole county. */
  readonly mapPose: MapPose | null;
  readonly regionPick: RegionPick | null;
  readonly mineFilter: MineFilter;
  readonly mineColouring: MineColouring;
  /** Only hazards flagged with one of these are shown; none: all are. */
  readonly hazardFlags: readonly HazardFlag[];
  /** Only sites with one of these marks (domain/sites) are shown; none: all are. */
  readonly siteMarks: readonly string[];
  readonly mapSide: MapSide;
  /** The picked mine's 3D bundle stands in its place on the map. */
  readonly mineInPlace: boolean;
  /** What is asked of the table of duties. */
  readonly dutyQuery: DutyQuery;
  /** Only layers of the map that differ from how they are at the start. */
  readonly mapLayers: Readonly<Record<string, boolean>>;
}

export const DEFAULT_REGION: RegionChoice = {
  county: null,
  regionTab: null,
  day: null,
  otherDay: null,
  mapPose: null,
  regionPick: null,
  mineFilter: {},
  mineColouring: 'grade',
  hazardFlags: [],
  siteMarks: [],
  mapSide: 'neighbours',
  mineInPlace: false,
  dutyQuery: NEW_DUTY_QUERY,
  mapLayers: {},
};
