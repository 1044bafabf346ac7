import type { MapLibreMap, MapMouseEvent, PointLike } from 'maplibre-gl';
import type { RegionPick } from '../../shell/region-choice.ts';
import type { CountyViewEvents } from '../county-view.ts';
import { CLICKED_LAYERS } from './county-style.ts';

/** Pixels around the pointer in which a thing is hit: a finger and a shaking hand need some. */
const REACH = 5;

/** What is under the pointer, and what a click takes. */
export const createPointer = (map: MapLibreMap, events: CountyViewEvents, language: () => 'zh' | 'en') => {
  let frame = 0;
  const at = ({ x, y }: { x: number; y: number }) => {
    const layers = CLICKED_LAYERS.filter((id) => map.getLayer(id));
    const around: [PointLike, PointLike] = [
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ];
    const found = map.queryRenderedFeatures(around, { layers: [...layers] });
    const best = layers.map((id) => found.find(({ layer }) => layer.id === id)).find((one) => one);
    if (!best) return null;
    const kind: RegionPick['kind'] =
      best.source === 'mines' ? 'mine' : best.source === 'sites' ? 'site' : 'hazard';
    const { id, zh, en, title } = best.properties as Readonly<Record<string, string | undefined>>;
    if (id === undefined) return null;
    return { pick: { kind, id }, name: title ?? (language() === 'zh' ? zh : (en ?? zh)) ?? id };
  };
  const onMove = (event: MapMouseEvent) => {
    events.onCursor([event.lngLat.lng, event.lngLat.lat]);
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const found = map.isMoving() ? null : at(event.point);
      map.getCanvas().style.cursor = found ? 'pointer' : '';
      events.onHover(found ? { name: found.name, x: event.point.x, y: event.point.y } : null);
    });
  };
  const onOut = () => {
    cancelAnimationFrame(frame);
    events.onCursor(null);
    events.onHover(null);
  };
  const onClick = (event: MapMouseEvent) => events.onPick(at(event.point)?.pick ?? null);
  map.on('mousemove', onMove);
  map.on('mouseout', onOut);
  map.on('click', onClick);
  return { end: () => cancelAnimationFrame(frame) };
};
