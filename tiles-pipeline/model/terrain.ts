import type { EnuPoint } from '../../domain/frame/coordinates.ts';
import type { ElevationGrid } from '../read/read-result.ts';
import { numberColumn } from './columns.ts';
import { gridNormals } from './grid-normals.ts';
import { createLayerDraft, type LegendKey, type SourcedLayer } from './layer-draft.ts';
import { layerHead } from './layer-heads.ts';
import type { MineContext, PlacedSource } from './mine-context.ts';

const GROUND: LegendKey = { key: 'ground', name: { zh: '地表', en: 'ground' }, colour: '#a99f83' };

/** A grid beyond this does not fit the memory of the machines this runs on; it is refused, never thinned unasked. */
const MOST_CELLS = 16_000_000;

/** Cells of no data stay open: two triangles a cell, none where a corner is missing. */
export const terrainLayer = (
  id: string,
  sources: readonly PlacedSource<'terrain'>[],
  mine: MineContext,
): SourcedLayer => {
  const draft = createLayerDraft(layerHead(id, 'terrain', sources), [
    numberColumn('area', '面积', 'Area', 'm²', 0),
    numberColumn('zMin', '最低标高', 'Lowest elevation', 'm', 1, { role: 'level' }),
    numberColumn('zMax', '最高标高', 'Highest elevation', 'm', 1),
    numberColumn('cellSize', '栅格间距', 'Cell size', 'm', 1),
    numberColumn('noData', '无数据栅格数', 'Cells without data', '', 0),
  ]);
  for (const placed of sources) {
    if (placed.content.form !== 'grid') {
      placed.log.error('wrong-file-form', { params: { expected: 'GeoTIFF', found: placed.content.form } });
      continue;
    }
    const { grid } = placed.content;
    const cells = grid.width * grid.height;
    if (cells > MOST_CELLS) {
      placed.log.error('terrain-too-large', {
        params: { width: grid.width, height: grid.height, most: MOST_CELLS },
      });
      continue;
    }
    const surface = gridSurface(grid, placed, mine);
    placed.log.count('cells', cells);
    placed.log.count('cellsWithoutData', surface.noData);
    if (surface.indices.length === 0) {
      placed.log.error('terrain-empty');
      continue;
    }
    draft.add({
      id: placed.id,
      title: placed.source.name?.zh ?? '地表',
      provenance: placed.provenance,
      source: placed.id,
      mesh: surface,
      legend: GROUND,
      values: {
        area: surface.planArea,
        zMin: surface.low,
        zMax: surface.high,
        cellSize: surface.spacing,
        noData: surface.noData,
      },
    });
    placed.log.made();
  }
  return draft.finish();
};

/** A height grid as a surface in the mine's frame, whatever its CRS: every cell is placed by itself. */
export const gridSurface = (grid: ElevationGrid, placed: PlacedSource, mine: MineContext) => {
  const { width, height, heights } = grid;
  const vertexOf = new Int32Array(width * height).fill(-1);
  const eastings: number[] = [];
  const northings: number[] = [];
  const elevations: number[] = [];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const cell = row * width + column;
      const z = heights[cell]!;
      if (!Number.isFinite(z)) continue;
      const point = placed.place.raster(
        grid.firstCell[0] + column * grid.cellSize[0],
        grid.firstCell[1] - row * grid.cellSize[1],
        z,
      );
      vertexOf[cell] = eastings.length;
      eastings.push(point.easting);
      northings.push(point.northing);
      elevations.push(point.height);
    }
  }
  const [low, high] = elevations.reduce(
    ([least, most], one) => [Math.min(least, one), Math.max(most, one)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const positions = mine.frame.surveyArrayToEnu(eastings, northings, elevations);
  const indices = gridTriangles(vertexOf, width, height);
  return {
    positions,
    indices,
    low: low!,
    high: high!,
    normals: gridNormals(positions, indices),
    noData: width * height - eastings.length,
    planArea: planAreaOf(positions, indices),
    spacing: spacingOf(positions, vertexOf, width),
  };
};

/** Counter-clockwise from above; row 0 is the northern one. */
const gridTriangles = (vertexOf: Int32Array, width: number, height: number): Uint32Array => {
  const indices = new Uint32Array(Math.max(0, (width - 1) * (height - 1)) * 6);
  let at = 0;
  const add = (a: number, b: number, c: number): void => {
    if (a < 0 || b < 0 || c < 0) return;
    indices[at++] = a;
    indices[at++] = b;
    indices[at++] = c;
  };
  for (let row = 0; row + 1 < height; row++) {
    for (let column = 0; column + 1 < width; column++) {
      const northWest = vertexOf[row * width + column]!;
      const northEast = vertexOf[row * width + column + 1]!;
      const southWest = vertexOf[(row + 1) * width + column]!;
      const southEast = vertexOf[(row + 1) * width + column + 1]!;
      // One missing corner leaves the triangle of the other three, whichever way the cell must be split.
      if (northWest < 0 || southEast < 0)
        add(southWest, southEast < 0 ? northEast : southEast, southEast < 0 ? northWest : northEast);
      else {
        add(northWest, southWest, southEast);
        add(northWest, southEast, northEast);
      }
    }
  }
  return indices.slice(0, at);
};

const planAreaOf = (p: Float64Array, indices: Uint32Array): number => {
  let twice = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i]! * 3, indices[i + 1]! * 3, indices[i + 2]! * 3];
    twice += (p[b]! - p[a]!) * (p[c + 1]! - p[a + 1]!) - (p[c]! - p[a]!) * (p[b + 1]! - p[a + 1]!);
  }
  return Math.abs(twice) / 2;
};

/** Distance of the first two neighbouring cells with data, metres; null where there are none. */
const spacingOf = (p: Float64Array, vertexOf: Int32Array, width: number): number | null => {
  for (let cell = 0; cell + 1 < vertexOf.length; cell++) {
    const [a, b] = [vertexOf[cell]!, vertexOf[cell + 1]!];
    if (a < 0 || b < 0 || (cell + 1) % width === 0) continue;
    return Math.hypot(p[b * 3]! - p[a * 3]!, p[b * 3 + 1]! - p[a * 3 + 1]!);
  }
  return null;
};

/** Height of the ground above or below a point of the frame, for checks; null outside the grid or without data. */
export const groundHeightAt = (
  grid: ElevationGrid,
  placed: PlacedSource,
  at: EnuPoint,
  mine: MineContext,
): number | null => {
  const [x, y] = placed.place.toRaster(mine.frame.enuToSurvey(at));
  const column = (x - grid.firstCell[0]) / grid.cellSize[0];
  const row = (grid.firstCell[1] - y) / grid.cellSize[1];
  const [c, r] = [Math.floor(column), Math.floor(row)];
  if (c < 0 || r < 0 || c + 1 >= grid.width || r + 1 >= grid.height) return null;
  const z = (dr: number, dc: number): number => grid.heights[(r + dr) * grid.width + c + dc]!;
  const [u, v] = [column - c, row - r];
  const value = (z(0, 0) * (1 - u) + z(0, 1) * u) * (1 - v) + (z(1, 0) * (1 - u) + z(1, 1) * u) * v;
  return Number.isFinite(value) ? placed.place.metres(value) : null;
};
