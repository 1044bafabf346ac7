import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../e2e/app-server.ts';
import { buildEnginePage } from '../e2e/engine-page.ts';

/**
 * Writes a folder that holds all the bench instancing needs on another machine but Node and a browser: the built page, a
 * runner and the library that drives the browser. No network is asked there.
 */
export const packInstancing = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await buildEnginePage(join(ROOT, 'bench', 'pages', 'instancing'), join(folder, 'page'));
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['playwright-core'] },
    build: {
      ssr: join(ROOT, 'bench', 'instancing-elsewhere.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node24',
      rolldownOptions: { output: { entryFileNames: 'run.mjs' } },
    },
  });
  await cp(join(ROOT, 'node_modules', 'playwright-core'), join(folder, 'node_modules', 'playwright-core'), {
    recursive: true,
  });
};
