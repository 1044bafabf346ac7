import type { Bilingual } from '../../domain/contracts/bilingual.ts';
import type { SourcedLayer } from './layer-draft.ts';
import type { PlacedSource } from './mine-context.ts';

/** Columns that show the same role a second time, in the file's own spelling. */
const SHOWN_TWICE: Readonly<Record<string, string>> = { typeWritten: 'type' };

/**
 * Gives coded values of a layer's own columns, and legend entries made from them, the names the manifest has for them
 * (`values` of a source). What is not named there stays as the survey wrote it.
 */
export const withValueNames = (layer: SourcedLayer, sources: readonly PlacedSource[]): SourcedLayer => {
  const byRole = new Map<string, Record<string, Bilingual>>();
  for (const { id, source } of sources) {
    if (!layer.sources.includes(id)) continue;
    for (const [role, names] of Object.entries(source.values ?? {}))
      byRole.set(role, { ...byRole.get(role), ...names });
  }
  if (byRole.size === 0) return layer;
  const types = byRole.get('type') ?? {};
  return {
    ...layer,
    properties: layer.properties.map((column) => {
      const names = byRole.get(SHOWN_TWICE[column.id] ?? column.id);
      return names ? { ...column, values: { ...column.values, ...names } } : column;
    }),
    legend: layer.legend.map((entry) => ({
      ...entry,
      name: (Object.hasOwn(types, entry.key) ? types[entry.key] : undefined) ?? entry.name,
    })),
  };
};
