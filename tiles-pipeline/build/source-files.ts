import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { ManifestSource } from '../../domain/contracts/manifest.ts';

/** Files a shapefile brings along: their bytes change what is read, so they count towards the source's hash. */
const SHAPEFILE_SIDECARS = ['.dbf', '.shx', '.prj', '.cpg'];

/** Absolute paths of every file a source is read from, in a fixed order. */
export const sourceFiles = (source: ManifestSource, folder: string): string[] => {
  const named = [
    source.file,
    ...(source.pivot ? [source.pivot.file] : []),
    ...('table' in source && source.table ? [source.table] : []),
  ];
  return named.flatMap((name) => {
    const file = resolve(folder, name);
    if (extname(file).toLowerCase() !== '.shp') return [file];
    const stem = file.slice(0, -'.shp'.length);
    return [
      file,
      ...SHAPEFILE_SIDECARS.map((ending) => stem + ending).filter((sidecar) => existsSync(sidecar)),
    ];
  });
};
