import type { GeoJSONSource, MapLibreMap } from 'maplibre-gl';
import type { CountLabel } from '../county-view.ts';
import { COUNTS_SOURCE } from './mine-style.ts';

/** Keeps the labels of live counts: they go to the map's worker in one piece, never through its style. */
export const createCounts = (map: MapLibreMap) => {
  let labels: readonly CountLabel[] = [];
  const write = () => {
    const source = map.getSource<GeoJSONSource>(COUNTS_SOURCE);
    void source?.setData({
      type: 'FeatureCollection',
      features: labels.map(({ id, at, text }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...at] },
        properties: { id, text },
      })),
    });
  };
  map.once('style.load', write);
  return {
    set: (next: readonly CountLabel[]): void => {
      labels = next;
      write();
    },
    /** After the style was set anew: its source is empty. */
    again: write,
  };
};
