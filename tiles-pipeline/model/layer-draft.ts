import type { Bilingual } from '../../domain/contracts/bilingual.ts';
import type { CatalogProperty, LegendEntry } from '../../domain/contracts/catalog.ts';
import type { Provenance } from '../../domain/contracts/layers.ts';
import { linearColour } from './colours.ts';
import type { FeatureMesh, LayerModel, ModelFeature, PropertyValue } from './layer-model.ts';
import { worstProvenance } from './provenance.ts';

export interface SourcedLayer extends LayerModel {
  /** Ids of the manifest sources the layer was made from: what a builder hashes to reuse it. */
  readonly sources: readonly string[];
}

export interface LegendKey {
  readonly key: string;
  readonly name: Bilingual;
  /** "#rrggbb". */
  readonly colour: string;
}

export type LayerHead = Pick<
  SourcedLayer,
  'id' | 'group' | 'kind' | 'name' | 'provenance' | 'shownAtStart' | 'detail' | 'sources'
>;

/** A thing to draw, before the layer's common columns are filled in. */
export interface DraftFeature {
  readonly id: string;
  readonly title: string;
  readonly provenance: Provenance;
  readonly source: string;
  readonly mesh: Omit<FeatureMesh, 'colour'>;
  readonly axis?: ModelFeature['axis'];
  readonly legend: LegendKey;
  /** Opacity of the fallback look, 0…1. */
  readonly alpha?: number;
  readonly values: Readonly<Record<string, PropertyValue>>;
}

const COMMON: readonly CatalogProperty[] = [
  { id: 'id', name: { zh: '编号', en: 'Id' }, type: 'string', role: 'id' },
  { id: 'title', name: { zh: '名称', en: 'Name' }, type: 'string', role: 'title' },
  { id: 'legend', name: { zh: '图例', en: 'Legend' }, type: 'string', role: 'legend' },
  { id: 'provenance', name: { zh: '来源', en: 'Provenance' }, type: 'string', role: 'provenance' },
  { id: 'source', name: { zh: '数据文件', en: 'Data file' }, type: 'string', role: 'source' },
];

/** Property ids that a user's column may not take. */
export const COMMON_COLUMN_IDS: readonly string[] = COMMON.map((column) => column.id);

/**
 * Collects features into a layer: every row gets every column (null where the survey says nothing), ids are made
 * unique, the legend counts what was really drawn, and the layer is known no better than its least certain feature. `legendOrder` lists keys in the order to show them.
 */
export const createLayerDraft = (
  head: LayerHead,
  columns: readonly CatalogProperty[],
  legendOrder: readonly string[] = [],
) => {
  const features: ModelFeature[] = [];
  const provenances = new Set<Provenance>();
  const legend = new Map<string, LegendEntry>();
  const taken = new Map<string, number>();
  const uniqueId = (id: string): string => {
    const seen = (taken.get(id) ?? 0) + 1;
    taken.set(id, seen);
    return seen === 1 ? id : uniqueId(`${id} (${seen})`);
  };

  return {
    /** Adds a feature and returns the id it got: a repeated id is told apart by "(2)". */
    add(feature: DraftFeature): string {
      const id = uniqueId(feature.id);
      const entry = legend.get(feature.legend.key);
      legend.set(feature.legend.key, { ...feature.legend, count: (entry?.count ?? 0) + 1 });
      provenances.add(feature.provenance);
      const properties: Record<string, PropertyValue> = {
        id,
        title: feature.title,
        legend: feature.legend.key,
        provenance: feature.provenance,
        source: feature.source,
      };
      for (const column of columns) properties[column.id] = feature.values[column.id] ?? null;
      features.push({
        mesh: { ...feature.mesh, colour: linearColour(feature.legend.colour, feature.alpha) },
        ...(feature.axis ? { axis: feature.axis } : {}),
        properties,
      });
      return id;
    },
    get size(): number {
      return features.length;
    },
    finish(): SourcedLayer {
      const rank = (key: string): number => {
        const place = legendOrder.indexOf(key);
        return place < 0 ? legendOrder.length : place;
      };
      const entries = [...legend.values()].sort(
        (a, b) => rank(a.key) - rank(b.key) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
      );
      const provenance = worstProvenance(provenances) ?? head.provenance;
      return { ...head, provenance, properties: [...COMMON, ...columns], legend: entries, features };
    },
  };
};
export type LayerDraft = ReturnType<typeof createLayerDraft>;
