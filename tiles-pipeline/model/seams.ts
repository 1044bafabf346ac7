import type { GridSpec, HorizonGrid } from '../../domain/geology/geological-model.ts';
import type { VariogramModel } from '../../domain/geology/kriging/variogram-model.ts';
import { type SeamSurface, seamSurface } from '../../domain/geology/seams/seam-surface.ts';
import { LEAST_VALUES } from '../../domain/geology/stratigraphy/surface-fit.ts';
import type { TrendDegree } from '../../domain/geology/stratigraphy/trend.ts';
import { mutedColour } from './colours.ts';
import { integerColumn, numberColumn, textColumn } from './columns.ts';
import { elevationRange } from './elevations.ts';
import type { PanelFloor } from './goafs.ts';
import { knownMedian } from './known-median.ts';
import { createLayerDraft, type SourcedLayer } from './layer-draft.ts';
import { USUAL_LAYERS } from './layer-heads.ts';
import type { FeatureMesh } from './layer-model.ts';
import type { MineContext } from './mine-context.ts';
import { worstProvenance } from './provenance.ts';
import { gridAround } from './strata-ground.ts';

/** Id of the catalog layer. */
export const SEAM_LAYER = 'seams';

const COLUMNS = [
  textColumn('seam', '煤层/矿体', 'Seam'),
  integerColumn('panels', '依据的采空区数', 'Goafs it rests on'),
  integerColumn('points', '依据的测点数', 'Surveyed points it rests on'),
  numberColumn('deviation', '标准差（中位数）', 'Standard deviation (median)', 'm', 1),
  numberColumn('leftOutRmse', '剔除检验均方根误差', 'Left-out goafs: RMSE', 'm', 2),
  numberColumn('leftOutInside', '剔除检验落入95%区间', 'Left-out goafs inside the 95 % band', '%', 0),
  numberColumn('zMin', '最低标高', 'Lowest elevation', 'm', 1, { role: 'level' }),
  numberColumn('zMax', '最高标高', 'Highest elevation', 'm', 1),
];

export interface ModelledSeam {
  /** Id of its feature. */
  readonly feature: string;
  readonly name: string;
  readonly panels: number;
  readonly points: number;
  readonly surface: SeamSurface;
}

export interface MineSeams {
  readonly layer: SourcedLayer;
  readonly grid: GridSpec;
  readonly seams: readonly ModelledSeam[];
}

const MOST_NODES = 1_000_000;

/** Floors of seams as surfaces, from the outlines of their goafs; null where mine.yaml asks for none or there is nothing. */
export const modelSeams = (floors: readonly PanelFloor[], mine: MineContext): MineSeams | null => {
  const settings = mine.manifest.seams;
  if (!settings) return null;
  const used = floors.filter(({ placed }) => !settings.sources || settings.sources.includes(placed.id));
  const points = used.flatMap((floor) => floor.points);
  if (points.length === 0) {
    say(mine, 'warning', 'seams-without-goafs', {});
    return null;
  }
  const grid = gridAround(points, settings.cell, settings.reach);
  const nodes = grid.columns * grid.rows;
  if (nodes > MOST_NODES) {
    const cell = Math.ceil(settings.cell * Math.sqrt(nodes / MOST_NODES));
    say(mine, 'error', 'seams-grid-too-large', { nodes, most: MOST_NODES, cell });
    return null;
  }
  const bySeam = Map.groupBy(used, ({ seam }) => seam);
  const names = [...bySeam.keys()].sort();
  const draft = createLayerDraft(
    {
      id: SEAM_LAYER,
      ...USUAL_LAYERS.seams,
      // Between two panels somebody worked out where the seam ought to be; near them no better than they were surveyed.
      provenance: worstProvenance([...used.map(({ placed }) => placed.provenance), 'inferred'])!,
      sources: [...new Set(used.map(({ placed }) => placed.id))],
    },
    COLUMNS,
    names,
  );
  const seams = names.flatMap((name, index): ModelledSeam[] => {
    const panels = bySeam.get(name)!;
    const surface = seamSurface(
      panels.flatMap((panel, p) =>
        panel.points.map((at) => ({ at: [at[0], at[1], at[2]] as const, panel: p })),
      ),
      grid,
      {
        reach: settings.reach,
        trend: settings.trend as TrendDegree,
        ...(settings.variogram ? { model: settings.variogram as VariogramModel } : {}),
      },
    );
    const surveyed = panels.reduce((sum, panel) => sum + panel.points.length, 0);
    if (!surface) {
      say(mine, 'warning', 'seam-too-few-points', { seam: name, count: surveyed, least: LEAST_VALUES });
      return [];
    }
    const mesh = floorMesh(grid, surface.floor);
    const { min, max } = elevationRange(mesh.positions, mine.frame);
    const left = surface.fit.crossValidation;
    const feature = draft.add({
      id: name,
      title: name,
      provenance: worstProvenance([...panels.map(({ placed }) => placed.provenance), 'inferred'])!,
      source: panels[0]!.placed.id,
      mesh,
      legend: { key: name, name: { zh: name, en: name }, colour: mutedColour(index) },
      values: {
        seam: name,
        panels: panels.length,
        points: surveyed,
        deviation: knownMedian(mesh.deviation!),
        leftOutRmse: left?.rmse ?? null,
        leftOutInside: left ? 100 * left.inside95 : null,
        zMin: min,
        zMax: max,
      },
    });
    return [{ feature, name, panels: panels.length, points: surveyed, surface }];
  });
  return { layer: draft.finish(), grid, seams };
};

const say = (
  { findings }: MineContext,
  severity: 'warning' | 'error',
  code: 'seams-without-goafs' | 'seams-grid-too-large' | 'seam-too-few-points',
  params: Record<string, string | number>,
): void => {
  findings.push({ severity, code, source: 'mine.yaml', file: 'mine.yaml', column: 'seams', params });
};

/** Two triangles a cell where all four corners are known, each vertex with how well. */
const floorMesh = (grid: GridSpec, { up, deviation }: HorizonGrid): Omit<FeatureMesh, 'colour'> => {
  const vertexOf = new Int32Array(up.length).fill(-1);
  const positions: number[] = [];
  const deviations: number[] = [];
  const vertex = (node: number): number => {
    if (vertexOf[node] === -1) {
      vertexOf[node] = deviations.length;
      const column = node % grid.columns;
      positions.push(
        grid.east + column * grid.cell,
        grid.north + Math.floor(node / grid.columns) * grid.cell,
        up[node]!,
      );
      deviations.push(deviation[node]!);
    }
    return vertexOf[node]!;
  };
  const indices: number[] = [];
  for (let j = 0; j + 1 < grid.rows; j++)
    for (let i = 0; i + 1 < grid.columns; i++) {
      const at = j * grid.columns + i;
      const corners = [at, at + 1, at + grid.columns, at + grid.columns + 1];
      if (corners.some((node) => Number.isNaN(up[node]!))) continue;
      const [a, b, c, d] = corners.map(vertex) as [number, number, number, number];
      indices.push(a, b, d, a, d, c);
    }
  return {
    positions: Float64Array.from(positions),
    indices: Uint32Array.from(indices),
    deviation: Float32Array.from(deviations),
  };
};
