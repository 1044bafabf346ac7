import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { catalogSchema, type MineSummary } from '../domain/contracts/catalog.ts';
import { SIGNED_IN } from './accounts/access.ts';
import type { Guard } from './accounts/guard.ts';

/** What a bundle says of its mine; one that cannot be read, or is not there, is `broken`. */
export const mineSummary = async (bundlesRoot: string, folder: string): Promise<MineSummary> => {
  const catalog = `/bundles/${encodeURIComponent(folder)}/catalog.json`;
  try {
    const read = catalogSchema.parse(
      JSON.parse(await readFile(join(bundlesRoot, folder, 'catalog.json'), 'utf8')),
    );
    // Two folders with one mine's id could not be told apart in a link.
    if (read.mineId !== folder)
      throw new Error(`the catalog is of mine "${read.mineId}", the folder is "${folder}"`);
    const { name, type, state, provenance, county, revision } = read;
    return { id: read.mineId, name, type, state, provenance, county, catalog, revision };
  } catch (error) {
    // A mine that cannot be opened is shown as broken; leaving it out would look as if it did not exist.
    const message = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return {
      id: folder,
      name: { zh: folder, en: folder },
      type: 'exploration',
      state: 'unknown',
      provenance: 'measured',
      catalog,
      revision: '',
      broken: message.split('\n').slice(0, 4).join(' ').trim(),
    };
  }
};

/** All bundles under the root, by folder name; half-written ones begin with a dot and are left out. */
export const listMines = async (bundlesRoot: string): Promise<MineSummary[]> => {
  const entries = await readdir(bundlesRoot, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((e) => e.name);
  return Promise.all(folders.sort().map((folder) => mineSummary(bundlesRoot, folder)));
};

/** GET /api/mines: what the mine switcher shows. */
export const addMinesRoute = (
  server: FastifyInstance,
  bundlesRoot: string,
  isLive: (mine: string) => boolean,
  guard: Guard,
): void => {
  server.get('/api/mines', { config: SIGNED_IN }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const account = guard.account(request);
    const mines = (await listMines(bundlesRoot)).filter(({ id }) => guard.sees(account, id));
    return mines.map((mine) => (isLive(mine.id) ? { ...mine, live: true } : mine));
  });
};
