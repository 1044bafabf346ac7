import { build } from 'vite';
import { cesiumAssets } from '../web/build/cesium-assets.ts';
import type { AppServer } from './app-server.ts';
import { servePage } from './page-server.ts';

/** Builds a page that holds the engine alone, without the shell around it. @param page folder with an index.html */
export const buildEnginePage = async (page: string, out: string): Promise<void> => {
  await build({
    root: page,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [cesiumAssets()],
    define: { CESIUM_BASE_URL: JSON.stringify('/cesium/') },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'es2023',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 9000,
    },
  });
};

/**
 * Builds such a page and serves it with the bundles beside it.
 *
 * @param out folder the page is built into
 * @param bundles folder served under /bundles/
 */
export const startEnginePage = async (page: string, out: string, bundles: string): Promise<AppServer> => {
  await buildEnginePage(page, out);
  return servePage(out, bundles);
};
