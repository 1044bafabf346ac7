import type { DrivingFacts, RightFacts } from '../../domain/contracts/driving-facts.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import { placedRings } from './goaf-shapes.ts';
import { type HazardRows, hazardRows } from './hazard-rows.ts';
import { type MineContext, type PlacedSource, recordsOf, upOf } from './mine-context.ts';
import type { SurveyRecord } from './records.ts';
import { type Roles, resolveRoles } from './roles.ts';
import { createSourceLog } from './source-log.ts';

type Polygons = [number, number][][][];

interface Area {
  readonly id: string;
  readonly name: string | null;
  readonly polygons: Polygons;
  readonly record: SurveyRecord;
  readonly roles: Roles;
}

/** Polygons of a source in plan. `quiet`: another builder has said already what is wrong with them. */
const areasOf = (placed: PlacedSource, mine: MineContext, quiet: boolean): Area[] => {
  const { id: source, content } = placed;
  const log = quiet
    ? createSourceLog([], { id: source, kind: placed.source.kind, file: placed.source.file }, 0)
    : placed.log;
  const set = content.form === 'records' ? content.set : quiet ? null : recordsOf(placed);
  if (!set) return [];
  const roles = resolveRoles(set, placed.source, log);
  return set.records.flatMap((record): Area[] => {
    const name = roles.text(record, 'name');
    const id = roles.text(record, 'id') ?? name ?? String(record.row);
    const at = { row: record.row, feature: id };
    if (record.geometry?.type !== 'polygons') {
      log.reject('polygon-expected', { ...at, params: { found: record.geometry?.type ?? 'none' } });
      return [];
    }
    const flat = {
      type: 'polygons' as const,
      polygons: record.geometry.polygons.map((rings) =>
        rings.map((ring) => ring.map(([x, y]) => [x, y, null] as const)),
      ),
    };
    const parts = placedRings(flat, { ...at, height: 0, offset: 0 }, { ...placed, log }, mine);
    if (!parts) return [];
    if (!quiet) log.made();
    const polygons = parts.map((rings) =>
      rings.map((ring) => ring.map(([e, n]): [number, number] => [e, n])),
    );
    return [{ id, name, polygons, record, roles }];
  });
};

const ofKind = <K extends PlacedSource['source']['kind']>(
  sources: readonly PlacedSource[],
  kind: K,
): PlacedSource<K>[] => sources.filter(({ source }) => source.kind === kind) as unknown as PlacedSource<K>[];

/** Areas surveyed for hidden hazards; null where no source says. */
export const surveyedAreas = (
  sources: readonly PlacedSource[],
  mine: MineContext,
): DrivingFacts['surveyed'] => {
  const found = ofKind(sources, 'hazard-surveys');
  if (found.length === 0) return null;
  return found.flatMap((placed) => {
    const rows = hazardRows(placed);
    return areasOf(placed, mine, false).map(({ id, name, polygons, record, roles }) => {
      const { evidence, evidenceWritten } = rows.of(id);
      const date = roles.text(record, 'date');
      return { id, name, polygons, methods: [...evidence], written: evidenceWritten, date };
    });
  });
};

/** Areas to be mined, by year; null where no source says. */
export const plannedAreas = (sources: readonly PlacedSource[], mine: MineContext): DrivingFacts['plan'] => {
  const found = ofKind(sources, 'mining-plan');
  if (found.length === 0) return null;
  return found.flatMap((placed) =>
    areasOf(placed, mine, false).flatMap(({ id, name, polygons, record, roles }) => {
      const written = roles.text(record, 'year');
      const year = /^\d{4}(?=$|\D)/.test(written ?? '') ? Number(written!.slice(0, 4)) : null;
      if (year !== null) return [{ id, name, polygons, year }];
      placed.log.reject('mining-plan-year-invalid', {
        row: record.row,
        column: roles.column('year'),
        value: written ?? '',
        feature: id,
      });
      return [];
    }),
  );
};

/**
 * Mining rights between their heights. The frame is flat and the sea is not: a height of the licence stands highest at the
 * origin and lowest at the farthest corner. The lower one is taken at its highest, the upper one at its lowest, so that
 * nothing outside is taken for inside.
 */
export const rightAreas = (placed: PlacedSource, rows: HazardRows, mine: MineContext): RightFacts[] =>
  areasOf(placed, mine, true).flatMap(({ id, name, polygons, record, roles }): RightFacts[] => {
    const [upper, lower] = [roles.number(record, 'upper'), roles.number(record, 'lower')];
    if (upper === null || lower === null || !(upper > lower)) return [];
    const up = ([east, north]: readonly [number, number], elevation: number): number =>
      upOf(mine.frame, enu(east, north, 0), placed.place.metres(elevation));
    return [
      {
        id,
        name,
        polygons,
        lower: up([0, 0], lower),
        upper: Math.min(...polygons.flat(2).map((corner) => up(corner, upper))),
        evidence: [...rows.of(id).evidence],
      },
    ];
  });
