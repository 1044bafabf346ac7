import {
  type BoundingSphere,
  Buffer,
  BufferUsage,
  Cartesian3,
  ComponentDatatype,
  DrawCommand,
  IndexDatatype,
  type Matrix3,
  Pass,
  PrimitiveType,
  type RendererContext,
  RenderState,
  ShaderProgram,
  ShaderSource,
  VertexArray,
  WebGLConstants,
} from '@cesium/engine';
import hazardPattern from '../../../../shaders/hazard-pattern.glsl?raw';
import noiseDither from '../../../../shaders/noise-dither.glsl?raw';
import sliceAway from '../../../../shaders/slice-away.glsl?raw';
import wideLine from '../../../../shaders/wide-line.glsl?raw';
import { PATTERN_MARKS } from '../../../ledger/corroboration-look.ts';
import type { Overlay } from '../../mine-view.ts';
import type { DrawnPrimitive } from '../engine-drawing.ts';
import { noSlice } from '../slice/slice-uniforms.ts';
import type { MarkFrame } from './entity-marks.ts';
import { overlayMesh } from './overlay-geometry.ts';

/** One overlay on the screen. */
export interface DrawnOverlay extends DrawnPrimitive {
  /** Metres, true ENU, and metres about it. */
  readonly origin: readonly [number, number, number];
  readonly radius: number;
  setFrame(frame: MarkFrame): void;
}

const VERTEX = `
in vec3 a_position;
in vec3 a_other;
in vec4 a_colour;
uniform vec3 u_fromEye;
uniform float u_exaggeration;
uniform mat3 u_enuToWorld;
uniform float u_halfWidth;
out vec4 v_colour;
#ifdef PLACED
uniform vec3 u_origin;
out vec3 v_place;
#endif
#ifdef MARKED
out float v_pixel;
#endif
${wideLine}
vec4 onScreen(vec3 local) {
  vec3 seen = czm_viewRotation * (u_enuToWorld * ((local + u_fromEye) * vec3(1.0, 1.0, u_exaggeration)));
  // A little nearer than the wall it lies on.
  float depth = max(-seen.z, 1e-3);
#ifdef MARKED
  v_pixel = 2.0 * depth / (czm_projection[1][1] * czm_viewport.w);
#endif
  float nearer = min(0.3 + 1.5 * depth * 2.0 / (czm_projection[1][1] * czm_viewport.w), 0.2 * depth);
  return czm_projection * vec4(seen * (1.0 - nearer / depth), 1.0);
}
void main() {
  v_colour = a_colour;
#ifdef PLACED
  v_place = a_position + u_origin;
#endif
#ifdef LINES
  int corner = gl_VertexID & 3;
  gl_Position = wideLine(onScreen(a_position), onScreen(a_other), corner == 0 || corner == 2 ? -1.0 : 1.0, u_halfWidth, czm_viewport.zw, 0.2);
#else
  gl_Position = onScreen(a_position);
#endif
}
`;

const FRAGMENT = `
${noiseDither}
in vec4 v_colour;
#ifdef PLACED
in vec3 v_place;
#endif
#ifdef MARKED
${hazardPattern}
in float v_pixel;
uniform float u_mark;
#endif
#ifdef SLICED
${sliceAway}
uniform mat4 u_corners[4];
uniform vec4 u_prism;
#endif
void main() {
#ifdef SLICED
  if (u_prism.x >= 0.0 && slicedAway(v_place, u_corners[0], u_corners[1], u_corners[2], u_corners[3], u_prism)) discard;
#endif
#ifdef BEHIND
  float coverage = v_colour.a * 0.3;
#else
  float coverage = v_colour.a;
#endif
#ifdef MARKED
  coverage *= hazardPattern(u_mark, v_place, v_pixel);
#endif
  if (coverage < 0.999 && noiseDrops(coverage, 0.0, gl_FragCoord.xy, czm_viewport.zw)) discard;
  out_FragColor = vec4(v_colour.rgb, 1.0);
}
`;

/** CSS pixels. */
const USUAL_WIDTH = 2;

/**
 * @param sphere a volume all of it lies in, kept up to date by the caller in place
 * @throws RangeError where the overlay's columns do not fit each other
 */
export function createDrawnOverlay(
  context: RendererContext,
  overlay: Overlay,
  enuToWorld: Matrix3,
  sphere: BoundingSphere,
): DrawnOverlay {
  const mesh = overlayMesh(overlay);
  const lines = mesh.others !== null;
  const fromEye = new Cartesian3();
  const origin = new Cartesian3(...mesh.origin);
  const uncut = noSlice();
  const mark = overlay.marked ? PATTERN_MARKS[overlay.marked] : 0;
  let frame: MarkFrame | null = null;
  let destroyed = false;
  const floats = (typedArray: Float32Array, index: number) => ({
    index,
    vertexBuffer: Buffer.createVertexBuffer({ context, typedArray, usage: BufferUsage.STATIC_DRAW }),
    componentsPerAttribute: 3,
    componentDatatype: ComponentDatatype.FLOAT,
  });
  const vertices =
    mesh.indices.length === 0
      ? null
      : new VertexArray({
          context,
          attributes: [
            floats(mesh.positions, 0),
            {
              index: 1,
              vertexBuffer: Buffer.createVertexBuffer({
                context,
                typedArray: mesh.colours,
                usage: BufferUsage.STATIC_DRAW,
              }),
              componentsPerAttribute: 4,
              componentDatatype: ComponentDatatype.UNSIGNED_BYTE,
              normalize: true,
            },
            ...(mesh.others ? [floats(mesh.others, 2)] : []),
          ],
          indexBuffer: Buffer.createIndexBuffer({
            context,
            typedArray: mesh.indices,
            usage: BufferUsage.STATIC_DRAW,
            indexDatatype: IndexDatatype.UNSIGNED_INT,
          }),
        });
  const programs: ShaderProgram[] = [];
  const command = (behind: boolean): DrawCommand => {
    const defines = [
      ...(lines ? ['LINES'] : []),
      ...(behind ? ['BEHIND'] : []),
      ...(overlay.sliced ? ['SLICED'] : []),
      ...(overlay.marked ? ['MARKED'] : []),
      ...(overlay.sliced || overlay.marked ? ['PLACED'] : []),
    ];
    const program = ShaderProgram.fromCache({
      context,
      vertexShaderSource: new ShaderSource({ sources: [VERTEX], defines }),
      fragmentShaderSource: new ShaderSource({ sources: [FRAGMENT], defines }),
      attributeLocations: { a_position: 0, a_colour: 1, a_other: 2 },
    });
    programs.push(program);
    const func = behind ? WebGLConstants.GREATER : WebGLConstants.LEQUAL;
    return new DrawCommand({
      boundingVolume: sphere,
      cull: false,
      primitiveType: PrimitiveType.TRIANGLES,
      vertexArray: vertices!,
      shaderProgram: program,
      uniformMap: {
        u_fromEye: () => fromEye,
        u_exaggeration: () => frame?.exaggeration ?? 1,
        u_enuToWorld: () => enuToWorld,
        ...(overlay.sliced || overlay.marked ? { u_origin: () => origin } : {}),
        ...(overlay.marked ? { u_mark: () => mark } : {}),
        ...(overlay.sliced
          ? {
              u_corners: () => (frame?.slice ?? uncut).corners,
              u_prism: () => (frame?.slice ?? uncut).prism,
            }
          : {}),
        u_halfWidth: () => Math.max(1, (overlay.width ?? USUAL_WIDTH) * (frame?.pixel ?? 1)) / 2,
      },
      renderState: RenderState.fromCache({ depthTest: { enabled: true, func }, depthMask: !behind }),
      pass: Pass.OPAQUE,
    });
  };
  const commands = vertices ? [...(overlay.throughRock ? [command(true)] : []), command(false)] : [];
  return {
    origin: mesh.origin,
    radius: mesh.radius,
    setFrame(next) {
      frame = next;
      fromEye.x = mesh.origin[0] - next.eye[0];
      fromEye.y = mesh.origin[1] - next.eye[1];
      fromEye.z = mesh.origin[2] - next.eye[2];
    },
    update({ passes, commandList }) {
      if (passes.render) commandList.push(...commands);
    },
    isDestroyed: () => destroyed,
    destroy() {
      if (destroyed) return;
      destroyed = true;
      vertices?.destroy();
      for (const program of programs) program.destroy();
    },
  };
}
