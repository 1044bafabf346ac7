import type { Layer } from '@deck.gl/core';
import { COUNTY_COLOURS } from '../../theme/county-colours.ts';
import type { CountyLook, CountyScene } from '../county-view.ts';
import { bodyLayers, hullLayers } from './body-layers.ts';
import { hazardBodyLayers } from './hazard-body-layers.ts';
import { majorBodyLayers } from './major-body-layers.ts';
import { proofLayers } from './proof-layers.ts';
import { tilesetLayer } from './tileset-layer.ts';

/** The layers of a scene, from what lies deepest in the picture's order to what must be read. */
export const sceneLayers = (
  { level, bodies, hazards, majors, proofs, tilesets }: CountyScene,
  look: CountyLook,
  events: Parameters<typeof tilesetLayer>[3],
): Layer[] => {
  const colours = COUNTY_COLOURS[look.theme];
  return [
    ...hullLayers(bodies, level, colours),
    ...tilesets.map((one) => tilesetLayer(one, level, colours, events)),
    ...bodyLayers(bodies, level, colours),
    ...(hazards.length > 0 ? hazardBodyLayers(hazards, level, colours, look) : []),
    ...(majors.length > 0 ? majorBodyLayers(majors, level, colours, look) : []),
    ...(proofs.length > 0 ? proofLayers(proofs, level, colours) : []),
  ];
};
