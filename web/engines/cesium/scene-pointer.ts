import type { Aim, MineViewEvents } from '../mine-view.ts';
import type { positionReader } from './cursor-position.ts';
import type { LayerTileset } from './layer-tileset.ts';
import type { LiveThings } from './live/live-scene.ts';
import type { MineStage } from './mine-stage.ts';
import { featureAt, type Sight } from './picking.ts';
import { watchPointer } from './pointer-watch.ts';
import type { SelectionReport } from './selection-report.ts';
import type { SliceView } from './slice/slice-view.ts';
import type { Vec3 } from './vector.ts';
import type { FeatureRef, ViewMemory } from './view-memory.ts';

export interface PointedScene {
  readonly canvas: HTMLCanvasElement;
  readonly memory: Pick<ViewMemory, 'aiming' | 'slice'>;
  readonly events: MineViewEvents;
  readonly stage: MineStage;
  readonly things: LiveThings;
  readonly slice: SliceView;
  readonly selection: SelectionReport;
  readonly layerOf: (id: string) => LayerTileset | undefined;
  readonly sight: () => Sight;
  /** As drawn; `layerId`: only on that layer. */
  readonly pointAt: (x: number, y: number, layerId?: string | null) => Vec3 | null;
  readonly readPosition: ReturnType<typeof positionReader>;
  readonly requestFrame: () => void;
}

/** What lies under the pointer, told where it rests and where it is pressed. */
export interface ScenePointer {
  /** CSS pixels in the canvas. */
  clicked(x: number, y: number): void;
  dragging(active: boolean): void;
  /** What is asked of the pointer has changed. */
  applyPlacing(): void;
  destroy(): void;
}

/** Nothing is pointed at any more, so where is told to nobody. */
const NOWHERE = { x: 0, y: 0 };

export function createScenePointer(scene: PointedScene): ScenePointer {
  const { canvas, memory, events, stage, things, slice, sight, pointAt } = scene;
  let hovered: FeatureRef | null = null;
  const idleCursor = (): string => (memory.slice.placing || memory.aiming ? 'crosshair' : '');
  const readPosition = (point: Vec3) => scene.readPosition(point, stage.exaggeration(), stage.pivotUp);
  const aimAt = (x: number, y: number): Aim => ({
    ray: slice.rayAt(x, y),
    pixel: (2 * stage.tanHalfHeight()) / (canvas.clientHeight || 1),
    stretch: stage.exaggeration(),
    x,
    y,
  });
  const setHovered = (next: FeatureRef | null): void => {
    if (hovered?.layerId === next?.layerId && hovered?.featureId === next?.featureId) return;
    if (hovered) scene.layerOf(hovered.layerId)?.style.setHovered(null);
    if (next) scene.layerOf(next.layerId)?.style.setHovered(next.featureId);
    hovered = next;
    canvas.style.cursor = next ? 'pointer' : idleCursor();
    scene.requestFrame();
  };
  const forget = (): void => {
    setHovered(null);
    things.setHovered(null);
    events.hoverEntity(null, NOWHERE);
    events.hover(null, NOWHERE);
    events.hoverCut(null, NOWHERE);
  };
  const look = (x: number, y: number): void => {
    if (memory.aiming) {
      events.aimed(aimAt(x, y), false);
      return;
    }
    const thing = things.at(x, y);
    things.setHovered(thing);
    events.hoverEntity(thing, { x, y });
    const place = thing && things.drawnPlace(thing);
    if (place) {
      // A live thing lies over whatever it is in, and is meant before it.
      setHovered(null);
      canvas.style.cursor = 'pointer';
      events.hover(null, { x, y });
      events.hoverCut(null, { x, y });
      events.cursor(readPosition(place));
      return;
    }
    canvas.style.cursor = hovered ? 'pointer' : idleCursor();
    const feature = featureAt(sight(), x, y);
    setHovered(feature);
    events.hover(feature, { x, y });
    // Nothing is found behind the cap, so what is found lies before it.
    const cut = feature ? null : slice.at(x, y);
    events.hoverCut(cut, { x, y });
    // A thing thinner than a pixel is found by the wider probe above but missed by the ray.
    const point =
      (feature && pointAt(x, y, feature.layerId)) ?? (cut ? stage.drawnPoint(cut.enu) : pointAt(x, y));
    events.cursor(point ? readPosition(point) : null);
  };
  const pointer = watchPointer(canvas, look, () => {
    if (memory.aiming) events.aimed(null, false);
    forget();
    events.cursor(null);
  });
  return {
    clicked(x, y) {
      if (memory.aiming) {
        events.aimed(aimAt(x, y), true);
        return;
      }
      if (memory.slice.placing) {
        const place = pointAt(x, y);
        events.placed(place && readPosition(place).enu);
        return;
      }
      const thing = things.at(x, y);
      events.selectEntity(thing);
      if (thing) return;
      const feature = featureAt(sight(), x, y);
      scene.selection.clicked(feature);
      const cut = feature ? null : slice.at(x, y);
      if (cut) events.selectCut(cut);
    },
    dragging(active) {
      pointer.setPaused(active);
      canvas.style.cursor = active ? 'grabbing' : idleCursor();
    },
    applyPlacing() {
      if (memory.aiming) forget();
      canvas.style.cursor = idleCursor();
    },
    destroy: () => pointer.destroy(),
  };
}
