import { Cartesian2, Cesium3DTileFeature, type Scene } from '@cesium/engine';
import type { CatalogLayer } from '../../../domain/contracts/catalog.ts';
import { fromPropertyTable } from '../../../domain/contracts/property-encoding.ts';
import type { PickedFeature } from '../mine-view.ts';
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

/** Runs `work` with the ground out of the way, so that what is seen through it can be pointed at. */
export function withoutGround<T>(layers: readonly LayerTileset[], skip: boolean, work: () => T): T {
  const hidden = skip
    ? layers.flatMap(({ layer, tileset }) => (layer.kind === 'terrain' && tileset?.show ? [tileset] : []))
    : [];
  for (const tileset of hidden) tileset.show = false;
  try {
    return work();
  } finally {
    for (const tileset of hidden) tileset.show = true;
  }
}

/**
 * The feature drawn nearest to a canvas point (CSS pixels), null over nothing or over the ground. The ground has no
 * features one asks about, but while it is solid it hides what is below.
 */
export function featureAt(
  scene: Scene,
  layers: readonly LayerTileset[],
  x: number,
  y: number,
  seeThroughGround: boolean,
): PickedFeature | null {
  const picked: unknown = withoutGround(layers, seeThroughGround, () =>
    scene.pick(new Cartesian2(x, y), REACH_PIXELS, REACH_PIXELS),
  );
  if (!(picked instanceof Cesium3DTileFeature)) return null;
  const owner = layers.find(({ tileset }) => tileset === picked.tileset);
  if (!owner || owner.layer.kind === 'terrain') return null;
  return describeFeature(owner.layer, picked);
}
