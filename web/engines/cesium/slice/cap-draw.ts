import {
  BoundingSphere,
  Buffer,
  BufferUsage,
  Cartesian3,
  ComponentDatatype,
  DrawCommand,
  IndexDatatype,
  Pass,
  PrimitiveType,
  type RendererContext,
  RenderState,
  ShaderProgram,
  ShaderSource,
  type Texture,
  VertexArray,
  WebGLConstants,
} from '@cesium/engine';
import { type CapMesh, FIRST_ROCK_PATTERN } from '../../../../domain/geology/slice/cap-mesh.ts';
import capPattern from '../../../../shaders/cap-pattern.glsl?raw';
import inferredHatch from '../../../../shaders/inferred-hatch.glsl?raw';
import modelCertainty from '../../../../shaders/model-certainty.glsl?raw';
import type { DrawnPrimitive } from '../engine-drawing.ts';
import type { MineStage } from '../mine-stage.ts';
import type { Vec3 } from '../vector.ts';
import { ROCK_PATTERN_GLSL } from './pattern-atlas.ts';

/** A filled cut on the screen: opaque, and to picks a wall with nothing on it (what it shows is found by cap-pick.ts). */
export interface DrawnCap extends DrawnPrimitive {
  /** @param eye metres, true ENU @param pixel metres a CSS pixel covers at the camera's pivot */
  setFrame(eye: Vec3, pixel: number): void;
}

const VERTEX = `
in vec3 a_position;
in vec2 a_place;
in float a_rank;
in vec4 a_fill;
in vec4 a_ink;
in float a_deviation;
uniform vec3 u_fromEye;
uniform float u_exaggeration;
uniform mat3 u_enuToWorld;
out vec2 v_place;
out float v_pixel;
out vec4 v_fill;
out vec4 v_ink;
out float v_deviation;
void main() {
  vec3 seen = czm_viewRotation * (u_enuToWorld * ((a_position + u_fromEye) * vec3(1.0, 1.0, u_exaggeration)));
  // Patterns keep to the rock and keep their shape: on an upright face they rise with the heights as drawn.
  v_place = a_place * vec2(1.0, a_ink.a > 0.5 ? u_exaggeration : 1.0);
  v_deviation = a_deviation;
  v_pixel = 2.0 * max(-seen.z, 1e-3) / (czm_projection[1][1] * czm_viewport.w);
  v_fill = a_fill;
  v_ink = a_ink;
  // All lies in one plane: who is to be on top is drawn a hair smaller about the eye, which looks the same and is nearer, from
  // whichever side one looks. A share and not metres: it keeps planes plane, also where they pass behind the eye.
  gl_Position = czm_projection * vec4(seen * (1.0 - (a_rank + 1.0) * 4e-5), 1.0);
}
`;

const FRAGMENT = `
${capPattern}
${inferredHatch}
${modelCertainty}
${ROCK_PATTERN_GLSL}
in vec2 v_place;
in float v_pixel;
in vec4 v_fill;
in vec4 v_ink;
in float v_deviation;
uniform float u_spacing;
uniform float u_certainBelow;
uniform vec3 u_paper;
void main() {
  float kind = floor(v_fill.a * 255.0 + 0.5);
  float ink = kind < ${FIRST_ROCK_PATTERN}.0 - 0.5
    ? capPattern(v_place, v_pixel, u_spacing, kind)
    : 0.75 * rockPattern(v_place, v_pixel, u_spacing, int(kind) - ${FIRST_ROCK_PATTERN});
  vec3 rock = mix(v_fill.rgb, v_ink.rgb, ink);
  float certainty = modelCertainty(v_deviation, u_certainBelow, inferredHatch(vec3(v_place, 0.0), v_pixel));
  out_FragColor = vec4(mix(u_paper, rock, certainty), 1.0);
}
`;

/** CSS pixels between a pattern's strokes, at least. */
const SPACING_PIXELS = 8;

const LOCATIONS = { a_position: 0, a_place: 1, a_rank: 2, a_fill: 3, a_ink: 4, a_deviation: 5 };

/** @param patterns of createPatternAtlas; whoever made it destroys it */
export function createDrawnCap(
  context: RendererContext,
  cap: CapMesh,
  stage: MineStage,
  patterns: Texture,
): DrawnCap {
  const { origin, radius, local } = around(cap.positions);
  const sphere = new BoundingSphere();
  const fromEye = new Cartesian3();
  const [red, green, blue] = cap.paper;
  const paper = new Cartesian3(red / 255, green / 255, blue / 255);
  let spacing = 1;
  let destroyed = false;
  const column = (
    typedArray: Float32Array | Uint8Array,
    index: number,
    componentsPerAttribute: number,
    normalize = false,
  ) => ({
    index,
    vertexBuffer: Buffer.createVertexBuffer({ context, typedArray, usage: BufferUsage.STATIC_DRAW }),
    componentsPerAttribute,
    componentDatatype:
      typedArray instanceof Float32Array ? ComponentDatatype.FLOAT : ComponentDatatype.UNSIGNED_BYTE,
    normalize,
  });
  const vertices = new VertexArray({
    context,
    attributes: [
      column(local, LOCATIONS.a_position, 3),
      column(cap.places, LOCATIONS.a_place, 2),
      column(Float32Array.from(cap.ranks), LOCATIONS.a_rank, 1),
      column(cap.fills, LOCATIONS.a_fill, 4, true),
      column(cap.inks, LOCATIONS.a_ink, 4, true),
      column(cap.deviations, LOCATIONS.a_deviation, 1),
    ],
    indexBuffer: Buffer.createIndexBuffer({
      context,
      typedArray: cap.indices,
      usage: BufferUsage.STATIC_DRAW,
      indexDatatype: IndexDatatype.UNSIGNED_INT,
    }),
  });
  const program = ShaderProgram.fromCache({
    context,
    vertexShaderSource: new ShaderSource({ sources: [VERTEX] }),
    fragmentShaderSource: new ShaderSource({ sources: [FRAGMENT] }),
    attributeLocations: LOCATIONS,
  });
  const command = new DrawCommand({
    boundingVolume: sphere,
    cull: false,
    primitiveType: PrimitiveType.TRIANGLES,
    vertexArray: vertices,
    shaderProgram: program,
    uniformMap: {
      u_fromEye: () => fromEye,
      u_exaggeration: () => stage.exaggeration(),
      u_enuToWorld: () => stage.enuToWorld,
      u_spacing: () => spacing,
      u_certainBelow: () => cap.certainBelow,
      u_paper: () => paper,
      u_rockPatterns: () => patterns,
    },
    renderState: RenderState.fromCache({
      depthTest: { enabled: true, func: WebGLConstants.LEQUAL },
      depthMask: true,
    }),
    pass: Pass.OPAQUE,
    pickId: 'vec4(0.0)',
  });
  return {
    setFrame(eye, pixel) {
      spacing = 2 ** Math.ceil(Math.log2(pixel * SPACING_PIXELS));
      Cartesian3.fromElements(origin[0] - eye[0], origin[1] - eye[1], origin[2] - eye[2], fromEye);
      sphere.center = Cartesian3.clone(stage.toEcef(stage.drawnPoint(origin)), sphere.center);
      sphere.radius = radius * Math.max(1, stage.exaggeration()) + 1;
    },
    update({ passes, commandList }) {
      if (passes.render || passes.pick) commandList.push(command);
    },
    isDestroyed: () => destroyed,
    destroy() {
      if (destroyed) return;
      destroyed = true;
      vertices.destroy();
      program.destroy();
    },
  };
}

/** Float32 metres from the middle of all, which stays in doubles. */
const around = (
  positions: Float64Array,
): { readonly origin: Vec3; readonly radius: number; readonly local: Float32Array } => {
  const min = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const max = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < positions.length; i++) {
    min[i % 3] = Math.min(min[i % 3]!, positions[i]!);
    max[i % 3] = Math.max(max[i % 3]!, positions[i]!);
  }
  const origin = [0, 1, 2].map((axis) => (min[axis]! + max[axis]!) / 2) as unknown as Vec3;
  return {
    origin,
    radius: Math.hypot(max[0]! - origin[0], max[1]! - origin[1], max[2]! - origin[2]),
    local: Float32Array.from(positions, (value, i) => value - origin[i % 3]!),
  };
};
