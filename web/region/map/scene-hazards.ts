import type { CountyFeature } from '../../../domain/contracts/county.ts';
import type { HazardBody } from '../../../domain/contracts/hazard-bodies.ts';
import type { HazardFlag } from '../../../domain/hazards/hazard-flags.ts';
import type { SceneHazard } from '../../engines/county-view.ts';
import type { RegionPick } from '../../shell/region-choice.ts';
import { shapeOfFeature } from './scene-bodies.ts';

/** So many are drawn in depth at once: more could not be told apart, and would cost frames. */
export const MOST_BODIES = 1500;

type Place = readonly [longitude: number, latitude: number];
const placeOf = ([x = 0, y = 0]: readonly number[]): Place => [x, y];

/** What is said of heights that are not known. */
export interface UnknownHeights {
  readonly both: string;
  readonly top: string;
  readonly bottom: string;
}

/** What of two heights is not known, in words; null: nothing. */
export const unknownOf = (
  { top, bottom }: { readonly top: number | null; readonly bottom: number | null },
  unknown: UnknownHeights,
): string | null => {
  if (top === null && bottom === null) return unknown.both;
  if (top === null) return unknown.top;
  return bottom === null ? unknown.bottom : null;
};

/** Between two heights: a prism, an upright sheet under a line, a mark at a point. Of one height only what lies at it. */
const drawnShape = (geometry: HazardBody['geometry'], bottom: number, top: number): SceneHazard['shape'] => {
  if (geometry.type === 'Point') return { type: 'mark', bottom, top };
  const flat = bottom === top;
  if (geometry.type === 'Polygon') {
    const rings = geometry.coordinates.map((ring) => ring.map(placeOf));
    return flat
      ? { type: 'faces', faces: rings.slice(0, 1).map((ring) => ring.map(([x, y]) => [x, y, top] as const)) }
      : { type: 'prism', rings, bottom, top };
  }
  const line = geometry.coordinates.map(placeOf);
  if (flat) return { type: 'line', radius: 0, line: line.map(([x, y]) => [x, y, top] as const) };
  return {
    type: 'faces',
    faces: line.slice(1).map(([x, y], i) => {
      const [fromX, fromY] = line[i]!;
      return [
        [fromX, fromY, bottom],
        [x, y, bottom],
        [x, y, top],
        [fromX, fromY, top],
      ] as const;
    }),
  };
};

/** A hazard as it stands in depth: what is not known of its heights is not made up. */
export const sceneHazard = (
  body: HazardBody,
  o: {
    readonly feature: CountyFeature | null;
    readonly unknown: UnknownHeights;
    readonly pick: RegionPick | null;
  },
): SceneHazard => {
  const { id, title, corroboration, state, flags, at, geometry, top, bottom } = body;
  const height = top ?? bottom;
  return {
    ...{ corroboration, at, isClosed: state === 'closed' && !flags.includes('in-doubt') },
    thing: { pick: { kind: 'hazard', id }, name: title },
    isPicked: o.pick?.kind === 'hazard' && o.pick.id === id,
    highest: height,
    shape: o.feature
      ? shapeOfFeature(o.feature)
      : height === null
        ? null
        : drawnShape(geometry, bottom ?? height, top ?? height),
    unknown: unknownOf({ top, bottom }, o.unknown),
  };
};

/** The hazards a map shows: of the mines that are kept, flagged as asked, the nearest first, and no more than so many. */
export const hazardsShown = (
  bodies: readonly HazardBody[],
  o: {
    /** null: of all mines. */
    readonly kept: ReadonlySet<string> | null;
    /** A mine whose model is drawn itself: its hazards that are features of the model are not drawn over it. */
    readonly instead: string | null;
    /** None: all. */
    readonly flags: readonly HazardFlag[];
    readonly from: Place;
    readonly most: number;
  },
): { readonly shown: readonly HazardBody[]; readonly leftOut: number } => {
  const meant = bodies.filter(
    ({ mine, flags, feature }) =>
      !(mine === o.instead && feature !== null) &&
      (o.kept === null || o.kept.has(mine)) &&
      (o.flags.length === 0 || flags.some((flag) => o.flags.includes(flag))),
  );
  if (meant.length <= o.most) return { shown: meant, leftOut: 0 };
  const narrow = Math.cos((o.from[1] * Math.PI) / 180);
  const far = ({ at }: HazardBody): number => Math.hypot((at[0] - o.from[0]) * narrow, at[1] - o.from[1]);
  return {
    shown: [...meant].sort((a, b) => far(a) - far(b)).slice(0, o.most),
    leftOut: meant.length - o.most,
  };
};
