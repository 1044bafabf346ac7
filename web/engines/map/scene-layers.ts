import type { Layer } from '@deck.gl/core';
import { Tile3DLayer } from '@deck.gl/geo-layers';
import { COUNTY_COLOURS } from '../../theme/county-colours.ts';
import type { CountyLook, CountyScene, SceneTileset } from '../county-view.ts';
import { bodyLayers } from './body-layers.ts';
import { ColouredSceneLayer } from './coloured-scene.ts';
import { hazardBodyLayers } from './hazard-body-layers.ts';
import { proofLayers } from './proof-layers.ts';

/** How far a tileset's ellipsoidal heights are let down so that it stands on the same sheet: its datum's separation and the level. */
export const loweredBy = (level: number, geoidSeparation: number): number => level + geoidSeparation;

const tilesetLayer = (
  { id, url, geoidSeparation }: SceneTileset,
  level: number,
  onFailure: (detail: string) => void,
): Layer =>
  new Tile3DLayer({
    id: `scene-tileset-${id}`,
    data: url,
    _subLayerProps: { scenegraph: { type: ColouredSceneLayer } },
    // Our own origin only: without this the loaders would ask a CDN for their workers.
    loadOptions: {
      core: { worker: false },
      tileset: { throttleRequests: true, maximumScreenSpaceError: 16 },
    },
    onTileLoad: (tile) => {
      const origin = tile.content?.cartographicOrigin;
      if (origin) origin[2] -= loweredBy(level, geoidSeparation);
    },
    onTileError: (_tile, message) => onFailure(message),
  });

/** The layers of a scene, from what lies deepest in the picture's order to what must be read. */
export const sceneLayers = (
  { level, bodies, hazards, proofs, tilesets }: CountyScene,
  look: CountyLook,
  onFailure: (detail: string) => void,
): Layer[] => {
  const colours = COUNTY_COLOURS[look.theme];
  return [
    ...tilesets.map((one) => tilesetLayer(one, level, onFailure)),
    ...(bodies.length > 0 ? bodyLayers(bodies, level, colours) : []),
    ...(hazards.length > 0 ? hazardBodyLayers(hazards, level, colours, look) : []),
    ...(proofs.length > 0 ? proofLayers(proofs, level, colours) : []),
  ];
};
