import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Catalog, catalogSchema } from '../../domain/contracts/catalog.ts';
import type { EvidenceMethod } from '../../domain/contracts/driving.ts';
import { type DrivingFacts, drivingFactsSchema } from '../../domain/contracts/driving-facts.ts';
import { bodiesSchema } from '../../domain/contracts/geology.ts';
import { networkSchema, type RoadwayNetwork } from '../../domain/contracts/network.ts';
import type { GeologicalBody } from '../../domain/geology/geological-model.ts';
import { readBodies } from '../../domain/geology/read-bodies.ts';

/** What of a mine's bundle the county looks at. */
export interface MineBundle {
  readonly catalog: Catalog;
  readonly bodies: readonly GeologicalBody[];
  readonly driving: DrivingFacts | null;
  readonly network: RoadwayNetwork | null;
}

/** Names of the files a county reads of a bundle: its hash stands for all of them, for the catalog holds their revision. */
export const bundleRevision = async (bundlesRoot: string, mine: string): Promise<string | null> => {
  const text = await readFile(join(bundlesRoot, mine, 'catalog.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return catalogSchema.parse(JSON.parse(text)).revision;
  } catch {
    return null;
  }
};

/** @throws Error where a file of the bundle is missing or is not what the contracts say */
export const readMineBundle = async (bundlesRoot: string, mine: string): Promise<MineBundle> => {
  const folder = join(bundlesRoot, mine);
  const json = async <S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> =>
    schema.parse(JSON.parse(await readFile(join(folder, path), 'utf8')));
  const catalog = await json('catalog.json', catalogSchema);
  const list = catalog.bodies && (await json(catalog.bodies.file, bodiesSchema));
  const binary = list && (await readFile(join(folder, list.file)));
  return {
    catalog,
    bodies:
      list && binary
        ? readBodies(
            list,
            binary.buffer.slice(binary.byteOffset, binary.byteOffset + binary.byteLength) as ArrayBuffer,
          )
        : [],
    driving: catalog.driving ? await json(catalog.driving.file, drivingFactsSchema) : null,
    network: catalog.network ? await json(catalog.network.file, networkSchema) : null,
  };
};

/** Of several methods the one that places a thing best. */
const BEST_FIRST: readonly EvidenceMethod[] = [
  'survey',
  'drilling',
  'geophysics',
  'geochemistry',
  'document',
];

export const placedBy = (evidence: readonly EvidenceMethod[], placed: boolean): EvidenceMethod | null =>
  placed ? (BEST_FIRST.find((method) => evidence.includes(method)) ?? null) : null;
