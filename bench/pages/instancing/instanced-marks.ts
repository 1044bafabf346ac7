import {
  BlendingState,
  type BoundingSphere,
  Buffer,
  BufferUsage,
  Cartesian3,
  ComponentDatatype,
  DrawCommand,
  type Matrix3,
  Pass,
  PrimitiveType,
  type RendererContext,
  type RendererFrame,
  RenderState,
  ShaderProgram,
  ShaderSource,
  VertexArray,
  WebGLConstants,
} from '@cesium/engine';
import type { MarkFrame } from '../../../web/engines/cesium/live/entity-marks.ts';
import { type EntityRows, NO_ROWS } from '../../../web/engines/cesium/live/entity-rows.ts';
import { type MarkPart, OWN_DEPTH, placeMark } from '../../../web/engines/cesium/live/entity-shader.ts';
import { markFragmentShader } from '../../../web/engines/cesium/live/mark-fragment-shader.ts';
import { drawnOrder } from '../../../web/engines/cesium/live/mark-order.ts';
import { ALL_PLAIN_BELOW, PLAIN_RADIUS } from '../../../web/engines/cesium/live/mark-size.ts';
import { noSlice } from '../../../web/engines/cesium/slice/slice-uniforms.ts';

/**
 * The variant that lost: one instance a thing, its columns as vertex attributes with a divisor. Draws exactly what
 * web/engines/cesium/live/entity-marks.ts draws, with the same shaders; kept to be measured against it.
 */
export interface InstancedMarks {
  setRows(entities: EntityRows, rowsChanged: boolean): void;
  setFrame(frame: MarkFrame): void;
  update(frame: RendererFrame): void;
  isDestroyed(): boolean;
  destroy(): void;
}

const VERTEX = (part: MarkPart): string => `
in float a_corner;
in vec3 a_before;
in vec3 a_now;
in vec3 a_info;
in float a_row;
${placeMark(part)}
void main() {
  placeMark(int(a_row), int(a_corner), ivec3(a_before), ivec3(a_now), int(a_info.x + 0.5), a_info.yz);
}
`;

const LOCATIONS = { a_corner: 0, a_before: 1, a_now: 2, a_info: 3, a_row: 4 };
const QUAD = new Uint8Array([0, 1, 2, 0, 2, 3]);

interface Instances {
  readonly rows: Uint32Array;
  readonly places: readonly [Buffer, Buffer];
  readonly info: Buffer;
  /** By which of the two buffers is the newest. */
  readonly vertices: readonly [VertexArray, VertexArray];
  readonly commands: readonly {
    readonly part: MarkPart;
    readonly side: 'behind' | 'front';
    readonly command: DrawCommand;
  }[];
  readonly gatheredPlaces: Int32Array;
  readonly gatheredInfo: Uint8Array;
}

export function createInstancedMarks(
  context: RendererContext,
  enuToWorld: Matrix3,
  sphere: BoundingSphere,
  software: boolean,
): InstancedMarks {
  const eyeCm = new Cartesian3();
  const eyeRest = new Cartesian3();
  const white = new Cartesian3(0.95, 0.97, 0.98);
  const fills = [white, white, white];
  const dark = new Cartesian3(0.04, 0.06, 0.08);
  const grey = new Cartesian3(0.42, 0.48, 0.52);
  let frame: MarkFrame | null = null;
  let newest = 0;
  let made: Instances | null = null;
  const plainRadius = { behind: 0, front: 0 };
  const nearby = (): boolean => (frame?.largestScale ?? 1e9) >= ALL_PLAIN_BELOW;

  const build = (rows: Uint32Array): Instances => {
    const empty = (bytes: number) =>
      Buffer.createVertexBuffer({ context, sizeInBytes: bytes, usage: BufferUsage.DYNAMIC_DRAW });
    const places: [Buffer, Buffer] = [empty(rows.length * 12), empty(rows.length * 12)];
    const info = empty(rows.length * 4);
    const corner = Buffer.createVertexBuffer({ context, typedArray: QUAD, usage: BufferUsage.STATIC_DRAW });
    const rowOf = Buffer.createVertexBuffer({ context, typedArray: rows, usage: BufferUsage.STATIC_DRAW });
    const instanced = (index: number, vertexBuffer: Buffer, parts: number, type: number, stride = 0) => ({
      index,
      vertexBuffer,
      componentsPerAttribute: parts,
      componentDatatype: type,
      strideInBytes: stride,
      instanceDivisor: 1,
    });
    const array = (now: number): VertexArray =>
      new VertexArray({
        context,
        attributes: [
          {
            index: 0,
            vertexBuffer: corner,
            componentsPerAttribute: 1,
            componentDatatype: ComponentDatatype.UNSIGNED_BYTE,
          },
          instanced(1, places[1 - now]!, 3, ComponentDatatype.INT),
          instanced(2, places[now]!, 3, ComponentDatatype.INT),
          instanced(3, info, 3, ComponentDatatype.UNSIGNED_BYTE, 4),
          instanced(4, rowOf, 1, ComponentDatatype.UNSIGNED_INT),
        ],
      });
    const vertices: [VertexArray, VertexArray] = [array(0), array(1)];
    // Nothing is cut away, so where exactly the eye is makes no difference.
    const uncut = noSlice();
    const uniforms = {
      u_corners: () => uncut.corners,
      u_prism: () => uncut.prism,
      u_eye: () => eyeCm,
      u_eyeCm: () => eyeCm,
      u_eyeRest: () => eyeRest,
      u_exaggeration: () => frame?.exaggeration,
      u_enuToWorld: () => enuToWorld,
      u_share: () => frame?.share,
      u_pixel: () => frame?.pixel,
      u_beat: () => frame?.beat,
      u_selected: () => -1,
      u_hovered: () => -1,
      u_fill: () => fills,
      u_ink: () => dark,
      u_edge: () => dark,
      u_dim: () => grey,
      u_alarm: () => white,
      u_select: () => white,
    };
    const command = (part: MarkPart, side: 'behind' | 'front'): DrawCommand =>
      new DrawCommand({
        boundingVolume: sphere,
        cull: false,
        primitiveType: PrimitiveType.TRIANGLES,
        vertexArray: vertices[0],
        instanceCount: rows.length,
        shaderProgram: ShaderProgram.fromCache({
          context,
          vertexShaderSource: new ShaderSource({ sources: [VERTEX(part)] }),
          fragmentShaderSource: new ShaderSource({
            sources: [markFragmentShader(part, side === 'behind')],
            defines: OWN_DEPTH,
          }),
          attributeLocations: LOCATIONS,
        }),
        uniformMap: { ...uniforms, u_plainRadius: () => plainRadius[side] },
        renderState: RenderState.fromCache({
          depthTest: {
            enabled: true,
            func: side === 'behind' ? WebGLConstants.GREATER : WebGLConstants.LEQUAL,
          },
          depthMask: side === 'front',
          blending: BlendingState.PRE_MULTIPLIED_ALPHA_BLEND,
        }),
        pass: Pass.OPAQUE,
      });
    return {
      rows,
      places,
      info,
      vertices,
      commands: (['behind', 'front'] as const).flatMap((side) =>
        (software ? (['plain', 'rich'] as const) : (['rich'] as const)).map((part) => ({
          part,
          side,
          command: command(part, side),
        })),
      ),
      gatheredPlaces: new Int32Array(rows.length * 3),
      gatheredInfo: new Uint8Array(rows.length * 4),
    };
  };
  const gather = ({ rows, gatheredPlaces }: Instances, position: Int32Array): Int32Array => {
    for (let i = 0; i < rows.length; i++) {
      const from = rows[i]! * 3;
      gatheredPlaces[i * 3] = position[from]!;
      gatheredPlaces[i * 3 + 1] = position[from + 1]!;
      gatheredPlaces[i * 3 + 2] = position[from + 2]!;
    }
    return gatheredPlaces;
  };

  return {
    setRows(entities, rowsChanged) {
      if (rowsChanged) {
        made = build(drawnOrder(entities, NO_ROWS, 0));
        made.places[newest]!.copyFromArrayView(gather(made, entities.positionBefore));
      }
      if (!made) return;
      newest = 1 - newest;
      made.places[newest]!.copyFromArrayView(gather(made, entities.position));
      const { rows, gatheredInfo } = made;
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i]!;
        gatheredInfo[i * 4] = entities.state[row]!;
        gatheredInfo[i * 4 + 1] = entities.headingBefore[row]!;
        gatheredInfo[i * 4 + 2] = entities.heading[row]!;
      }
      made.info.copyFromArrayView(gatheredInfo);
      for (const { command } of made.commands) command.vertexArray = made.vertices[newest]!;
    },
    setFrame(next) {
      frame = next;
      for (const [axis, key] of (['x', 'y', 'z'] as const).entries()) {
        eyeCm[key] = Math.round(next.eye[axis]! * 100);
        eyeRest[key] = next.eye[axis]! - eyeCm[key] / 100;
      }
    },
    update({ passes, commandList }) {
      if (!passes.render) return;
      plainRadius.front = !software ? 0 : nearby() ? PLAIN_RADIUS : 1e9;
      plainRadius.behind = software && !nearby() ? 1e9 : 0;
      for (const { part, side, command } of made?.commands ?? []) {
        const wanted = part === 'plain' ? !nearby() || side === 'front' : !software || nearby();
        if (wanted) commandList.push(command);
      }
    },
    isDestroyed: () => false,
    // The page ends with its measurement.
    destroy: () => {},
  };
}
