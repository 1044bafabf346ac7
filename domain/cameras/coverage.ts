import { KEY_PLACE_KINDS, type KeyPlaceKind } from '../contracts/live/live-manifest.ts';
import type { CoverageRule } from '../contracts/live/rule-book.ts';
import type { LiveSetup } from '../contracts/live/setup.ts';
import type { CameraState } from './camera-state.ts';
import type { CoverageTable, PlaceSight } from './coverage-table.ts';

type KeyPlace = LiveSetup['keyPlaces'][number];
type WorkPlace = LiveSetup['workPlaces'][number];

/** How a place is seen now. `unknown`: it is on no roadway, so nobody can say whether a camera sees it. */
export const PLACE_SIGHTS = ['seen', 'obstructed', 'failing', 'blind', 'unknown'] as const;
export type PlaceVerdict = (typeof PLACE_SIGHTS)[number];

export interface PlaceCoverage extends PlaceSight {
  /**
   * seen: by a camera that works; obstructed: only by cameras that are; failing: by cameras of which none works;
   * blind: no camera looks there.
   */
  readonly verdict: PlaceVerdict;
  /** Of the cameras that look there, those that are online and unobstructed. */
  readonly working: readonly string[];
}

/** Counts that add up: seen + obstructed + failing + blind + unknown = total. */
export interface CoverageCount {
  readonly total: number;
  readonly seen: number;
  readonly obstructed: number;
  readonly failing: number;
  readonly blind: number;
  readonly unknown: number;
  /** Per cent of the total seen by a camera that works; null where there is nothing to see. Unknown counts as not seen. */
  readonly workingPercent: number | null;
  /** Per cent of the total that some installed camera looks at, working or not. */
  readonly installedPercent: number | null;
}

export interface JudgedRule {
  readonly rule: CoverageRule;
  readonly count: CoverageCount;
  /** By cameras that work now; null where the mine has nothing of the kind. */
  readonly met: boolean | null;
  /** Were all installed cameras working. */
  readonly metInstalled: boolean | null;
}

export interface Coverage {
  readonly keyPlaces: readonly (PlaceCoverage & { readonly place: KeyPlace })[];
  readonly workPlaces: readonly (PlaceCoverage & { readonly place: WorkPlace })[];
  readonly byKind: Readonly<Record<KeyPlaceKind, CoverageCount>>;
  readonly allKeyPlaces: CoverageCount;
  readonly mainWorkPlaces: CoverageCount;
  readonly rules: readonly JudgedRule[];
}

/**
 * Holds what cameras look at against how they are and what the rule book asks.
 * @param states of every camera by id; one that is missing is unknown
 */
export function coverage(
  table: CoverageTable,
  setup: Pick<LiveSetup, 'keyPlaces' | 'workPlaces' | 'rules'>,
  states: ReadonlyMap<string, CameraState>,
): Coverage {
  const judge = (sight: PlaceSight): PlaceCoverage => {
    const stateOf = (id: string) => states.get(id) ?? 'unknown';
    const working = (sight.cameras ?? []).filter((id) => stateOf(id) === 'online');
    return { ...sight, working, verdict: verdictOf(sight, working, stateOf) };
  };
  const keyPlaces = setup.keyPlaces.map((place, i) => ({ ...judge(table.keyPlaces[i]!), place }));
  const workPlaces = setup.workPlaces.map((place, i) => ({ ...judge(table.workPlaces[i]!), place }));
  const byKind = Object.fromEntries(
    KEY_PLACE_KINDS.map((kind) => [kind, countOf(keyPlaces.filter(({ place }) => place.kind === kind))]),
  ) as Record<KeyPlaceKind, CoverageCount>;
  const allKeyPlaces = countOf(keyPlaces);
  const mainWorkPlaces = countOf(workPlaces.filter(({ place }) => place.main));
  return {
    keyPlaces,
    workPlaces,
    byKind,
    allKeyPlaces,
    mainWorkPlaces,
    rules: setup.rules.cameraCoverage.map((rule) => {
      const count = rule.of === 'key-places' ? allKeyPlaces : mainWorkPlaces;
      const reached = (percent: number | null) => (percent === null ? null : percent >= rule.percent);
      return {
        rule,
        count,
        met: reached(count.workingPercent),
        metInstalled: reached(count.installedPercent),
      };
    }),
  };
}

function verdictOf(
  { cameras }: PlaceSight,
  working: readonly string[],
  stateOf: (id: string) => CameraState,
): PlaceVerdict {
  if (cameras === null) return 'unknown';
  if (cameras.length === 0) return 'blind';
  if (working.length > 0) return 'seen';
  return cameras.some((id) => stateOf(id) === 'obstructed') ? 'obstructed' : 'failing';
}

export function countOf(places: readonly PlaceCoverage[]): CoverageCount {
  const of = (verdict: PlaceVerdict) => places.filter((place) => place.verdict === verdict).length;
  const [seen, obstructed, failing, blind, unknown] = PLACE_SIGHTS.map(of) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const total = places.length;
  const percent = (n: number) => (total > 0 ? (100 * n) / total : null);
  return {
    total,
    seen,
    obstructed,
    failing,
    blind,
    unknown,
    workingPercent: percent(seen),
    installedPercent: percent(seen + obstructed + failing),
  };
}
