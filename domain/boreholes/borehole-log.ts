import type { Bilingual } from '../contracts/bilingual.ts';
import type { CatalogProperty } from '../contracts/catalog.ts';
import type { Provenance } from '../contracts/layers.ts';
import type { LogsFile } from '../contracts/logs.ts';
import type { EnuPoint } from '../frame/coordinates.ts';
import { type Metres, metres } from '../units/quantities.ts';

export type LogValue = string | number | boolean | null;

/** A stretch of a hole through one rock, or one that nobody logged. Depths run along the hole. */
export interface LogInterval {
  readonly from: Metres;
  readonly to: Metres;
  /** Key of its rock in the layer's legend, and what the legend calls it. */
  readonly rockKey: string;
  readonly rock: Bilingual;
  readonly colour: string;
  /** As the survey wrote it; null: the row names no rock. */
  readonly lithology: string | null;
  readonly logged: boolean;
  /** Id of the interval in its layer; null where the hole has no place. */
  readonly featureId: string | null;
  readonly source: string | null;
  readonly values: Readonly<Record<string, LogValue>>;
}

export interface WaterReading {
  readonly depth: Metres | null;
  readonly elevation: Metres | null;
  readonly date: string | null;
}

/** A fault, joint or bedding plane that a hole met. */
export interface LogStructure {
  readonly depth: Metres;
  readonly kind: Bilingual | null;
  /** Degrees from horizontal, and clockwise from grid north; null: not known. */
  readonly dip: number | null;
  readonly dipDirection: number | null;
  readonly values: Readonly<Record<string, LogValue>>;
}

export interface LogAssay {
  readonly from: Metres;
  readonly to: Metres;
  readonly values: Readonly<Record<string, LogValue>>;
}

/** What the log says of the base of a unit of the stratigraphic column. */
export interface LogBase {
  readonly unit: string;
  readonly kind: 'contact' | 'deeper' | 'ambiguous';
  /** Of the base; where a doubt begins; where the log ends before it. */
  readonly depth: Metres;
  /** Where a doubt ends; null: there is none. */
  readonly to: Metres | null;
  readonly absent: boolean;
}

/** What was logged in one hole. */
export interface BoreholeLog {
  readonly layerId: string;
  /** Name in the survey; with the layer's id it is this hole's alone. */
  readonly hole: string;
  readonly title: string;
  readonly provenance: Provenance;
  /** Of the collar, survey metres without a zone number; null: not known. */
  readonly plan: { readonly easting: Metres; readonly northing: Metres } | null;
  /** Of the collar above the datum; null: nobody surveyed it, so no elevation of this hole is known. */
  readonly height: Metres | null;
  readonly depth: Metres;
  readonly surveyed: boolean;
  /** Depth, east, north, up: four numbers a point, from the collar down; null: no place. */
  readonly path: Float64Array | null;
  /** In the order of the file. */
  readonly water: readonly WaterReading[];
  readonly values: Readonly<Record<string, LogValue>>;
  readonly intervals: readonly LogInterval[];
  /** From the top down. */
  readonly structures: readonly LogStructure[];
  readonly assays: readonly LogAssay[];
  /** From the top down; a unit more than once where a fault repeats it. null: the mine has no model of its strata. */
  readonly bases: readonly LogBase[] | null;
  readonly intervalColumns: readonly CatalogProperty[];
  readonly collarColumns: readonly CatalogProperty[];
  readonly structureColumns: readonly CatalogProperty[];
  readonly assayColumns: readonly CatalogProperty[];
}

/** The logs of model/logs.json. @throws RangeError where a hole names a layer or a rock that the file does not list */
export const readLogs = ({ layers, holes }: LogsFile): BoreholeLog[] => {
  const byId = new Map(layers.map((one) => [one.layer, one]));
  return holes.map(
    ({
      layer,
      plan,
      height,
      depth,
      path,
      water,
      intervals,
      structures,
      assays,
      bases,
      ...hole
    }): BoreholeLog => {
      const list = byId.get(layer);
      if (!list) throw new RangeError(`hole ${hole.hole}: the file lists no layer "${layer}"`);
      return {
        ...hole,
        layerId: layer,
        plan: plan && { easting: metres(plan.easting), northing: metres(plan.northing) },
        height: height === null ? null : metres(height),
        depth: metres(depth),
        path: path && Float64Array.from(path),
        water: water.map((one) => ({
          depth: one.depth === null ? null : metres(one.depth),
          elevation: one.elevation === null ? null : metres(one.elevation),
          date: one.date,
        })),
        intervals: intervals.map(({ from, to, rock, feature, ...interval }) => {
          const entry = list.rocks[rock];
          if (!entry) throw new RangeError(`hole ${hole.hole}: its layer has no rock number ${rock}`);
          return {
            ...interval,
            from: metres(from),
            to: metres(to),
            rockKey: entry.key,
            rock: entry.name,
            colour: entry.colour,
            featureId: feature,
          };
        }),
        structures: structures.map((one) => ({ ...one, depth: metres(one.depth) })),
        assays: assays.map((one) => ({ ...one, from: metres(one.from), to: metres(one.to) })),
        bases: bases
          ? bases.map(({ unit, kind, depth: at, to, absent }) => ({
              unit,
              kind,
              depth: metres(at),
              to: to === undefined ? null : metres(to),
              absent: absent ?? false,
            }))
          : null,
        intervalColumns: list.intervalColumns,
        collarColumns: list.collarColumns,
        structureColumns: list.structureColumns,
        assayColumns: list.assayColumns,
      };
    },
  );
};

/** Where the hole is at a depth; beyond its ends, its collar or its bottom. */
export const pointAtDepth = (path: Float64Array, depth: number): EnuPoint => {
  const last = path.length - 4;
  if (depth <= path[0]!) return [path[1]!, path[2]!, path[3]!] as unknown as EnuPoint;
  if (depth >= path[last]!) return [path[last + 1]!, path[last + 2]!, path[last + 3]!] as unknown as EnuPoint;
  let i = 4;
  while (path[i]! < depth) i += 4;
  const f = (depth - path[i - 4]!) / (path[i]! - path[i - 4]!);
  const at = (k: number) => path[i - 4 + k]! + f * (path[i + k]! - path[i - 4 + k]!);
  return [at(1), at(2), at(3)] as unknown as EnuPoint;
};

/** The depth along the hole nearest to a place, ENU metres, and how far from it the hole is. */
export const depthNear = (
  path: Float64Array,
  [e, n, u]: readonly [number, number, number],
): { readonly depth: Metres; readonly distance: Metres } => {
  let best = { depth: metres(0), distance: metres(Number.POSITIVE_INFINITY) };
  for (let i = 4; i < path.length; i += 4) {
    const way = [1, 2, 3].map((k) => path[i + k]! - path[i - 4 + k]!);
    const off = [e - path[i - 3]!, n - path[i - 2]!, u - path[i - 1]!];
    const dot = (a: readonly number[], b: readonly number[]) => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!;
    const length2 = dot(way, way);
    const f = length2 > 0 ? Math.min(1, Math.max(0, dot(way, off) / length2)) : 0;
    const distance = metres(Math.hypot(...off.map((one, k) => one - f * way[k]!)));
    if (distance < best.distance)
      best = { depth: metres(path[i - 4]! + f * (path[i]! - path[i - 4]!)), distance };
  }
  return best;
};

/**
 * Metres above the height datum at a depth; null where the collar's height is not known. Over the few hundred metres that a
 * hole runs aside, ENU up differs from the plumb line by millimetres.
 */
export const elevationAtDepth = (
  { height, path }: Pick<BoreholeLog, 'height' | 'path'>,
  depth: number,
): Metres | null =>
  height === null || !path ? null : metres(height + pointAtDepth(path, depth)[2] - path[3]!);

/** The newest reading: by date where dates are written alike, else the last in the file. null: none was taken. */
export const latestWater = ({ water }: Pick<BoreholeLog, 'water'>): WaterReading | null =>
  water.reduce<WaterReading | null>(
    (best, one) => (best?.date && one.date && one.date < best.date ? best : one),
    null,
  );
