import { Cartesian2, Cesium3DTileFeature, type Scene } from '@cesium/engine';
import type { CatalogLayer } from '../../../domain/contracts/catalog.ts';
import { fromPropertyTable } from '../../../domain/contracts/property-encoding.ts';
import type { PickedFeature } from '../mine-view.ts';
import { BOUNDARY_RANK, shellRank } from './appearance.ts';
import { featureIdOf } from './feature-style.ts';
import type { LayerTileset } from './layer-tileset.ts';

/** Pixels around the pointer that count as hit: a borehole is thinner than a hand is steady. */
const REACH_PIXELS = 7;

export function describeFeature(layer: CatalogLayer, feature: Cesium3DTileFeature): PickedFeature | null {
  const featureId = featureIdOf(layer, feature);
  if (featureId === null) return null;
  return {
    layerId: layer.id,
    featureId,
    properties: Object.fromEntries(
      layer.properties.map(({ id, type }) => [id, fromPropertyTable(type, feature.getProperty(id))]),
    ),
  };
}

/** Runs `work` with some layers out of the way, so that what is seen through them can be pointed at. */
function without<T>(
  layers: readonly LayerTileset[],
  skip: (layer: CatalogLayer) => boolean,
  work: () => T,
): T {
  const hidden = layers.flatMap(({ layer, tileset }) => (tileset?.show && skip(layer) ? [tileset] : []));
  for (const tileset of hidden) tileset.show = false;
  try {
    return work();
  } finally {
    for (const tileset of hidden) tileset.show = true;
  }
}

/** How the pointer looks: the ground as it is drawn, and the point of the drawing on the ray through a canvas point. */
export interface Sight {
  readonly scene: Scene;
  readonly layers: readonly LayerTileset[];
  /** The ground is so thin that one means what is below. */
  readonly groundOpen: boolean;
}

const isShown = ({ tileset }: LayerTileset): boolean => tileset?.show === true;

function featureThrough(sight: Sight, x: number, y: number, rank: number): PickedFeature | null {
  const skip = (layer: CatalogLayer): boolean =>
    layer.kind === 'terrain' ? sight.groundOpen : shellRank(layer) > rank;
  const picked: unknown = without(sight.layers, skip, () =>
    sight.scene.pick(new Cartesian2(x, y), REACH_PIXELS, REACH_PIXELS),
  );
  if (!(picked instanceof Cesium3DTileFeature)) return null;
  const owner = sight.layers.find(({ tileset }) => tileset === picked.tileset);
  if (!owner || owner.layer.kind === 'terrain') return null;
  return describeFeature(owner.layer, picked);
}

/**
 * The feature one means at a canvas point (CSS pixels): the innermost seen there, null over nothing or over solid
 * ground. The ground has no features one asks about, but while it is solid it hides what is below.
 */
export function featureAt(sight: Sight, x: number, y: number): PickedFeature | null {
  const ranks = new Set([0, ...sight.layers.filter(isShown).map(({ layer }) => shellRank(layer))]);
  for (const rank of [...ranks].sort((a, b) => a - b)) {
    const feature = featureThrough(sight, x, y, rank);
    if (feature) return feature;
  }
  return null;
}

/**
 * Runs `work` with only what the pointer is on: the layer of the feature found there, else all but what no coordinate
 * is ever wanted of, the walls of the mining right and the open ground.
 */
export const withTargets = <T>(sight: Sight, layerId: string | null, work: () => T): T =>
  without(
    sight.layers,
    (layer) =>
      layerId !== null
        ? layer.id !== layerId
        : layer.kind === 'terrain'
          ? sight.groundOpen
          : shellRank(layer) >= BOUNDARY_RANK,
    work,
  );
