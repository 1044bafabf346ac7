import { MapboxOverlay } from '@deck.gl/mapbox';
import type { MapLibreMap } from 'maplibre-gl';
import type { CountyLook, CountyScene, SceneThing, SceneTileset } from '../county-view.ts';
import type { PickedFeature } from '../mine-view.ts';
import { sceneLayers } from './scene-layers.ts';

export interface SceneOverlay {
  draw(scene: CountyScene, look: CountyLook): void;
  /** Its canvas, drawn within this call. */
  readonly drawnCanvas: () => HTMLCanvasElement | null;
  /** What is drawn nearest to a place of the picture; null: nothing is. CSS pixels. */
  thingAt(x: number, y: number): SceneThing | null;
  end(): void;
}

/** Pixels around the pointer in which a thing is hit. */
const REACH = 4;

/** What deck.gl says was hit: a thing itself, or an edge, a face, an end of one. */
type Hit = Partial<Record<'body' | 'proof', { readonly thing: SceneThing }>> & {
  readonly thing?: SceneThing;
};
const thingOf = ({ object }: { object?: unknown }): SceneThing | null => {
  const hit = object as Hit | undefined;
  return hit?.thing ?? hit?.body?.thing ?? hit?.proof?.thing ?? null;
};

export interface OverlayEvents {
  onFailure(detail: string): void;
  /** A tile of a bundle has come, with the bodies it holds. */
  onParts(tileset: SceneTileset, parts: readonly PickedFeature[]): void;
  /** The thing under the pointer has changed. */
  onHover(thing: SceneThing | null): void;
}

/** deck.gl on a canvas of its own over the map: what lies under the sheet is seen through it, and the map's style is never touched. */
export const createSceneOverlay = (map: MapLibreMap, events: OverlayEvents): SceneOverlay => {
  const overlay = new MapboxOverlay({
    interleaved: false,
    layers: [],
    pickingRadius: REACH,
    // While the map moves nobody reads what is under the pointer, and asking the graphics card for it would halt each frame.
    layerFilter: ({ isPicking }) => !(isPicking && map.isMoving()),
    onHover: (info) => events.onHover(thingOf(info)),
    onError: (error: Error) => events.onFailure(error.message),
  });
  map.addControl(overlay);
  let drawn: { readonly scene: CountyScene; readonly look: CountyLook } | null = null;
  return {
    draw: (scene, look) => {
      // A filter of mines or a pick may leave the scene as it is: its layers would be made anew for nothing.
      if (drawn?.scene === scene && drawn.look === look) return;
      drawn = { scene, look };
      overlay.setProps({ layers: sceneLayers(scene, look, events) });
      map.triggerRepaint();
    },
    drawnCanvas: () => overlay.getCanvas(),
    thingAt: (x, y) => {
      const info = overlay.pickObject({ x, y, radius: REACH });
      return info ? thingOf(info) : null;
    },
    end: () => {
      map.removeControl(overlay);
      map.triggerRepaint();
    },
  };
};
