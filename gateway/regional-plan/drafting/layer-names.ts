import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bilingual } from '../../../domain/contracts/bilingual.ts';
import { catalogLayerSchema } from '../../../domain/contracts/catalog.ts';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import { featureKey, type PlanSources } from '../../../domain/regional-plan/plan-sources.ts';
import { containedFile } from '../../contained-file.ts';

/** Of a bundle no more than what its layers are called: the rest may be of another release. */
const namesSchema = z.looseObject({
  layers: z.array(z.looseObject(catalogLayerSchema.pick({ id: true, name: true }).shape)),
});

/** What the layers are called in which hazards lie; none of a mine without a model, or whose catalog cannot be read. */
export const layerNamesOf = async (
  bundlesRoot: string,
  hazards: readonly Pick<Hazard, 'mine' | 'place'>[],
): Promise<PlanSources['layerNames']> => {
  const mines = new Set(hazards.flatMap(({ mine, place }) => (place.kind === 'feature' ? [mine] : [])));
  const names = new Map<string, Bilingual>();
  for (const mine of mines) {
    const file = await containedFile(bundlesRoot, join(mine, 'catalog.json'));
    if (!file) continue;
    const text = await readFile(file, 'utf8');
    let read: unknown;
    try {
      read = JSON.parse(text);
    } catch {
      continue;
    }
    for (const { id, name } of namesSchema.safeParse(read).data?.layers ?? [])
      names.set(featureKey(mine, id), name);
  }
  return names;
};
