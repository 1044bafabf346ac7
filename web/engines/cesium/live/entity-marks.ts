import {
  BlendingState,
  type BoundingSphere,
  Buffer,
  BufferUsage,
  Cartesian3,
  Color,
  DrawCommand,
  IndexDatatype,
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
import type { DrawnPrimitive } from '../engine-drawing.ts';
import { type EntityRows, isPlaced, kindIndex } from './entity-rows.ts';
import { markFragmentShader, pullingVertexShader } from './entity-shader.ts';
import { createEntityTextures, type Uploads } from './entity-textures.ts';
import { MARK_COLOURS } from './mark-colours.ts';

/** What is the same for all marks of a frame. */
export interface MarkFrame {
  /** Metres, true ENU of the eye (exaggeration removed). */
  readonly eye: readonly [number, number, number];
  readonly exaggeration: number;
  /** 0 the picture before … 1 the newest. */
  readonly share: number;
  /** Moment of the pulse, 0…1; negative: standing still. */
  readonly beat: number;
  /** Drawing-buffer pixels a CSS pixel. */
  readonly pixel: number;
}

/** All people, all vehicles, all devices: one draw call a kind, and one more a kind for what rock hides of them. */
export interface EntityMarks extends DrawnPrimitive {
  readonly uploads: Uploads;
  /** Row devices begin at, as `setPicked` counts them. */
  readonly deviceBase: number;
  setRows(entities: EntityRows, devices: EntityRows, rowsChanged: boolean): void;
  setFrame(frame: MarkFrame): void;
  setTheme(theme: 'light' | 'dark'): void;
  /** Rows as in the textures: devices count from `deviceBase` on; −1 none. */
  setPicked(selected: number, hovered: number): void;
}

const KINDS = 3;

/** Depth of what lies in front, tested the usual way round and the other: what is hidden is drawn first, and writes none. */
const STATES = {
  front: {
    depthTest: { enabled: true, func: WebGLConstants.LEQUAL },
    depthMask: true,
    blending: BlendingState.PRE_MULTIPLIED_ALPHA_BLEND,
  },
  behind: {
    depthTest: { enabled: true, func: WebGLConstants.GREATER },
    depthMask: false,
    blending: BlendingState.PRE_MULTIPLIED_ALPHA_BLEND,
  },
};

const rgb = (css: string): Cartesian3 => {
  const { red, green, blue } = Color.fromCssColorString(css);
  return new Cartesian3(red, green, blue);
};

/** Two triangles a thing over its four vertices, whose numbers say its row. */
function squares(rows: Uint32Array): Uint32Array {
  const indices = new Uint32Array(rows.length * 6);
  for (let i = 0; i < rows.length; i++) {
    const first = rows[i]! * 4;
    const at = i * 6;
    indices[at] = first;
    indices[at + 1] = first + 1;
    indices[at + 2] = first + 2;
    indices[at + 3] = first;
    indices[at + 4] = first + 2;
    indices[at + 5] = first + 3;
  }
  return indices;
}

/** Rows of each kind, as the textures count them. */
export function rowsByKind(entities: EntityRows, devices: EntityRows, deviceBase: number): Uint32Array[] {
  const lists: number[][] = Array.from({ length: KINDS }, () => []);
  for (let row = 0; row < entities.count; row++) {
    const state = entities.state[row]!;
    if (isPlaced(state)) lists[kindIndex(state)]!.push(row);
  }
  for (let row = 0; row < devices.count; row++) lists[kindIndex(devices.state[row]!)]!.push(deviceBase + row);
  return lists.map((list) => Uint32Array.from(list));
}

/**
 * @param enuToWorld rotation from the mine's axes to Earth-centred ones
 * @param sphere a volume all of them lie in, kept up to date by the caller in place
 */
export function createEntityMarks(
  context: RendererContext,
  enuToWorld: Matrix3,
  sphere: BoundingSphere,
): EntityMarks {
  const textures = createEntityTextures(context);
  const eyeCm = new Cartesian3();
  const eyeRest = new Cartesian3();
  let frame: MarkFrame = { eye: [0, 0, 0], exaggeration: 1, share: 1, beat: -1, pixel: 1 };
  let colours = MARK_COLOURS.dark;
  let shared: Record<'ink' | 'edge' | 'dim' | 'alarm' | 'select', Cartesian3>;
  let fills: Cartesian3[] = [];
  let selected = -1;
  let hovered = -1;
  let destroyed = false;
  const drawn: { front: DrawCommand; behind: DrawCommand; vertices: VertexArray }[] = [];
  const programs = new Map<string, ShaderProgram>();

  const readColours = (): void => {
    shared = {
      ink: rgb(colours.ink),
      edge: rgb(colours.edge),
      dim: rgb(colours.dim),
      alarm: rgb(colours.alarm),
      select: rgb(colours.select),
    };
    fills = colours.fill.map(rgb);
  };
  readColours();

  const uniforms = (kind: number) => ({
    u_before: () => textures.before,
    u_now: () => textures.now,
    u_headingBefore: () => textures.headingBefore,
    u_headingNow: () => textures.headingNow,
    u_state: () => textures.state,
    u_eyeCm: () => eyeCm,
    u_eyeRest: () => eyeRest,
    u_exaggeration: () => frame.exaggeration,
    u_enuToWorld: () => enuToWorld,
    u_share: () => frame.share,
    u_pixel: () => frame.pixel,
    u_beat: () => frame.beat,
    u_selected: () => selected,
    u_hovered: () => hovered,
    u_fill: () => fills[kind],
    u_ink: () => shared.ink,
    u_edge: () => shared.edge,
    u_dim: () => shared.dim,
    u_alarm: () => shared.alarm,
    u_select: () => shared.select,
  });
  const programOf = (kind: number, behind: boolean): ShaderProgram => {
    const key = `${kind} ${behind}`;
    const known = programs.get(key);
    if (known) return known;
    const made = ShaderProgram.fromCache({
      context,
      vertexShaderSource: new ShaderSource({ sources: [pullingVertexShader(kind)] }),
      fragmentShaderSource: new ShaderSource({ sources: [markFragmentShader(kind, behind)] }),
      attributeLocations: {},
    });
    programs.set(key, made);
    return made;
  };
  const dropCommands = (): void => {
    for (const { vertices } of drawn) vertices.destroy();
    drawn.length = 0;
  };
  const build = (lists: readonly Uint32Array[]): void => {
    dropCommands();
    lists.forEach((rows, kind) => {
      if (rows.length === 0) return;
      const vertices = new VertexArray({
        context,
        attributes: [],
        indexBuffer: Buffer.createIndexBuffer({
          context,
          typedArray: squares(rows),
          usage: BufferUsage.STATIC_DRAW,
          indexDatatype: IndexDatatype.UNSIGNED_INT,
        }),
      });
      const uniformMap = uniforms(kind);
      const command = (behind: boolean): DrawCommand =>
        new DrawCommand({
          boundingVolume: sphere,
          cull: false,
          primitiveType: PrimitiveType.TRIANGLES,
          vertexArray: vertices,
          shaderProgram: programOf(kind, behind),
          uniformMap,
          renderState: RenderState.fromCache(behind ? STATES.behind : STATES.front),
          pass: Pass.OPAQUE,
        });
      drawn.push({ front: command(false), behind: command(true), vertices });
    });
  };

  return {
    get uploads() {
      return textures.uploads;
    },
    get deviceBase() {
      return textures.deviceBase;
    },
    setRows(entities, devices, rowsChanged) {
      const again = textures.show(entities, devices);
      if (again || rowsChanged) build(rowsByKind(entities, devices, textures.deviceBase));
    },
    setFrame(next) {
      frame = next;
      eyeCm.x = Math.round(next.eye[0] * 100);
      eyeCm.y = Math.round(next.eye[1] * 100);
      eyeCm.z = Math.round(next.eye[2] * 100);
      eyeRest.x = next.eye[0] - eyeCm.x / 100;
      eyeRest.y = next.eye[1] - eyeCm.y / 100;
      eyeRest.z = next.eye[2] - eyeCm.z / 100;
    },
    setTheme(theme) {
      colours = MARK_COLOURS[theme];
      readColours();
    },
    setPicked(nextSelected, nextHovered) {
      selected = nextSelected;
      hovered = nextHovered;
    },
    update(rendererFrame: RendererFrame) {
      // Picks go over the processor (entity-sight.ts): ids for 100 000 things would cost 13 MB and slow every pick.
      if (!rendererFrame.passes.render) return;
      for (const { behind } of drawn) rendererFrame.commandList.push(behind);
      for (const { front } of drawn) rendererFrame.commandList.push(front);
    },
    isDestroyed: () => destroyed,
    destroy() {
      if (destroyed) return;
      destroyed = true;
      dropCommands();
      for (const program of programs.values()) program.destroy();
      textures.destroy();
    },
  };
}
