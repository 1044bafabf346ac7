import { enu } from '../../domain/frame/coordinates.ts';
import { circleSection, sweepTube } from '../../domain/geometry/tube.ts';
import { metres } from '../../domain/units/quantities.ts';
import { numberColumn, textColumn } from './columns.ts';
import { readRecords } from './feature-columns.ts';
import type { Hole } from './holes.ts';
import { createLayerDraft, type LegendKey, type SourcedLayer } from './layer-draft.ts';
import { layerHead, USUAL_LAYERS } from './layer-heads.ts';
import { type MineContext, type PlacedSource, recordsOf } from './mine-context.ts';

export interface WaterReading {
  readonly hole: string;
  readonly row: number;
  /** Metres along the hole; null where the file gives an elevation. */
  readonly depth: number | null;
  /** Metres above the height datum; null where the file gives a depth. */
  readonly elevation: number | null;
  readonly date: string | null;
  readonly placed: PlacedSource;
}

const LEVEL: LegendKey = {
  key: 'level',
  name: { zh: '钻孔水位', en: 'water level in hole' },
  colour: '#3f8fe0',
};

/** All readings, newest last where dates allow; a row without a hole or a level is rejected. */
export const readWaterLevels = (
  sources: readonly PlacedSource<'borehole-water-levels'>[],
): WaterReading[] => {
  const sets = sources.flatMap((placed) => {
    const set = recordsOf(placed);
    return set ? [{ placed, set }] : [];
  });
  return readRecords(sets, []).read.flatMap(({ placed, set, roles }) =>
    set.records.flatMap((record): WaterReading[] => {
      const hole = roles.text(record, 'hole');
      const depth = roles.number(record, 'depth');
      const height = roles.number(record, 'height');
      if (hole === null || (depth === null && height === null)) {
        placed.log.reject(hole === null ? 'hole-name-missing' : 'water-level-missing', {
          row: record.row,
          feature: hole ?? undefined,
        });
        return [];
      }
      return [
        {
          hole,
          row: record.row,
          depth: depth === null ? null : placed.place.metres(depth),
          elevation: height === null ? null : placed.place.metres(height),
          date: roles.text(record, 'date'),
          placed,
        },
      ];
    }),
  );
};

/** The latest reading of every hole: by date where both have one, else by order in the file. */
export const latestReadings = (readings: readonly WaterReading[]): Map<string, WaterReading> => {
  const latest = new Map<string, WaterReading>();
  for (const reading of readings) {
    const known = latest.get(reading.hole);
    const isOlder = known?.date && reading.date && reading.date < known.date;
    if (!isOlder) latest.set(reading.hole, reading);
  }
  return latest;
};

/** Elevation of a reading in its hole; a depth runs along the hole. */
export const levelElevation = (reading: WaterReading, hole: Hole): number =>
  reading.elevation ?? hole.path.at(metres(Math.max(0, reading.depth!))).height;

/** A disc at the latest water level of every hole that has one; null where none has. */
export const groundwaterLayer = (
  id: string,
  holes: readonly Hole[],
  readings: readonly WaterReading[],
  radius: number,
  mine: MineContext,
): SourcedLayer | null => {
  const byKey = new Map(holes.map((hole) => [hole.key, hole]));
  const sources = [...new Set([...readings.map((one) => one.placed), ...holes.map((one) => one.placed)])];
  const draft = createLayerDraft(
    layerHead(id, 'groundwater-levels', sources, { name: USUAL_LAYERS['groundwater-levels'].name }),
    [
      textColumn('hole', '孔号', 'Hole'),
      numberColumn('waterLevel', '水位标高', 'Water level', 'm', 2, { role: 'level' }),
      numberColumn('depth', '埋深', 'Depth below collar', 'm', 2),
      textColumn('date', '观测日期', 'Date', { role: 'date' }),
    ],
  );
  for (const reading of readings) {
    if (!byKey.has(reading.hole))
      reading.placed.log.reject('water-level-without-collar', { row: reading.row, value: reading.hole });
  }
  for (const [key, reading] of latestReadings(readings)) {
    const hole = byKey.get(key);
    if (!hole) continue;
    const level = levelElevation(reading, hole);
    const bottom = hole.path.at(metres(hole.depth)).height;
    const at = { row: reading.row, feature: key, value: level.toFixed(2) };
    if (level < bottom) reading.placed.log.warn('water-level-below-hole', at);
    if (level > hole.collar.height) reading.placed.log.note('water-level-above-collar', at);
    const along = depthAtElevation(hole, level);
    const [east, north, up] = mine.frame.surveyToEnu({
      ...hole.path.at(metres(along)),
      height: metres(level),
    });
    const line = [enu(east, north, up - 0.15), enu(east, north, up + 0.15)];
    draft.add({
      id: key,
      title: hole.title,
      provenance: reading.placed.provenance,
      source: reading.placed.id,
      mesh: sweepTube(line, circleSection(3 * radius, 16), { frame: 'transport' }),
      legend: LEVEL,
      values: {
        hole: hole.title,
        waterLevel: level,
        depth: hole.collar.height - level,
        date: reading.date,
      },
    });
    reading.placed.log.made();
  }
  return draft.size > 0 ? draft.finish() : null;
};

/** Depth along the hole at which it passes an elevation: holes go down, so halving finds it. */
export const depthAtElevation = (hole: Hole, elevation: number): number => {
  let [low, high] = [0, hole.depth];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (hole.path.at(metres(middle)).height > elevation) low = middle;
    else high = middle;
  }
  return low;
};
