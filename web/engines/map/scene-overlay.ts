import { MapboxOverlay } from '@deck.gl/mapbox';
import type { MapLibreMap } from 'maplibre-gl';
import type { CountyLook, CountyScene } from '../county-view.ts';
import { sceneLayers } from './scene-layers.ts';

export interface SceneOverlay {
  draw(scene: CountyScene, look: CountyLook): void;
  /** Its canvas, drawn within this call. */
  readonly drawnCanvas: () => HTMLCanvasElement | null;
  end(): void;
}

/** deck.gl on a canvas of its own over the map: what lies under the sheet is seen through it, and the map's style is never touched. */
export const createSceneOverlay = (map: MapLibreMap, onFailure: (detail: string) => void): SceneOverlay => {
  const overlay = new MapboxOverlay({
    interleaved: false,
    layers: [],
    onError: (error: Error) => onFailure(error.message),
  });
  map.addControl(overlay);
  return {
    draw: (scene, look) => {
      overlay.setProps({ layers: sceneLayers(scene, look, onFailure) });
      map.triggerRepaint();
    },
    drawnCanvas: () => overlay.getCanvas(),
    end: () => {
      map.removeControl(overlay);
      map.triggerRepaint();
    },
  };
};
