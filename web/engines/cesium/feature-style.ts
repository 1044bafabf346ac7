import { type Cesium3DTileContent, type Cesium3DTileFeature, Color } from '@cesium/engine';
import type { CatalogLayer } from '../../../domain/contracts/catalog.ts';
import type { Corroboration } from '../../../domain/hazards/cross-validation.ts';
import { featureBlue } from './feature-blue.ts';

/**
 * State of single features: hovered, selected, inferred, marked as a hazard, hidden. It travels to the shader in the
 * feature's colour (255 = no; red hovered, green selected, blue twice the mark and one more for inferred), which the engine keeps in one small texture a tile. The tilesets mix this colour in
 * at nought, so it is never seen as a colour.
 */
export interface FeatureStyle {
  attach(content: Cesium3DTileContent): void;
  detach(content: Cesium3DTileContent): void;
  setHovered(featureId: string | null): void;
  setSelected(featureId: string | null): void;
  /** Hides all others; null shows all again. */
  setIsolated(featureId: string | null): void;
  /** Hides what is not kept; null: nothing. */
  setKept(keeps: ((featureId: string) => boolean) | null): void;
  /** Marks hazards by how well they are known; null: none. */
  setMarked(markOf: ((featureId: string) => Corroboration | null) | null): void;
  /** Loaded tiles that hold the feature, each with the feature's row in it. */
  placesOf(featureId: string): { content: Cesium3DTileContent; row: number }[];
}

/** Id and provenance columns of a layer, by role. */
const columnOf = (layer: CatalogLayer, role: 'id' | 'provenance'): string | undefined =>
  layer.properties.find((property) => property.role === role)?.id;

export function featureIdOf(layer: CatalogLayer, feature: Cesium3DTileFeature): string | null {
  const column = columnOf(layer, 'id');
  const value: unknown = column === undefined ? undefined : feature.getProperty(column);
  return value === undefined || value === null || value === '' ? null : String(value);
}

export function createFeatureStyle(layer: CatalogLayer): FeatureStyle {
  const provenanceColumn = columnOf(layer, 'provenance');
  const contents = new Set<Cesium3DTileContent>();
  const rows = new WeakMap<Cesium3DTileContent, Map<string, number[]>>();
  const inferred = new WeakMap<Cesium3DTileContent, Set<number>>();
  let hovered: string | null = null;
  let selected: string | null = null;
  let isolated: string | null = null;
  let keeps: ((featureId: string) => boolean) | null = null;
  let markOf: ((featureId: string) => Corroboration | null) | null = null;

  // Built when first asked for: most tiles are never searched, and reading 35 000 names takes a while.
  const rowsOf = (content: Cesium3DTileContent): Map<string, number[]> => {
    const known = rows.get(content);
    if (known) return known;
    const made = new Map<string, number[]>();
    for (let row = 0; row < content.featuresLength; row++) {
      const id = featureIdOf(layer, content.getFeature(row));
      if (id === null) continue;
      const list = made.get(id);
      if (list) list.push(row);
      else made.set(id, [row]);
    }
    rows.set(content, made);
    return made;
  };

  const paint = (content: Cesium3DTileContent, row: number, id: string | null): void => {
    const no = (state: boolean): number => (state ? 0 : 1);
    const found = id === null ? null : (markOf?.(id) ?? null);
    content.getFeature(row).color = new Color(
      no(id !== null && id === hovered),
      no(id !== null && id === selected),
      featureBlue(inferred.get(content)?.has(row) ?? false, found),
      1,
    );
  };

  const repaint = (id: string | null): void => {
    if (id === null) return;
    for (const content of contents) for (const row of rowsOf(content).get(id) ?? []) paint(content, row, id);
  };

  const paintMarked = (
    content: Cesium3DTileContent,
    marks: (featureId: string) => Corroboration | null,
  ): void => {
    for (const [id, list] of rowsOf(content))
      if (marks(id) !== null) for (const row of list) paint(content, row, id);
  };

  const applyShown = (content: Cesium3DTileContent): void => {
    const shown = new Set<number>();
    if (isolated !== null || keeps !== null)
      for (const [id, list] of rowsOf(content))
        if ((isolated === null || id === isolated) && (keeps === null || keeps(id)))
          for (const row of list) shown.add(row);
    const all = isolated === null && keeps === null;
    for (let row = 0; row < content.featuresLength; row++)
      content.getFeature(row).show = all || shown.has(row);
  };

  return {
    attach(content) {
      if (content.featuresLength === 0) return;
      contents.add(content);
      if (provenanceColumn !== undefined && layer.kind !== 'terrain') {
        const found = new Set<number>();
        for (let row = 0; row < content.featuresLength; row++)
          if (content.getFeature(row).getProperty(provenanceColumn) === 'inferred') found.add(row);
        inferred.set(content, found);
        for (const row of found) paint(content, row, null);
      }
      if (markOf) paintMarked(content, markOf);
      for (const id of new Set([hovered, selected]))
        if (id !== null) for (const row of rowsOf(content).get(id) ?? []) paint(content, row, id);
      if (isolated !== null || keeps !== null) applyShown(content);
    },
    detach(content) {
      contents.delete(content);
    },
    setHovered(featureId) {
      const before = hovered;
      if (before === featureId) return;
      hovered = featureId;
      repaint(before);
      repaint(featureId);
    },
    setSelected(featureId) {
      const before = selected;
      if (before === featureId) return;
      selected = featureId;
      repaint(before);
      repaint(featureId);
    },
    setIsolated(featureId) {
      if (isolated === featureId) return;
      isolated = featureId;
      for (const content of contents) applyShown(content);
    },
    setKept(next) {
      if (keeps === next) return;
      keeps = next;
      for (const content of contents) applyShown(content);
    },
    setMarked(next) {
      if (markOf === next) return;
      const before = markOf;
      markOf = next;
      // Those that were marked lose it, or change it; those that are get it.
      for (const content of contents) {
        if (before) paintMarked(content, before);
        if (next) paintMarked(content, next);
      }
    },
    placesOf: (featureId) =>
      [...contents].flatMap((content) =>
        (rowsOf(content).get(featureId) ?? []).map((row) => ({ content, row })),
      ),
  };
}
