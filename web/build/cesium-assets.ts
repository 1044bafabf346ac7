import { cp, mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, resolve } from 'node:path';
import type { Plugin } from 'vite';

/**
 * What CesiumJS fetches at run time for a mine without internet: its workers, the Earth's orientation tables (every
 * frame needs the direction of the sun) and the heights used for ground shapes. Left out: the globe's pictures (it is off), star boxes, lens flare, map pins, KML, Draco, Gaussian splats.
 */
const FILES: readonly (readonly [from: string, to: string])[] = [
  ['Build/Workers', 'Workers'],
  ['Source/Assets/IAU2006_XYS', 'Assets/IAU2006_XYS'],
  ['Source/Assets/approximateTerrainHeights.json', 'Assets/approximateTerrainHeights.json'],
  ['Source/Assets/Images/ion-credit.png', 'Assets/Images/ion-credit.png'],
];

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.xml': 'application/xml',
};

const enginePackage = (): string =>
  dirname(createRequire(import.meta.url).resolve('@cesium/engine/package.json'));

/** The file of the engine package behind `/cesium/<path>`, or null where the app does not offer it. */
export const engineFileOf = (path: string): string | null => {
  const clean = normalize(path);
  for (const [from, to] of FILES) {
    if (clean === to) return from;
    if (clean.startsWith(`${to}/`)) return join(from, clean.slice(to.length + 1));
  }
  return null;
};

/** Puts the engine's run-time files under `/cesium/`: copied into the build, served from the package by the dev server. */
export const cesiumAssets = (): Plugin => {
  let outDir = '';
  return {
    name: 'hyalite:cesium-assets',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir, 'cesium');
    },
    configureServer(server) {
      server.middlewares.use('/cesium', (request, response, next) => {
        const file = engineFileOf(decodeURIComponent((request.url ?? '/').split('?')[0]!.slice(1)));
        if (!file) return next();
        readFile(join(enginePackage(), file)).then(
          (bytes) => {
            response.setHeader('Content-Type', MEDIA_TYPES[extname(file)] ?? 'application/octet-stream');
            response.end(bytes);
          },
          () => next(),
        );
      });
    },
    async writeBundle() {
      const root = enginePackage();
      for (const [from, to] of FILES) {
        await mkdir(dirname(join(outDir, to)), { recursive: true });
        await cp(join(root, from), join(outDir, to), { recursive: true });
      }
    },
  };
};
