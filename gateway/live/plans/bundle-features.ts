import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { z } from 'zod';
import { readLogs } from '../../../domain/boreholes/borehole-log.ts';
import { type Catalog, catalogSchema } from '../../../domain/contracts/catalog.ts';
import { bodiesSchema } from '../../../domain/contracts/geology.ts';
import { logsSchema } from '../../../domain/contracts/logs.ts';
import type { PlanFeature } from '../../../domain/contracts/plans.ts';
import { frameOfCatalog } from '../../../domain/frame/catalog-frame.ts';
import { readBodies } from '../../../domain/geology/read-bodies.ts';
import { planFeatures } from '../../../domain/plans/plan-features.ts';
import { containedFile } from '../../contained-file.ts';

/** What the bundle of a mine holds now of what an as-built plan is about. @throws Error where a file of the bundle is missing or broken */
export const bundleFeatures = async (
  folder: string,
): Promise<{ readonly revision: string; readonly features: readonly PlanFeature[] }> => {
  const bytes = async (path: string): Promise<Buffer> => {
    const file = await containedFile(folder, path);
    if (!file) throw new Error(`${relative(folder, path) || path}: there is no such file in the bundle`);
    return readFile(file);
  };
  const json = async <S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> =>
    schema.parse(JSON.parse((await bytes(path)).toString('utf8')));
  const catalog: Catalog = await json('catalog.json', catalogSchema);
  const list = catalog.bodies && (await json(catalog.bodies.file, bodiesSchema));
  const binary = list && (await bytes(list.file));
  const bodies =
    list && binary
      ? readBodies(
          list,
          binary.buffer.slice(binary.byteOffset, binary.byteOffset + binary.byteLength) as ArrayBuffer,
        )
      : [];
  const logs = catalog.logs ? readLogs(await json(catalog.logs.file, logsSchema)) : [];
  return { revision: catalog.revision, features: planFeatures(bodies, logs, frameOfCatalog(catalog)) };
};
