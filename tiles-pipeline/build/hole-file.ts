import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { type HolesFile, holesSchema } from '../../domain/contracts/holes.ts';
import type { ModelledLayer } from '../model/model-mine.ts';

const FILE = 'model/holes.json';

/** Millimetres: no collar is surveyed better. */
const rounded = (metres: number): number => Math.round(metres * 1000) / 1000 + 0;

/**
 * Writes the axis of every borehole interval; null where the mine has no boreholes, and then no file. The same layers give
 * the same bytes.
 */
export const writeHoles = async (
  layers: readonly ModelledLayer[],
  folder: string,
): Promise<NonNullable<Catalog['holes']> | null> => {
  const intervals: HolesFile['intervals'] = [];
  for (const layer of layers) {
    const legend = new Map(layer.legend.map((entry) => [entry.key, entry]));
    for (const { axis, properties } of layer.features) {
      const entry = legend.get(String(properties.legend));
      if (!axis || axis.length < 2 || !entry) continue;
      intervals.push({
        layer: layer.id,
        feature: String(properties.id),
        hole: String(properties.hole),
        title: String(properties.title),
        rock: entry.name,
        colour: entry.colour,
        provenance: layer.provenance,
        line: axis.flatMap((point) => [...point].map(rounded)),
      });
    }
  }
  if (intervals.length === 0) return null;
  await mkdir(join(folder, 'model'), { recursive: true });
  await writeFile(
    join(folder, FILE),
    `${JSON.stringify(holesSchema.parse({ format: 'hyalite-holes/1', intervals }))}\n`,
  );
  return { file: FILE, count: intervals.length };
};
