import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
export const ROOMS = ['bin', 'domain', 'tiles-pipeline', 'gateway', 'web', 'data', 'bench', 'e2e'] as const;
export type Room = (typeof ROOMS)[number];

export interface SourceFile {
  /** Path from the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file of ours. */
export const sourceFiles = (): SourceFile[] =>
  ROOMS.flatMap((room) => {
    const folder = join(ROOT, room);
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('web/dist'),
      )
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return { path: relative(ROOT, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') };
      });
  });

/** Module specifiers of static and dynamic imports and re-exports. */
export const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1]);

/** Module specifiers of what is loaded together with a file: not of `import type`, nor of `import(…)`. */
export const staticImportsOf = (text: string): string[] =>
  [...text.matchAll(/^(?:import|export)\s+(?!type\s)(?:[^'"();]*?\sfrom\s+)?'([^']+)'/gm)].map(
    (match) => match[1],
  );
