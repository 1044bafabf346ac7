import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { cesiumAssets } from './web/build/cesium-assets.ts';

/** The gateway that answers /api and /bundles while the app is served by Vite's own server. */
const GATEWAY = process.env.HYALITE_GATEWAY ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: join(import.meta.dirname, 'web'),
  publicDir: false,
  // The package names no way to its files: whoever wants a font by its URL goes around it.
  resolve: {
    alias: { 'drawing-fonts': join(import.meta.dirname, 'node_modules/@embedpdf/fonts-sc/fonts') },
  },
  plugins: [react(), cesiumAssets()],
  // Cesium looks for its workers and textures here; without it they would be sought beside the hashed chunk.
  define: { CESIUM_BASE_URL: JSON.stringify('/cesium/') },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The server's policy allows no data: scripts or fonts, and small files are cheap from the same origin.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 5000,
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': GATEWAY, '/bundles': GATEWAY },
  },
});
