import type { LayerGroup } from '../../domain/contracts/layers.ts';
import { orientOutward, signedVolume, surfaceArea } from '../../domain/geometry/triangle-mesh.ts';
import { mutedColour } from './colours.ts';
import { booleanColumn, integerColumn, numberColumn } from './columns.ts';
import { elevationRange } from './elevations.ts';
import { createLayerDraft, type LegendKey, type SourcedLayer } from './layer-draft.ts';
import { layerHead } from './layer-heads.ts';
import { meshFeatures } from './mesh-features.ts';
import { reportOpenMesh } from './mesh-parts.ts';
import type { MineContext, PlacedSource } from './mine-context.ts';

const COMMON = [
  numberColumn('area', '表面积', 'Surface area', 'm²', 0),
  numberColumn('zMin', '最低标高', 'Lowest elevation', 'm', 1, { role: 'level' }),
  numberColumn('zMax', '最高标高', 'Highest elevation', 'm', 1),
];
const SOLID_COLUMNS = [
  numberColumn('volume', '体积', 'Volume', 'm³', 0),
  booleanColumn('watertight', '封闭网格', 'Closed mesh'),
  integerColumn('openEdges', '开放边数', 'Open edges'),
  integerColumn('nonManifoldEdges', '非流形边数', 'Non-manifold edges'),
  ...COMMON,
];

const GROUP_COLOURS: Readonly<Partial<Record<LayerGroup, string>>> = {
  ore: '#9c3550',
  water: '#2f7fd0',
  goafs: '#b9b2a6',
  ground: '#a99f83',
};

/** Closed bodies (ore, cavities, strata) or open surfaces (faults, horizons), as the file gives them. */
export const meshLayer = (
  id: string,
  sources: readonly (PlacedSource<'solids'> | PlacedSource<'surfaces'>)[],
  mine: MineContext,
): SourcedLayer => {
  const isSolid = sources[0]!.source.kind === 'solids';
  const own = isSolid ? SOLID_COLUMNS : COMMON;
  const { features, columns } = meshFeatures(sources, mine, own);
  const group = sources[0]!.source.group;
  const draft = createLayerDraft(layerHead(id, isSolid ? 'solids' : 'surfaces', sources, { group }), [
    ...own,
    ...columns,
  ]);
  for (const placed of sources) {
    if (placed.content.form !== 'meshes')
      placed.log.error('wrong-file-form', { params: { expected: 'OBJ / STL', found: placed.content.form } });
  }
  features.forEach((feature, index) => {
    const placed = feature.placed as PlacedSource<'solids'>;
    const { edges } = feature;
    if (isSolid) reportOpenMesh(placed, feature.id, edges);
    const mesh = isSolid ? orientOutward(feature.mesh) : feature.mesh;
    const { min, max } = elevationRange(mesh.positions, mine.frame);
    const name = feature.name ?? feature.id;
    const legend: LegendKey = {
      key: placed.id,
      name: placed.source.name ?? { zh: name, en: name },
      colour: placed.source.colour ?? GROUP_COLOURS[placed.source.group] ?? mutedColour(index),
    };
    draft.add({
      id: feature.id,
      title: name,
      provenance: placed.provenance,
      source: placed.id,
      mesh,
      legend,
      values: {
        ...feature.attributes,
        area: surfaceArea(mesh),
        zMin: min,
        zMax: max,
        volume: edges.closed ? signedVolume(mesh) : null,
        watertight: edges.closed,
        openEdges: edges.open,
        nonManifoldEdges: edges.nonManifold,
      },
    });
    placed.log.made();
  });
  return draft.finish();
};
