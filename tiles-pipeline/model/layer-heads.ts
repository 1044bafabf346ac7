import type { Bilingual } from '../../domain/contracts/bilingual.ts';
import type { LayerGroup, LayerKind } from '../../domain/contracts/layers.ts';
import type { LayerHead } from './layer-draft.ts';
import type { PlacedSource } from './mine-context.ts';
import { worstProvenance } from './provenance.ts';

interface UsualLayer {
  readonly group: LayerGroup;
  readonly kind: LayerKind;
  readonly name: Bilingual;
  readonly shownAtStart: boolean;
  readonly detail: 'simplify' | 'keep';
}

const usual = (
  group: LayerGroup,
  kind: LayerKind,
  zh: string,
  en: string,
  o: Partial<Pick<UsualLayer, 'shownAtStart' | 'detail'>> = {},
): UsualLayer => ({ group, kind, name: { zh, en }, shownAtStart: true, detail: 'keep', ...o });

/** Layers the pipeline makes, by their usual id. */
export const USUAL_LAYERS = {
  terrain: usual('ground', 'terrain', '地表', 'Ground', { detail: 'simplify' }),
  boreholes: usual('boreholes', 'borehole-intervals', '钻孔', 'Boreholes'),
  'groundwater-levels': usual('water', 'water', '钻孔水位', 'Groundwater levels'),
  strata: usual('strata', 'solid', '地层', 'Strata', { shownAtStart: false }),
  'strata-bases': usual('strata', 'surface', '地层底面', 'Bases of the strata', { shownAtStart: false }),
  solids: usual('ore', 'solid', '实体模型', 'Solids', { detail: 'simplify' }),
  surfaces: usual('strata', 'surface', '断层与层面', 'Faults and horizons', { detail: 'simplify' }),
  'fault-traces': usual('strata', 'surface', '断层（地表迹线）', 'Faults from traces'),
  seams: usual('strata', 'surface', '煤层底板', 'Seam floors', { shownAtStart: false, detail: 'simplify' }),
  bodies: usual('ore', 'solid', '钻孔推断体', 'Bodies from holes', { detail: 'simplify' }),
  roadways: usual('workings', 'tube', '巷道', 'Roadways'),
  shafts: usual('workings', 'tube', '井筒', 'Shafts'),
  'planned-headings': usual('workings', 'tube', '计划巷道', 'Planned headings'),
  'survey-legs': usual('workings', 'tube', '测量导线', 'Survey legs'),
  'cave-passages': usual('workings', 'tube', '由支导线推算的断面', 'Passages from splays'),
  goafs: usual('goafs', 'goaf', '采空区', 'Goafs'),
  'goaf-water': usual('water', 'water', '采空区积水', 'Goaf water'),
  'water-bodies': usual('water', 'water', '水体', 'Water bodies'),
  'mining-right': usual('boundary', 'boundary', '矿权边界', 'Mining right'),
} as const satisfies Record<string, UsualLayer>;
export type UsualLayerId = keyof typeof USUAL_LAYERS;

/**
 * Head of a layer: the usual one of its kind, under the id and name the manifest gives.
 * @param own id of the layer as made; where it is not the usual id, the manifest's name is used if there is one
 */
export const layerHead = (
  id: string,
  usualId: UsualLayerId,
  sources: readonly PlacedSource[],
  over: Partial<Pick<LayerHead, 'group' | 'name' | 'provenance'>> = {},
): LayerHead => {
  const { group, kind, name, shownAtStart, detail } = USUAL_LAYERS[usualId];
  return {
    id,
    group,
    kind,
    name: sources.find((placed) => placed.source.name)?.source.name ?? name,
    provenance: worstProvenance(sources.map((placed) => placed.provenance)) ?? 'measured',
    shownAtStart,
    detail,
    sources: sources.map((placed) => placed.id),
    ...over,
  };
};
