import { type DesurveyedHole, desurvey } from '../../domain/boreholes/desurvey.ts';
import type { SurveyPoint } from '../../domain/frame/coordinates.ts';
import { metres } from '../../domain/units/quantities.ts';
import type { ReadRecords } from './feature-columns.ts';
import { type CollarPlan, readCollars } from './hole-collars.ts';
import { DEEPEST_HOLE, DEPTH_SLACK, roundedDepth } from './hole-depths.ts';
import { type LoggedInterval, readIntervals } from './hole-intervals.ts';
import { readStations } from './hole-stations.ts';
import type { PropertyValue } from './layer-model.ts';
import type { PlacedSource } from './mine-context.ts';

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
  readonly plan: CollarPlan;
}

export interface AssembledHoles {
  readonly holes: readonly Hole[];
  readonly unplaced: readonly UnplacedHole[];
}

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
        value: String(roundedDepth(depth)),
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
          params: { metres: roundedDepth(station.depth), depth: roundedDepth(depth) },
        });
    }
    if (stated !== null) {
      for (const one of logged) {
        if (one.to > stated + DEPTH_SLACK)
          one.read.placed.log.warn('interval-beyond-depth', {
            row: one.row,
            feature: key,
            value: String(roundedDepth(one.to)),
            params: { depth: roundedDepth(stated) },
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
