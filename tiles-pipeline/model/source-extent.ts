import type { SurveyPoint } from '../../domain/frame/coordinates.ts';
import type { Placement, SourceContent } from './mine-context.ts';
import { columnPoint } from './record-point.ts';
import type { SurveyRecord } from './records.ts';
import type { Roles } from './roles.ts';

/** One place of a file: as placed, as written, and where to find it. */
export interface WrittenPoint {
  readonly at: SurveyPoint;
  readonly written: readonly [x: number, y: number];
  readonly row: number | undefined;
  /** Which of the source's systems was used. */
  readonly by: 'file' | 'raster' | 'geographic';
}

/**
 * Points that bound a source: every vertex of records and legs, the extreme vertices of meshes, the corners of a
 * grid. They decide the mine's origin and whether the coordinates can be what the manifest says they are.
 */
export function* boundingPoints(
  content: SourceContent,
  place: Placement,
  roles: Roles | null,
): Generator<WrittenPoint> {
  if (content.form === 'records') {
    for (const record of content.set.records) yield* recordPoints(record, place, roles);
  } else if (content.form === 'cave') {
    for (const { from, to } of content.cave.legs)
      for (const [x, y, z] of [from, to])
        yield { at: place.point(x, y, z ?? 0), written: [x, y], row: undefined, by: 'file' };
  } else if (content.form === 'grid') {
    const { width, height, firstCell, cellSize, heights } = content.grid;
    const known = heights.find(Number.isFinite) ?? 0;
    for (const column of [0, width - 1])
      for (const row of [0, height - 1]) {
        const x = firstCell[0] + column * cellSize[0];
        const y = firstCell[1] - row * cellSize[1];
        yield { at: place.raster(x, y, known), written: [x, y], row: undefined, by: 'raster' };
      }
  } else {
    for (const [index, { positions }] of content.meshes.objects.entries()) {
      for (const axis of [0, 1, 2]) {
        const [low, high] = extremes(positions, axis);
        for (const vertex of [low, high]) {
          const [x, y, z] = [positions[vertex]!, positions[vertex + 1]!, positions[vertex + 2]!];
          yield { at: place.point(x, y, z), written: [x, y], row: index + 1, by: 'file' };
        }
      }
    }
  }
}

const extremes = (positions: Float64Array, axis: number): [number, number] => {
  let [low, high] = [0, 0];
  for (let i = 0; i < positions.length; i += 3) {
    if (positions[i + axis]! < positions[low + axis]!) low = i;
    if (positions[i + axis]! > positions[high + axis]!) high = i;
  }
  return [low, high];
};

function* recordPoints(record: SurveyRecord, place: Placement, roles: Roles | null): Generator<WrittenPoint> {
  const { geometry, row } = record;
  if (geometry) {
    const points =
      geometry.type === 'points'
        ? geometry.points
        : geometry.type === 'lines'
          ? geometry.lines.flat()
          : geometry.polygons.flat(2);
    for (const [x, y, z] of points) yield { at: place.point(x, y, z ?? 0), written: [x, y], row, by: 'file' };
    return;
  }
  const columns = roles ? columnPoint(record, roles) : null;
  if (!columns) return;
  const z = roles!.number(record, 'z') ?? 0;
  const at =
    columns.kind === 'grid'
      ? place.point(columns.x, columns.y, z)
      : place.geographic(columns.x, columns.y, z);
  yield { at, written: [columns.x, columns.y], row, by: columns.kind === 'grid' ? 'file' : 'geographic' };
}
