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
import { ENTITY_STATE } from '../../../../domain/contracts/live/entity.ts';
import type { DrawnPrimitive } from '../engine-drawing.ts';
import { type EntityRows, isPlaced, isUrgent, kindIndex } from './entity-rows.ts';
import { markFragmentShader, OWN_DEPTH, pullingVertexShader } from './entity-shader.ts';
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
  /**
   * Rows as in the textures: devices count from `deviceBase` on; −1 none.
   * @param selectedKind index into ENTITY_KINDS
   */
  setPicked(selected: number, hovered: number, selectedKind: number): void;
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

/**
 * Room behind the rows of a kind for those drawn once more, over all others: who calls for attention, and the selected.
 * In a crowd seen through rock nothing else decides who lies on top.
 */
const MOST_ON_TOP = 256;

/** Two triangles a thing over its four vertices, whose numbers say its row; and `spare` more. */
function squares(rows: ArrayLike<number>, spare: number): Uint32Array {
  const indices = new Uint32Array((rows.length + spare) * 6);
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

/** Who calls for attention, by kind, as the textures count them. */
function urgentByKind(entities: EntityRows, devices: EntityRows, deviceBase: number): number[][] {
  const lists: number[][] = Array.from({ length: KINDS }, () => []);
  const bits = ENTITY_STATE.SOS | ENTITY_STATE.ALARMED;
  for (let row = 0; row < entities.count; row++) {
    const state = entities.state[row]!;
    if (state & bits && isPlaced(state)) lists[kindIndex(state)]!.push(row);
  }
  for (let row = 0; row < devices.count; row++)
    if (isUrgent(devices.state[row]!)) lists[kindIndex(devices.state[row]!)]!.push(deviceBase + row);
  return lists;
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
  let selectedKind = -1;
  let hovered = -1;
  let destroyed = false;
  const drawn: {
    readonly kind: number;
    readonly count: number;
    onTop: readonly number[];
    readonly front: DrawCommand;
    readonly behind: DrawCommand;
    readonly vertices: VertexArray;
    readonly indices: Buffer;
  }[] = [];
  let urgent: number[][] = [[], [], []];
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
      fragmentShaderSource: new ShaderSource({
        sources: [markFragmentShader(kind, behind)],
        defines: OWN_DEPTH,
      }),
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
      const indices = Buffer.createIndexBuffer({
        context,
        typedArray: squares(rows, MOST_ON_TOP),
        usage: BufferUsage.STATIC_DRAW,
        indexDatatype: IndexDatatype.UNSIGNED_INT,
      });
      const vertices = new VertexArray({ context, attributes: [], indexBuffer: indices });
      const uniformMap = uniforms(kind);
      const command = (behind: boolean): DrawCommand =>
        new DrawCommand({
          boundingVolume: sphere,
          cull: false,
          primitiveType: PrimitiveType.TRIANGLES,
          vertexArray: vertices,
          count: rows.length * 6,
          shaderProgram: programOf(kind, behind),
          uniformMap,
          renderState: RenderState.fromCache(behind ? STATES.behind : STATES.front),
          pass: Pass.OPAQUE,
        });
      drawn.push({
        kind,
        count: rows.length,
        onTop: [],
        front: command(false),
        behind: command(true),
        vertices,
        indices,
      });
    });
  };

  /** Writes who lies on top behind the rows of each kind, where that has changed. */
  const raise = (): void => {
    for (const one of drawn) {
      const wanted = urgent[one.kind]!.slice(0, MOST_ON_TOP - 1);
      if (selected >= 0 && selectedKind === one.kind) wanted.push(selected);
      if (wanted.length === one.onTop.length && wanted.every((row, i) => row === one.onTop[i])) continue;
      one.onTop = wanted;
      if (wanted.length > 0) {
        const indices = squares(wanted, 0);
        one.indices.copyFromArrayView(indices, one.count * 24);
        textures.uploads.count++;
        textures.uploads.bytes += indices.byteLength;
      }
      one.front.count = (one.count + wanted.length) * 6;
      one.behind.count = one.front.count;
    }
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
      urgent = urgentByKind(entities, devices, textures.deviceBase);
      raise();
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
    setPicked(nextSelected, nextHovered, kind) {
      selected = nextSelected;
      selectedKind = kind;
      hovered = nextHovered;
      raise();
    },
    update(rendererFrame: RendererFrame) {
      // Picks go over the processor (entity-sight.ts): ids for 100 000 things would cost 13 MB and slow every pick.
      if (!rendererFrame.passes.render) return;
      // Last of each pass is uppermost: devices, vehicles, people.
      for (let i = drawn.length - 1; i >= 0; i--) rendererFrame.commandList.push(drawn[i]!.behind);
      for (let i = drawn.length - 1; i >= 0; i--) rendererFrame.commandList.push(drawn[i]!.front);
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
