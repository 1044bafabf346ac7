import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';
import { cesiumAssets } from '../web/build/cesium-assets.ts';
import type { AppServer } from './app-server.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * Builds a page that holds the engine alone, without the shell around it, and serves it with the bundles beside it.
 *
 * @param page folder with an index.html
 * @param out folder the page is built into
 * @param bundles folder served under /bundles/
 */
export const startEnginePage = async (page: string, out: string, bundles: string): Promise<AppServer> => {
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
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://page').pathname));
    const file = path.startsWith('/bundles/')
      ? join(bundles, path.slice('/bundles/'.length))
      : join(out, path === '/' ? 'index.html' : path);
    readFile(file).then(
      (bytes) => {
        response.setHeader('Content-Type', MEDIA_TYPES[extname(file)] ?? 'application/octet-stream');
        response.end(bytes);
      },
      () => {
        response.statusCode = path === '/favicon.ico' ? 204 : 404;
        response.end();
      },
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
