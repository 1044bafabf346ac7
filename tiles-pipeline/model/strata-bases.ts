import type { Provenance } from '../../domain/contracts/layers.ts';
import type { GeologicalModel } from '../../domain/geology/geological-model.ts';
import { baseMesh } from '../../domain/geology/solids/base-mesh.ts';
import { surfaceArea } from '../../domain/geometry/triangle-mesh.ts';
import { coded, integerColumn, numberColumn, textColumn } from './columns.ts';
import { elevationRange } from './elevations.ts';
import { createLayerDraft, type SourcedLayer } from './layer-draft.ts';
import { USUAL_LAYERS } from './layer-heads.ts';
import type { MineContext } from './mine-context.ts';
import type { StratumSolid } from './strata-solids.ts';

/** Id of the catalog layer. */
export const BASES_LAYER = 'strata-bases';

/** A body of the strata as its layer shows it, whose base is shown by itself. */
export interface DrawnBody {
  readonly solid: StratumSolid;
  readonly id: string;
  readonly title: string;
  /** Of every vertex of the body, metres; NaN where not known. */
  readonly deviation: Float32Array;
  /** Median standard deviation of the base; null where less than half of it is known. */
  readonly median: number | null;
  readonly contacts: number;
}

/**
 * The base of every unit in every block as an open surface, cut at the faults: the very triangles of the bodies, so that surface
 * and body share their vertices. Nothing where a unit is absent or nobody met its base.
 */
export const basesLayer = (
  bodies: readonly DrawnBody[],
  model: GeologicalModel,
  mine: Pick<MineContext, 'frame'>,
  provenance: Provenance,
  sources: readonly string[],
): SourcedLayer => {
  const names = coded(Object.fromEntries(model.units.map(({ id, name }) => [id, name])));
  const draft = createLayerDraft(
    { id: BASES_LAYER, ...USUAL_LAYERS['strata-bases'], provenance, sources },
    [
      textColumn('unit', '其上的地层单位', 'Unit above it', names),
      textColumn('block', '断块', 'Fault block'),
      numberColumn('area', '面积', 'Area', 'm²', 0),
      integerColumn('contacts', '依据的见层点数', 'Contacts it rests on'),
      numberColumn('deviation', '标准差（中位数）', 'Standard deviation (median)', 'm', 1),
      numberColumn('zMin', '最低标高', 'Lowest elevation', 'm', 1, { role: 'level' }),
      numberColumn('zMax', '最高标高', 'Highest elevation', 'm', 1),
    ],
    model.units.map(({ id }) => id),
  );
  for (const { solid, id, title, deviation, median, contacts } of bodies) {
    const mesh = baseMesh(solid.mesh, deviation);
    if (mesh.indices.length === 0) continue;
    const unit = model.units[solid.unit]!;
    const { min, max } = elevationRange(mesh.positions, mine.frame);
    draft.add({
      id,
      title: `${title}（底面）`,
      provenance,
      source: sources[0] ?? '',
      mesh,
      legend: { key: unit.id, name: unit.name, colour: unit.colour },
      values: {
        unit: unit.id,
        block: model.blocks.length > 1 ? model.blocks[solid.block]!.id : null,
        area: surfaceArea(mesh),
        contacts,
        deviation: median,
        zMin: min,
        zMax: max,
      },
    });
  }
  return draft.finish();
};
