import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SHADER_SYMBOLS } from './shader-symbols.ts';

const engine = dirname(fileURLToPath(import.meta.resolve('@cesium/engine/package.json')));
const source = (file: string): string => readFileSync(join(engine, 'Source', file), 'utf8');

/** What we use of @cesium/engine beyond its typings. A failure here means: read the new version before raising the pin. */
describe('private engine API', () => {
  it('is pinned to the version it was read in', () => {
    const { version } = JSON.parse(readFileSync(join(engine, 'package.json'), 'utf8')) as { version: string };
    expect(version).toBe('26.3.0');
  });

  it.each(SHADER_SYMBOLS)('%s still holds %s', (file, text) => expect(source(file)).toContain(text));

  it('selects the feature before it runs a custom shader', () => {
    const order = source('Scene/Model/ModelRuntimePrimitive.js');
    const place = (stage: string) => order.indexOf(`pipelineStages.push(${stage})`);
    expect(place('SelectedFeatureIdPipelineStage')).toBeGreaterThan(0);
    expect(place('BatchTexturePipelineStage')).toBeLessThan(place('CustomShaderPipelineStage'));
    expect(place('SelectedFeatureIdPipelineStage')).toBeLessThan(place('CustomShaderPipelineStage'));
  });

  it('asks the light of a tileset, and nothing else, for the table of reflections, and leaves a given one to its owner', () => {
    const light = source('Scene/ImageBasedLighting.js');
    expect(light).toContain('ImageBasedLighting.prototype.update = function (frameState)');
    expect(light).toContain('frameState.brdfLutGenerator.update(frameState)');
    expect(source('Scene/Scene.js')).not.toContain('brdfLutGenerator.update');
    expect(source('Scene/Model/Model3DTileContent.js')).toContain(
      'imageBasedLighting: tileset.imageBasedLighting',
    );
    expect(source('Scene/Cesium3DTileset.js')).toContain(
      'this._imageBasedLighting = options.imageBasedLighting;\n    this._shouldDestroyImageBasedLighting = false;',
    );
  });

  it('picks from a ray into a viewport of one pixel, which the dither takes for solid', () => {
    expect(source('Scene/Scene.js')).toContain(
      'Scene.prototype.pickFromRay = function (ray, objectsToExclude, width)',
    );
    expect(source('Scene/Picking.js')).toContain('new BoundingRectangle(0, 0, 1, 1)');
  });
});
