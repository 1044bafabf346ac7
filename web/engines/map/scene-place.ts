import type { MapLibreMap } from 'maplibre-gl';
import type { CountyPicture, CountyScene, SceneThing } from '../county-view.ts';
import type { OverlayEvents, SceneOverlay } from './scene-overlay.ts';

/**
 * Where the scene under the map comes in. deck.gl is fetched with the first scene and taken out with the last: a flat map pays for
 * neither its code nor its frames.
 */
export const createScenePlace = (
  map: MapLibreMap,
  { onFailure, onParts }: Pick<OverlayEvents, 'onFailure' | 'onParts'>,
) => {
  let wanted: CountyScene | null = null;
  let overlay: SceneOverlay | null = null;
  let ended = false;
  let hovered: SceneThing | null = null;
  let onHovered = (): void => {};
  const onHover = (thing: SceneThing | null): void => {
    hovered = thing;
    onHovered();
  };
  const fail = (error: unknown) => onFailure(error instanceof Error ? error.message : String(error));
  const apply = async (picture: CountyPicture) => {
    if (wanted === null) {
      overlay?.end();
      overlay = null;
      hovered = null;
      return;
    }
    const { createSceneOverlay } = await import('./scene-overlay.ts');
    if (ended || wanted === null) return;
    overlay ??= createSceneOverlay(map, { onFailure, onHover, onParts });
    overlay.draw(wanted, picture.look);
  };
  return {
    set: (scene: CountyScene | null, picture: CountyPicture): void => {
      wanted = scene;
      apply(picture).catch(fail);
    },
    show: (picture: CountyPicture): void => {
      if (wanted && overlay) overlay.draw(wanted, picture.look);
    },
    canvas: (): (() => HTMLCanvasElement | null) | null => (overlay ? overlay.drawnCanvas : null),
    /** What the pointer is over; null: nothing of the scene. */
    hovered: (): SceneThing | null => hovered,
    onHovered: (listener: () => void): void => {
      onHovered = listener;
    },
    thingAt: (x: number, y: number): SceneThing | null => overlay?.thingAt(x, y) ?? null,
    end: (): void => {
      ended = true;
      overlay?.end();
      overlay = null;
    },
  };
};
