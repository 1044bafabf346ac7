import { type DesurveyedHole, desurvey, type SurveyStation } from '../../domain/boreholes/desurvey.ts';
import type { SurveyPoint } from '../../domain/frame/coordinates.ts';
import { degrees, metres } from '../../domain/units/quantities.ts';
import type { ReadRecords } from './feature-columns.ts';
import type { PropertyValue } from './layer-model.ts';
import type { PlacedSource } from './mine-context.ts';
import { columnPoint, geometryPoint, recordPoint } from './record-point.ts';
import type { SurveyRecord } from './records.ts';

/** One logged interval, metres along the hole. */
export interface LoggedInterval {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly lithology: string | null;
  readonly record: SurveyRecord;
  readonly read: ReadRecords;
}

interface LoggedHole {
  readonly key: string;
  readonly title: string;
  readonly row: number;
  readonly placed: PlacedSource;
  readonly depth: number;
  readonly stations: number;
  readonly intervals: readonly LoggedInterval[];
  readonly attributes: Readonly<Record<string, PropertyValue>>;
}

export interface Hole extends LoggedHole {
  readonly collar: SurveyPoint;
  readonly path: DesurveyedHole;
}

/** A hole whose collar has no height: it has no place in the mine, but its log can be read and drawn as a column. */
export interface UnplacedHole extends LoggedHole {
  /** Survey metres; null: not known either. */
  readonly plan: Pick<SurveyPoint, 'easting' | 'northing'> | null;
}

export interface AssembledHoles {
  readonly holes: readonly Hole[];
  readonly unplaced: readonly UnplacedHole[];
}

interface Collar {
  readonly key: string;
  readonly record: SurveyRecord;
  readonly read: ReadRecords;
  /** null: it has no height. */
  readonly at: SurveyPoint | null;
  readonly plan: UnplacedHole['plan'];
}

/** Depths are typed to a centimetre or a foot tenth: differences below this are rounding. */
export const DEPTH_SLACK = 0.02;
/** Rounded coordinate columns beside a finer shape differ by more than this. */
const COORDINATES_DISAGREE_METRES = 5;

/** Codes for a row whose hole has no collar at all, or one that was itself rejected. */
const COLLARLESS = {
  survey: { none: 'survey-without-collar', rejected: 'survey-collar-rejected' },
  interval: { none: 'interval-without-collar', rejected: 'interval-collar-rejected' },
} as const;

/** Puts collars, surveys and intervals together; what has no collar is rejected row by row. */
export const assembleHoles = (
  collars: readonly ReadRecords[],
  surveys: readonly ReadRecords[],
  intervals: readonly ReadRecords[],
): AssembledHoles => {
  const holes: Hole[] = [];
  const unplaced: UnplacedHole[] = [];
  const { byKey, rejected } = readCollars(collars);
  const { byKey: stations, unusable } = readStations(surveys, byKey, rejected);
  const logs = readIntervals(intervals, byKey, rejected);
  for (const collar of byKey.values()) {
    const { key, record, read } = collar;
    const logged = (logs.get(key) ?? []).sort((a, b) => a.from - b.from || a.to - b.to);
    const found = stations.get(key) ?? [];
    const log = read.placed.log;
    const given = read.roles.number(record, 'depth');
    const deepest = logged.length > 0 ? Math.max(...logged.map((one) => one.to)) : null;
    // Survey files carry sentinel depths (90 000 ft), so a survey gives the depth only where nothing else does.
    const stated = given === null ? null : read.placed.place.metres(given);
    const depth =
      Math.max(stated ?? 0, deepest ?? 0) || Math.max(0, ...found.map((one) => one.station.depth));
    if (depth > DEEPEST_HOLE) {
      log.reject('hole-too-deep', {
        row: record.row,
        feature: key,
        value: String(rounded(depth)),
        params: { limit: DEEPEST_HOLE },
      });
      continue;
    }
    if (!(depth > 0)) {
      log.reject('hole-without-depth', { row: record.row, feature: key });
      continue;
    }
    for (const { station, row, placed, written } of found) {
      if (station.depth > depth + DEPTH_SLACK)
        placed.log.warn('survey-beyond-depth', {
          row,
          feature: key,
          value: written,
          params: { metres: rounded(station.depth), depth: rounded(depth) },
        });
    }
    if (stated !== null) {
      for (const one of logged) {
        if (one.to > stated + DEPTH_SLACK)
          one.read.placed.log.warn('interval-beyond-depth', {
            row: one.row,
            feature: key,
            value: String(rounded(one.to)),
            params: { depth: rounded(stated) },
          });
      }
    }
    const hole: LoggedHole = {
      key,
      title: read.roles.text(record, 'name') ?? key,
      row: record.row,
      placed: read.placed,
      depth,
      stations: found.length,
      intervals: logged,
      attributes: read.attributes(record),
    };
    if (!collar.at) {
      unplaced.push({ ...hole, plan: collar.plan });
      continue;
    }
    if (found.length === 0) {
      const at = { row: record.row, feature: key };
      // Drawn straight down because its survey could not be used is a worse doubt than never surveyed.
      if (unusable.has(key))
        log.warn('hole-survey-unusable', { ...at, params: { stations: unusable.get(key)! } });
      else log.note('hole-without-survey', at);
    }
    holes.push({
      ...hole,
      collar: collar.at,
      path: desurvey({
        collar: collar.at,
        stations: found.map((one) => one.station),
        totalDepth: metres(depth),
      }),
    });
  }
  return { holes, unplaced };
};

const rounded = (value: number): number => Number(value.toFixed(2));

/** Rows of holes that have a collar which cannot be used. */
type RejectedCollars = ReadonlyMap<string, number>;

const readCollars = (
  sources: readonly ReadRecords[],
): { readonly byKey: Map<string, Collar>; readonly rejected: RejectedCollars } => {
  const byKey = new Map<string, Collar>();
  const rejected = new Map<string, number>();
  for (const read of sources) {
    const { placed, roles, set } = read;
    let worst = 0;
    let differing = 0;
    for (const record of set.records) {
      const key = roles.text(record, 'hole');
      if (key === null) {
        placed.log.reject('hole-name-missing', { row: record.row, column: roles.column('hole') });
        continue;
      }
      const hasHeight = roles.number(record, 'z') !== null || (geometryPoint(record)?.[2] ?? null) !== null;
      const at = hasHeight ? recordPoint(record, roles, placed, roles.number(record, 'z')) : null;
      if (hasHeight && !(at && Number.isFinite(at.easting + at.northing + at.height))) {
        rejected.set(key, record.row);
        placed.log.reject('position-missing', {
          row: record.row,
          feature: key,
          ...roles.culprit(record, ['x', 'y', 'longitude', 'latitude']),
        });
        continue;
      }
      if (byKey.has(key)) {
        placed.log.reject('hole-duplicate', {
          row: record.row,
          feature: key,
          value: key,
          params: { first: byKey.get(key)!.record.row },
        });
        continue;
      }
      const columns = at && geometryPoint(record) ? columnPoint(record, roles) : null;
      if (at && columns) {
        const z = roles.number(record, 'z') ?? 0;
        const other =
          columns.kind === 'grid'
            ? placed.place.point(columns.x, columns.y, z)
            : placed.place.geographic(columns.x, columns.y, z);
        const apart = Math.hypot(other.easting - at.easting, other.northing - at.northing);
        if (apart > COORDINATES_DISAGREE_METRES) differing++;
        worst = Math.max(worst, apart);
      }
      if (!at)
        placed.log.warn('hole-without-height', {
          row: record.row,
          feature: key,
          ...roles.culprit(record, ['z']),
        });
      byKey.set(key, { key, record, read, at, plan: at ?? planOf(record, roles, placed) });
    }
    if (differing > 0)
      placed.log.warn('coordinates-disagree', {
        column: roles.column(roles.has('longitude') ? 'longitude' : 'x'),
        params: { count: differing, metres: Math.round(worst) },
      });
  }
  return { byKey, rejected };
};

/** Where a collar without a height lies in plan; any height gives the same plan to well under a millimetre. */
const planOf = (
  record: SurveyRecord,
  roles: ReadRecords['roles'],
  placed: PlacedSource,
): UnplacedHole['plan'] => {
  const at = recordPoint(record, roles, placed, 0);
  return at && Number.isFinite(at.easting + at.northing)
    ? { easting: at.easting, northing: at.northing }
    : null;
};

/** Rejects a row of a hole that has no collar, or none that can be used. */
const rejectWithoutCollar = (
  what: 'interval' | 'survey',
  { placed, roles }: Pick<ReadRecords, 'placed' | 'roles'>,
  record: SurveyRecord,
  key: string | null,
  rejected: RejectedCollars,
): void => {
  const at = { row: record.row, column: roles.column('hole'), value: key ?? '' };
  const collarRow = key === null ? undefined : rejected.get(key);
  if (key === null) placed.log.reject('hole-name-missing', at);
  else if (collarRow === undefined) placed.log.reject(COLLARLESS[what].none, at);
  else placed.log.reject(COLLARLESS[what].rejected, { ...at, params: { collarRow } });
};

/** The deepest hole ever drilled reached 12 262 m. */
const DEEPEST_HOLE = 15_000;

interface FoundStation {
  readonly station: SurveyStation;
  readonly row: number;
  readonly placed: PlacedSource;
  /** Depth as the file has it. */
  readonly written: string;
}

const readStations = (
  sources: readonly ReadRecords[],
  collars: ReadonlyMap<string, Collar>,
  rejected: RejectedCollars,
): { byKey: Map<string, FoundStation[]>; unusable: Map<string, number> } => {
  const unusable = new Map<string, number>();
  const byKey = new Map<string, FoundStation[]>();
  for (const { placed: general, roles, set } of sources) {
    const placed = general as PlacedSource<'borehole-surveys'>;
    let used = 0;
    for (const record of set.records) {
      const key = roles.text(record, 'hole');
      if (key === null || !collars.has(key)) {
        rejectWithoutCollar('survey', { placed, roles }, record, key, rejected);
        continue;
      }
      const depth = roles.number(record, 'depth');
      const dip = roles.number(record, 'dip');
      const azimuth = roles.number(record, 'azimuth');
      const down = dip === null ? null : dipBelowHorizon(dip, placed.source.dipConvention);
      const isVertical = down !== null && Math.abs(Math.abs(down) - 90) < 1e-6;
      if (depth === null || down === null || (azimuth === null && !isVertical)) {
        const missing = depth === null ? 'depth' : down === null ? 'dip' : 'azimuth';
        unusable.set(key, (unusable.get(key) ?? 0) + 1);
        placed.log.reject('station-incomplete', {
          row: record.row,
          column: roles.column(missing),
          feature: key,
          params: { role: missing },
        });
        continue;
      }
      if (depth < 0 || Math.abs(down) > 90 || Math.abs(azimuth ?? 0) > 720) {
        unusable.set(key, (unusable.get(key) ?? 0) + 1);
        placed.log.reject('station-out-of-range', {
          row: record.row,
          feature: key,
          value: `${depth} / ${azimuth} / ${dip}`,
        });
        continue;
      }
      const { at } = collars.get(key)!;
      // A hole without a place is drawn as a column, which needs no direction.
      const turn = at && placed.source.azimuthReference === 'true' ? placed.place.convergence(at) : 0;
      const station = {
        depth: placed.place.metres(depth),
        azimuth: degrees((azimuth ?? 0) - turn),
        dip: degrees(down),
      };
      byKey.set(key, [
        ...(byKey.get(key) ?? []),
        { station, row: record.row, placed, written: String(depth) },
      ]);
      used++;
    }
    placed.log.count('stations', used);
    placed.log.made(used);
  }
  for (const [key, found] of byKey) byKey.set(key, ordered(found, key));
  return { byKey, unusable };
};

const dipBelowHorizon = (
  dip: number,
  convention: 'negative-down' | 'positive-down' | 'from-vertical',
): number => (convention === 'negative-down' ? dip : convention === 'positive-down' ? -dip : dip - 90);

/** By depth; of two stations at one depth the first in the file counts, and the other is named. */
const ordered = (found: readonly FoundStation[], key: string): FoundStation[] => {
  const sorted = found.toSorted((a, b) => a.station.depth - b.station.depth);
  const kept: FoundStation[] = [];
  for (const one of sorted) {
    const before = kept.at(-1)?.station;
    if (!before || one.station.depth > before.depth) kept.push(one);
    else {
      const same = before.azimuth === one.station.azimuth && before.dip === one.station.dip;
      one.placed.log.reject(same ? 'station-repeated' : 'station-contradicted', {
        row: one.row,
        feature: key,
        value: String(rounded(one.station.depth)),
      });
    }
  }
  return kept;
};

const readIntervals = (
  sources: readonly ReadRecords[],
  collars: ReadonlyMap<string, Collar>,
  rejected: RejectedCollars,
): Map<string, LoggedInterval[]> => {
  const byKey = new Map<string, LoggedInterval[]>();
  for (const read of sources) {
    const { placed, roles, set } = read;
    const bottoms = new Map<string, number>();
    for (const record of set.records) {
      const key = roles.text(record, 'hole');
      if (key === null || !collars.has(key)) {
        rejectWithoutCollar('interval', read, record, key, rejected);
        continue;
      }
      const thickness = roles.number(record, 'thickness');
      // A log of thicknesses only runs on from the interval above it.
      const from = roles.number(record, 'from') ?? (thickness === null ? null : (bottoms.get(key) ?? 0));
      const to =
        roles.number(record, 'to') ?? (from === null || thickness === null ? null : from + thickness);
      const cannotBe = (end: number): boolean => placed.place.metres(end) > DEEPEST_HOLE;
      if (from === null || to === null || from < 0 || !(to > from) || cannotBe(to)) {
        placed.log.reject('interval-invalid', {
          row: record.row,
          feature: key,
          value: `${from ?? '?'} – ${to ?? '?'}`,
        });
        continue;
      }
      bottoms.set(key, to);
      const one: LoggedInterval = {
        row: record.row,
        from: placed.place.metres(from),
        to: placed.place.metres(to),
        lithology: roles.text(record, 'lithology'),
        record,
        read,
      };
      const list = byKey.get(key);
      if (list) list.push(one);
      else byKey.set(key, [one]);
    }
  }
  return byKey;
};
