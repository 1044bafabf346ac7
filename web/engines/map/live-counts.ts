import type { GeoJSONSource, MapLibreMap } from 'maplibre-gl';
import type { CountLabel } from '../county-view.ts';
import { COUNTS_SOURCE } from './mine-style.ts';

const featureOf = ({ id, at, zh, en, text, isStale, warning, sos }: CountLabel): GeoJSON.Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [...at] },
  properties: {
    id,
    zh,
    en,
    text,
    ...(warning !== null && { warning }),
    ...(sos > 0 && { sos }),
    ...(isStale && { isStale }),
  },
});

/**
 * What of the labels is new or other than before, and whose label is gone; null: nothing. Every count of a county comes anew with
 * each answer and few of them have changed: the map's worker is told of those.
 */
export const changedLabels = (
  before: ReadonlyMap<string, CountLabel>,
  next: readonly CountLabel[],
): { readonly add: CountLabel[]; readonly remove: string[] } | null => {
  const ids = new Set(next.map(({ id }) => id));
  const remove = [...before.keys()].filter((id) => !ids.has(id));
  const add = next.filter((label) => {
    const known = before.get(label.id);
    return (
      known?.text !== label.text ||
      known.isStale !== label.isStale ||
      known.warning !== label.warning ||
      known.sos !== label.sos ||
      known.at[0] !== label.at[0] ||
      known.at[1] !== label.at[1]
    );
  });
  return add.length + remove.length > 0 ? { add, remove } : null;
};

/** Keeps the labels of live counts: they go to the map's worker and never through its style. */
export const createCounts = (map: MapLibreMap) => {
  let labels: readonly CountLabel[] = [];
  /** What the source holds, as far as it was told. */
  let told: { readonly source: GeoJSONSource | undefined; readonly labels: ReadonlyMap<string, CountLabel> } =
    {
      source: undefined,
      labels: new Map(),
    };
  const write = () => {
    const source = map.getSource<GeoJSONSource>(COUNTS_SOURCE);
    if (!source) return;
    // A source made anew with the style is empty.
    const changed = changedLabels(told.source === source ? told.labels : new Map(), labels);
    if (!changed) return;
    void source.updateData({ add: changed.add.map(featureOf), remove: changed.remove });
    told = { source, labels: new Map(labels.map((label) => [label.id, label])) };
  };
  map.once('style.load', write);
  return {
    set: (next: readonly CountLabel[]): void => {
      labels = next;
      write();
    },
    /** After the style was set anew: its source may be another. */
    again: write,
  };
};
