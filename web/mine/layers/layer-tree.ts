import type { Catalog, CatalogLayer } from '../../../domain/contracts/catalog.ts';
import { LAYER_GROUPS, type LayerGroup } from '../../../domain/contracts/layers.ts';
import type { LayerAppearance } from '../../engines/mine-view.ts';
import type { ViewState } from '../../shell/view-state.ts';

/** The layers that look other than the catalog's start, by id. */
export type LayerChanges = ViewState['layers'];

export interface LayerTreeGroup {
  readonly group: LayerGroup;
  readonly layers: readonly CatalogLayer[];
  readonly counts: readonly Count[];
}

/** A number and what it counts. */
export interface Count {
  readonly of: 'features' | 'intervals';
  readonly n: number;
}

/** What a layer's number counts: of boreholes it is the intervals, and a hole has many. */
export const countOf = ({ kind, features }: Pick<CatalogLayer, 'kind' | 'features'>): Count => ({
  of: kind === 'borehole-intervals' ? 'intervals' : 'features',
  n: features,
});

/** Numbers of unlike things are never added up. */
const countsOf = (layers: readonly CatalogLayer[]): Count[] =>
  (['features', 'intervals'] as const).flatMap((of) => {
    const alike = layers.map(countOf).filter((count) => count.of === of);
    return alike.length > 0 ? [{ of, n: alike.reduce((sum, { n }) => sum + n, 0) }] : [];
  });

/** The tree: groups in the contract's order, empty ones left out, layers in the catalog's order. */
export const layerTree = (layers: readonly CatalogLayer[]): LayerTreeGroup[] =>
  LAYER_GROUPS.map((group) => {
    const own = layers.filter((layer) => layer.group === group);
    return { group, layers: own, counts: countsOf(own) };
  }).filter((entry) => entry.layers.length > 0);

const startOf = (layer: Pick<CatalogLayer, 'shownAtStart'>): LayerAppearance => ({
  visible: layer.shownAtStart,
  opacity: 1,
});

export const appearanceOf = (
  layer: Pick<CatalogLayer, 'id' | 'shownAtStart'>,
  changes: LayerChanges,
): LayerAppearance => (Object.hasOwn(changes, layer.id) ? changes[layer.id]! : startOf(layer));

/** Changes one layer. A layer put back as it was leaves the changes; opacity is kept in whole per cent. */
export const changeLayer = (
  layer: Pick<CatalogLayer, 'id' | 'shownAtStart'>,
  changes: LayerChanges,
  patch: Partial<LayerAppearance>,
): LayerChanges => {
  const wanted = { ...appearanceOf(layer, changes), ...patch };
  const opacity = Math.round(Math.min(1, Math.max(0, wanted.opacity)) * 100) / 100;
  const { [layer.id]: _, ...others } = changes;
  const start = startOf(layer);
  return wanted.visible === start.visible && opacity === start.opacity
    ? others
    : { ...others, [layer.id]: { visible: wanted.visible, opacity } };
};

/** Shows or hides many layers at once, each keeping its opacity. */
export const showLayers = (
  layers: readonly CatalogLayer[],
  changes: LayerChanges,
  visible: boolean,
): LayerChanges => layers.reduce((all, layer) => changeLayer(layer, all, { visible }), changes);

/** How many of `layers` are shown: for a group's three-state box. */
export const shownCount = (layers: readonly CatalogLayer[], changes: LayerChanges): number =>
  layers.filter((layer) => appearanceOf(layer, changes).visible).length;

/**
 * Leaves out of a link's state what this mine does not have: changed layers, the selected or isolated feature's layer.
 * `unknown` names the layers left out, so that the reader is told.
 */
export const fitToCatalog = (
  state: Pick<ViewState, 'layers' | 'selected' | 'isolated'>,
  catalog: Pick<Catalog, 'layers'>,
): { fitted: Pick<ViewState, 'layers' | 'selected' | 'isolated'>; unknown: string[] } => {
  const byId = new Map(catalog.layers.map((layer) => [layer.id, layer]));
  const unknown = new Set<string>();
  const keep = <T extends { layerId: string }>(feature: T | null): T | null => {
    if (!feature || byId.has(feature.layerId)) return feature;
    unknown.add(feature.layerId);
    return null;
  };
  let layers: LayerChanges = {};
  for (const [id, appearance] of Object.entries(state.layers)) {
    const layer = byId.get(id);
    if (layer) layers = changeLayer(layer, layers, appearance);
    else unknown.add(id);
  }
  const fitted = { layers, selected: keep(state.selected), isolated: keep(state.isolated) };
  return { fitted, unknown: [...unknown] };
};
