import type { Provenance } from '../../domain/contracts/layers.ts';
import { blockAt } from '../../domain/geology/fault-side.ts';
import type { GeologicalModel, StratumUnit } from '../../domain/geology/geological-model.ts';
import { surfaceDeviation } from '../../domain/geology/solids/surface-deviation.ts';
import type { UnitSlab } from '../../domain/geology/solids/unit-slabs.ts';
import { coded, integerColumn, numberColumn, textColumn } from './columns.ts';
import { elevationRange } from './elevations.ts';
import { createLayerDraft, type SourcedLayer } from './layer-draft.ts';
import { USUAL_LAYERS } from './layer-heads.ts';
import type { MineContext } from './mine-context.ts';
import type { MineGeology } from './mine-geology.ts';
import { basesLayer, type DrawnBody } from './strata-bases.ts';
import { strataSolids } from './strata-solids.ts';

/** Id of the catalog layer. */
export const STRATA_LAYER = 'strata';

const RELATIONS = coded({
  conformable: { zh: '整合', en: 'conformable' },
  erosive: { zh: '不整合（剥蚀）', en: 'erosive' },
  intrusive: { zh: '侵入', en: 'intrusive' },
});

/** @param units of the model: their names are what the codes of the first column mean */
const columnsOf = (units: readonly StratumUnit[]) => [
  textColumn('unit', '地层单位', 'Unit', coded(Object.fromEntries(units.map(({ id, name }) => [id, name])))),
  textColumn('block', '断块', 'Fault block'),
  textColumn('relation', '接触关系', 'Contact', RELATIONS),
  numberColumn('volume', '体积', 'Volume', 'm³', 0),
  numberColumn('thickness', '平均厚度', 'Mean thickness', 'm', 1),
  integerColumn('contacts', '依据的见层点数', 'Contacts it rests on'),
  integerColumn('blockContacts', '断块内见层点数', 'Contacts in the block'),
  numberColumn('deviation', '底面标准差（中位数）', 'Standard deviation of the base (median)', 'm', 1),
  numberColumn('leftOutMean', '剔除检验平均误差（底面）', 'Left-out holes: mean error of the base', 'm', 2),
  numberColumn('leftOutRmse', '剔除检验均方根误差（底面）', 'Left-out holes: RMSE of the base', 'm', 2),
  numberColumn('leftOutInside', '剔除检验落入95%区间', 'Left-out holes inside the 95 % band', '%', 0),
  numberColumn('zMin', '最低标高', 'Lowest elevation', 'm', 1, { role: 'level' }),
  numberColumn('zMax', '最高标高', 'Highest elevation', 'm', 1),
];

export interface Strata {
  /** One closed body for each unit and block. */
  readonly layer: SourcedLayer;
  /** The base of every unit by itself. */
  readonly bases: SourcedLayer;
  /** By unit, in the model's order. */
  readonly units: readonly DrawnUnit[];
}

/** What came of a unit. */
export interface DrawnUnit {
  /** Catalog layer of its bodies; left out where there is nothing of it to draw. */
  readonly layer?: string;
  /** m³; 0 where it is nowhere. */
  readonly volume: number;
}

/**
 * The strata as a layer: every unit of every block a closed body with how well its surfaces are known. A model is somebody's
 * interpretation, so it is inferred, however good the holes are.
 * @param provenance `synthetic` where the mine is
 * @param sources ids of the manifest's sources it was modelled from
 */
export const strataLayer = async (
  { model, accounts }: MineGeology,
  mine: Pick<MineContext, 'frame'>,
  provenance: Extract<Provenance, 'inferred' | 'synthetic'>,
  sources: readonly string[],
): Promise<Strata> => {
  const draft = createLayerDraft(
    { id: STRATA_LAYER, ...USUAL_LAYERS.strata, provenance, sources },
    columnsOf(model.units),
    model.units.map(({ id }) => id),
  );
  const volumes = model.units.map(() => 0);
  const many = model.blocks.length > 1;
  const bodies: DrawnBody[] = [];
  for (const solid of await strataSolids(model)) {
    const { unit: u, block: b, mesh, volume, slab } = solid;
    const [unit, block] = [model.units[u]!, model.blocks[b]!];
    volumes[u]! += volume;
    const { min, max } = elevationRange(mesh.positions, mine.frame);
    const { thickness, deviation } = summary(model, slab, b);
    const title = many ? `${unit.name.zh} · 断块 ${block.id}` : unit.name.zh;
    const spread = surfaceDeviation(model.grid, slab, mesh.positions);
    const id = draft.add({
      id: many ? `${unit.id}/${block.id}` : unit.id,
      title,
      provenance,
      source: sources[0] ?? '',
      mesh: { positions: mesh.positions, indices: mesh.indices, deviation: spread },
      legend: { key: unit.id, name: unit.name, colour: unit.colour },
      values: {
        unit: unit.id,
        block: many ? block.id : null,
        relation: unit.relation,
        volume,
        thickness,
        contacts: accounts[u]!.contacts,
        blockContacts: many ? block.contacts : null,
        deviation,
        ...leftOut(accounts[u]!.crossValidation),
        zMin: min,
        zMax: max,
      },
    });
    bodies.push({
      solid,
      id,
      title,
      deviation: spread,
      median: deviation,
      contacts: accounts[u]!.contacts,
    });
  }
  return {
    layer: draft.finish(),
    bases: basesLayer(bodies, model, mine, provenance, sources),
    units: volumes.map((volume) => (volume > 0 ? { layer: STRATA_LAYER, volume } : { volume })),
  };
};

/** What leaving out each hole says of the unit's base; null where too few holes met it to leave one out. */
const leftOut = (of: MineGeology['accounts'][number]['crossValidation']) => ({
  leftOutMean: of?.meanError ?? null,
  leftOutRmse: of?.rmse ?? null,
  leftOutInside: of && 100 * of.inside95,
});

/** Over the nodes where the unit is there and its base lies in the block; null where there is none, or nothing is known. */
const summary = (
  model: GeologicalModel,
  { top, base, baseDeviation }: UnitSlab,
  block: number,
): { readonly thickness: number | null; readonly deviation: number | null } => {
  const { grid } = model;
  const deviations: number[] = [];
  let [sum, nodes] = [0, 0];
  for (let k = 0; k < top.length; k++) {
    if (!(base[k]! < top[k]!)) continue;
    const east = grid.east + (k % grid.columns) * grid.cell;
    const north = grid.north + Math.floor(k / grid.columns) * grid.cell;
    if (model.faults.length > 0 && blockAt(model, east, north, base[k]!) !== block) continue;
    sum += top[k]! - base[k]!;
    nodes++;
    if (!Number.isNaN(baseDeviation[k]!)) deviations.push(baseDeviation[k]!);
  }
  deviations.sort((a, b) => a - b);
  // Known of less than half of its base, its middle is not known.
  const known = deviations.length * 2 > nodes;
  return {
    thickness: nodes > 0 ? sum / nodes : null,
    deviation: known ? deviations[Math.floor(deviations.length / 2)]! : null,
  };
};
