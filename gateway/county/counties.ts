import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CountyBroken, type CountyBundle, readCountyBundle } from './county-bundle.ts';

export type OpenedCounty =
  | { readonly id: string; readonly bundle: CountyBundle }
  | { readonly id: string; readonly broken: string };

/** The counties under one folder. A bundle is read once and again when its county.json was written anew. */
export interface Counties {
  /** By id; half-written ones begin with a dot and are left out. */
  list(): Promise<OpenedCounty[]>;
  /** null: there is no such county. */
  open(id: string): Promise<OpenedCounty | null>;
}

const COUNTY_ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

const foldersOf = async (root: string): Promise<string[]> => {
  const entries = await readdir(root, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isDirectory() && COUNTY_ID.test(entry.name))
    .map(({ name }) => name)
    .sort();
};

/** Tells one writing of county.json from the next; null: there is none. The pipeline writes it last. */
const stampOf = async (folder: string): Promise<string | null> =>
  stat(join(folder, 'county.json')).then(
    ({ mtimeMs, size, ino }) => `${mtimeMs}-${size}-${ino}`,
    () => null,
  );

export const createCounties = (root: string): Counties => {
  const kept = new Map<string, { stamp: string | null; read: Promise<OpenedCounty> }>();
  const open = async (id: string): Promise<OpenedCounty> => {
    const folder = join(root, id);
    const stamp = await stampOf(folder);
    const known = kept.get(id);
    if (known && known.stamp === stamp) return known.read;
    const read = readCountyBundle(folder, id).then(
      (bundle): OpenedCounty => ({ id, bundle }),
      (error: unknown): OpenedCounty => {
        if (error instanceof CountyBroken) return { id, broken: error.message };
        throw error;
      },
    );
    kept.set(id, { stamp, read });
    // What failed for another reason than the bundle itself may work the next time.
    read.catch(() => kept.delete(id));
    return read;
  };
  const list = async () => Promise.all((await foldersOf(root)).map(open));
  return {
    list,
    open: async (id) => (COUNTY_ID.test(id) && (await foldersOf(root)).includes(id) ? open(id) : null),
  };
};
