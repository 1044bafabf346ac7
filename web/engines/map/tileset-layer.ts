import type { GetPickingInfoParams, Layer, PickingInfo } from '@deck.gl/core';
import { Tile3DLayer } from '@deck.gl/geo-layers';
import type { SceneThing, SceneTileset } from '../county-view.ts';
import type { PickedFeature } from '../mine-view.ts';
import { partsOfTile, thingOfPart } from './bundle-parts.ts';
import { ColouredSceneLayer } from './coloured-scene.ts';

/** How far a tileset's ellipsoidal heights are let down so that it stands on the same sheet: its datum's separation and the level. */
export const loweredBy = (level: number, geoidSeparation: number): number => level + geoidSeparation;

/** Laid over the body under the pointer: light on any colour of rock. */
const HIGHLIGHT = [255, 255, 255, 110];

/** What lies in a tile that is drawn, by its glTF. A tile that is dropped takes its things with it. */
const thingsOf = new WeakMap<object, readonly SceneThing[]>();

/** deck.gl's own layer says which tile was hit; with the bodies' numbers for colours of picking its index is the body's. */
class BodyTilesLayer extends Tile3DLayer {
  static override readonly layerName = 'BodyTilesLayer';

  override getPickingInfo(params: GetPickingInfoParams): PickingInfo {
    const info = super.getPickingInfo(params);
    if (info.picked) {
      const { sourceTile } = info as PickingInfo & {
        sourceTile?: { readonly content?: { readonly gltf?: object } };
      };
      const gltf = sourceTile?.content?.gltf;
      const thing = gltf && thingsOf.get(gltf)?.[info.index];
      info.object = thing && { thing };
    }
    return info;
  }
}

export const tilesetLayer = (
  tileset: SceneTileset,
  level: number,
  events: {
    onFailure(detail: string): void;
    onParts(tileset: SceneTileset, parts: readonly PickedFeature[]): void;
  },
): Layer =>
  new BodyTilesLayer({
    id: `scene-tileset-${tileset.id}`,
    data: tileset.url,
    pickable: true,
    autoHighlight: true,
    highlightColor: HIGHLIGHT,
    _subLayerProps: { scenegraph: { type: ColouredSceneLayer } },
    // Our own origin only: without this the loaders would ask a CDN for their workers.
    loadOptions: {
      core: { worker: false },
      tileset: { throttleRequests: true, maximumScreenSpaceError: 16 },
    },
    onTileLoad: ({ content }) => {
      if (content?.cartographicOrigin)
        content.cartographicOrigin[2] -= loweredBy(level, tileset.geoidSeparation);
      if (!content?.gltf) return;
      const parts = partsOfTile(content.gltf, tileset);
      thingsOf.set(
        content.gltf,
        parts.map((part) => thingOfPart(part, tileset)),
      );
      events.onParts(tileset, parts);
    },
    onTileError: (_tile, message) => events.onFailure(message),
  });
