import type { MapLibreMap, MapMouseEvent, PointLike } from 'maplibre-gl';
import type { RegionPick } from '../../shell/region-choice.ts';
import type { CountyViewEvents, MapDrawEvents, SceneThing } from '../county-view.ts';
import { AREAS_FROM, CLICKED_LAYERS } from './county-style.ts';

/** Pixels around the pointer in which a thing is hit: a finger and a shaking hand need some. */
const REACH = 5;

/** What a click takes, by the layer of the county's tiles, or the source where that is no tiles. */
export const PICKED_BY: Readonly<Record<string, RegionPick['kind']>> = {
  mines: 'mine',
  counts: 'mine',
  hazards: 'hazard',
  hazardFlags: 'hazard',
  majors: 'major',
  sites: 'site',
  features: 'feature',
  ground: 'pair',
};

/** What of the scene in depth is under the pointer. */
interface SceneUnder {
  hovered(): SceneThing | null;
  onHovered(listener: () => void): void;
  thingAt(x: number, y: number): SceneThing | null;
}

/** What is under the pointer, and what a click takes: signs of the map, then what stands in depth, areas of the map, and last the hulls. */
export const createPointer = (
  map: MapLibreMap,
  events: CountyViewEvents,
  language: () => 'zh' | 'en',
  scene: SceneUnder,
) => {
  let frame = 0;
  let last: MapMouseEvent | null = null;
  let drawing: MapDrawEvents | null = null;
  const at = ({ x, y }: { x: number; y: number }, inScene: () => SceneThing | null) => {
    const layers = CLICKED_LAYERS.filter((id) => map.getLayer(id));
    const around: [PointLike, PointLike] = [
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ];
    const found = map.queryRenderedFeatures(around, { layers: [...layers] });
    const best = layers.map((id) => found.find(({ layer }) => layer.id === id)).find((one) => one);
    const isSign = best && CLICKED_LAYERS.indexOf(best.layer.id) < AREAS_FROM;
    const thing = isSign ? null : inScene();
    if (!best || (thing && !thing.isHull)) return thing;
    const kind = PICKED_BY[best.sourceLayer ?? best.source];
    const { id, zh, en, title } = best.properties as Readonly<Record<string, string | undefined>>;
    if (id === undefined || kind === undefined) return null;
    return { pick: { kind, id }, name: title ?? (language() === 'zh' ? zh : (en ?? zh)) ?? id };
  };
  const look = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (!last) return;
      const { point } = last;
      const found = map.isMoving() || drawing ? null : at(point, scene.hovered);
      map.getCanvas().style.cursor = drawing ? 'crosshair' : found ? 'pointer' : '';
      events.onHover(found ? { name: found.name, x: point.x, y: point.y } : null);
    });
  };
  const onMove = (event: MapMouseEvent) => {
    events.onCursor([event.lngLat.lng, event.lngLat.lat]);
    last = event;
    look();
  };
  const onOut = () => {
    cancelAnimationFrame(frame);
    last = null;
    events.onCursor(null);
    events.onHover(null);
  };
  const onClick = (event: MapMouseEvent) => {
    const { x, y } = event.point;
    if (drawing) drawing.onPlace([event.lngLat.lng, event.lngLat.lat]);
    else events.onPick(at(event.point, () => scene.thingAt(x, y))?.pick ?? null);
  };
  scene.onHovered(look);
  map.on('mousemove', onMove);
  map.on('mouseout', onOut);
  map.on('click', onClick);
  map.on('dblclick', () => drawing?.onEnd());
  map.on('move', () => drawing?.onCamera());
  map.on('resize', () => drawing?.onCamera());
  return {
    draw: (wanted: MapDrawEvents) => {
      drawing = wanted;
      map.doubleClickZoom.disable();
      map.getCanvas().style.cursor = 'crosshair';
      return () => {
        if (drawing !== wanted) return;
        drawing = null;
        map.doubleClickZoom.enable();
        map.getCanvas().style.cursor = '';
      };
    },
    end: () => cancelAnimationFrame(frame),
  };
};
