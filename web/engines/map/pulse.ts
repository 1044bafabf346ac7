import type { MapLibreMap } from 'maplibre-gl';
import type { CountyPicture } from '../county-view.ts';
import { PULSING_LAYERS } from './live-warning-style.ts';

/** One beat out or back, ms. */
const BEAT_MS = 900;

/** Lets the flags of warnings swell and sink, for who has not asked for less motion; and only where there are any in sight. */
export const createPulse = (map: MapLibreMap) => {
  let timer: ReturnType<typeof setInterval> | null = null;
  let isOut = false;
  const beat = () => {
    const layers = PULSING_LAYERS.filter((layer) => map.getLayer(layer));
    if (layers.length === 0 || document.hidden) return;
    if (map.queryRenderedFeatures({ layers }).length === 0) return;
    isOut = !isOut;
    for (const layer of layers) map.setPaintProperty(layer, 'icon-opacity', isOut ? 0.45 : 1);
  };
  const stop = () => {
    if (timer !== null) clearInterval(timer);
    timer = null;
  };
  return {
    show: ({ look, shown }: CountyPicture): void => {
      const beats = shown('warnings') && !look.reducedMotion;
      if (!beats) stop();
      else timer ??= setInterval(beat, BEAT_MS);
    },
    end: stop,
  };
};
