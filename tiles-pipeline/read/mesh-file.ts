import { extname } from 'node:path';
import { fileError, placeOf, type ReadOptions } from './finding-place.ts';
import { readObj } from './obj.ts';
import type { MeshFile } from './read-result.ts';
import { readStl } from './stl.ts';

/** A triangle mesh by its extension: OBJ or STL. Throws as the readers do, and format-unknown. */
export const readMesh = async (file: string, options: ReadOptions): Promise<MeshFile> => {
  const extension = extname(file).toLowerCase();
  if (extension === '.obj') return readObj(file, options);
  if (extension === '.stl') return readStl(file, options);
  const params = { extension, known: '.obj, .stl' };
  throw fileError('format-unknown', placeOf(file, options), { params });
};
