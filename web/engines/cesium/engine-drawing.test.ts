import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const engine = dirname(fileURLToPath(import.meta.resolve('@cesium/engine/package.json')));
const source = (file: string): string => readFileSync(join(engine, 'Source', file), 'utf8');

/** What engine-drawing.ts declares of the engine's renderer, which its typings leave out. */
describe('the engine’s renderer', () => {
  it.each([
    'Buffer',
    'BufferUsage',
    'DrawCommand',
    'Pass',
    'RenderState',
    'Sampler',
    'ShaderProgram',
    'ShaderSource',
    'Texture',
    'VertexArray',
  ])('%s is exported', (name) =>
    expect(readFileSync(join(engine, 'index.js'), 'utf8')).toMatch(
      new RegExp(`export \\{ default as ${name} \\} from`),
    ),
  );

  it.each([
    // A square's vertices need no attributes: their number alone says whose they are.
    ['Renderer/Context.js', 'count = Math.min(count, indexBuffer.numberOfIndices)'],
    ['Renderer/createUniform.js', 'case gl.UNSIGNED_INT_SAMPLER_2D:'],
    ['Renderer/Texture.js', 'gl.texSubImage2D('],
    ['Core/PixelFormat.js', 'return WebGLConstants.RGB32UI;'],
    ['Core/PixelFormat.js', 'return WebGLConstants.R8;'],
    ['Renderer/Sampler.js', 'Sampler.NEAREST = '],
    ['Renderer/Buffer.js', 'Buffer.prototype.copyFromArrayView = function (arrayView, offsetInBytes)'],
    // What picks find nothing at still hides what is behind it.
    ['Scene/DerivedCommand.js', `\${outputColorVariable} = \${pickId};`],
    // Marks carry their own logarithmic depth.
    ['Scene/DerivedCommand.js', 'indexOf("LOG_DEPTH_READ_ONLY")'],
    [
      'Shaders/Builtin/Functions/writeLogDepth.js',
      'gl_FragDepth = log2(depth) * czm_oneOverLog2FarDepthFromNearPlusOne',
    ],
    ['Shaders/Builtin/Functions/vertexLogDepth.js', '(gl_Position.w - czm_currentFrustum.x) + 1.0'],
    ['Scene/Scene.js', 'Scene.defaultLogDepthBuffer = true;'],
    // Within the opaque pass commands run in the order they are given: what is hidden first, then what is in front.
    ['Scene/Scene.js', 'performPass(frustumCommands, Pass.OPAQUE);'],
    ['Scene/PrimitiveCollection.js', 'primitives[i].update(frameState);'],
  ])('%s still holds %s', (file, text) => expect(source(file)).toContain(text));
});
