import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineFileOf } from './cesium-assets.ts';

const engine = dirname(createRequire(import.meta.url).resolve('@cesium/engine/package.json'));

describe('the engine’s files under /cesium/', () => {
  it.each([
    'Workers/transferTypedArrayTest.js',
    'Workers/createVerticesFromHeightmap.js',
    'Assets/IAU2006_XYS/IAU2006_XYS_18.json',
    'Assets/approximateTerrainHeights.json',
  ])('offers %s, which the package has', (path) => {
    const file = engineFileOf(path);
    expect(file).not.toBeNull();
    expect(existsSync(join(engine, file!))).toBe(true);
  });

  it.each([
    '../package.json',
    'Workers/../../package.json',
    'Assets/Textures/SkyBox/tycho2t3_80_px.jpg',
    'Assets/Textures/NaturalEarthII/tilemapresource.xml',
    '',
  ])('offers nothing else: %s', (path) => {
    expect(engineFileOf(path)).toBeNull();
  });
});
