import { readdir } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';

/** Every file of a folder, relative with forward slashes, sorted; links are listed apart and not followed. */
export const filesUnder = async (folder: string): Promise<{ files: Set<string>; links: string[] }> => {
  const files: string[] = [];
  const links: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (entry.isFile()) files.push(path);
    else if (!entry.isDirectory()) links.push(path);
  }
  return { files: new Set(files.sort()), links: links.sort() };
};

/**
 * Where a relative reference inside a bundle leads, or null when it could lead out of it: absolute paths, URL
 * schemes, backslashes, parent folders, percent signs and queries are all refused, needed or not.
 */
export const insideBundle = (fromFile: string, reference: string): string | null => {
  if (reference === '' || /^[a-z][a-z0-9+.-]*:|^\/|[\\%?#\0]/i.test(reference)) return null;
  const parts = reference.split('/');
  if (parts.includes('..') || parts.includes('')) return null;
  return posix.join(posix.dirname(fromFile), reference);
};
