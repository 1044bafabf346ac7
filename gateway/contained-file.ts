import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/**
 * The real path of `wanted` (a decoded URL path) inside `root`, or null where there is no such file or where it lies
 * outside: static servers follow symbolic links out of their root, so the path is checked after resolving them.
 */
export const containedFile = async (root: string, wanted: string): Promise<string | null> => {
  if (wanted.includes('\0')) return null;
  try {
    const realRoot = await realpath(root);
    const file = await realpath(join(realRoot, wanted));
    if (!file.startsWith(realRoot + sep)) return null;
    return (await stat(file)).isFile() ? file : null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ELOOP') return null;
    throw error;
  }
};
