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
import { noSlice, type SliceUniforms } from '../slice/slice-uniforms.ts';
import type { EntityRows } from './entity-rows.ts';
import { type MarkPart, OWN_DEPTH, pullingVertexShader } from './entity-shader.ts';
import { createEntityTextures, type Uploads } from './entity-textures.ts';
import { MARK_COLOURS } from './mark-colours.ts';
import { markFragmentShader } from './mark-fragment-shader.ts';
import { drawnOrder, outstandingRows, squares } from './mark-order.ts';
import { ALL_PLAIN_BELOW, PLAIN_RADIUS } from './mark-size.ts';

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
  /** CSS pixels a metre covers at the nearest place a mark may be; at least that. */
  readonly largestScale: number;
  readonly slice: SliceUniforms;
}

/**
 * All people, vehicles and devices: one draw call for what is seen of them and one for what rock hides. Where there is no
 * graphics card, those that need no more than their bare shape are drawn by a program of their own (entity-shader.ts): one
 * draw call more while any is near, two while one of them is selected or out of the ordinary.
 */
export interface EntityMarks extends DrawnPrimitive {
  readonly uploads: Uploads;
  /** Row devices begin at, as `setPicked` counts them. */
  readonly deviceBase: number;
  setRows(
    entities: EntityRows,
    devices: EntityRows,
    changed: { readonly rows: boolean; readonly states: boolean },
  ): void;
  setFrame(frame: MarkFrame): void;
  setTheme(theme: 'light' | 'dark'): void;
  /** Rows as in the textures: devices count from `deviceBase` on; −1 none. */
  setPicked(selected: number, hovered: number): void;
}

/** Room behind all rows for those drawn once more, over all others. More than that are drawn where they are. */
const MOST_ON_TOP = 256;

/** CSS pixels; no mark is larger. */
const EVERY_RADIUS = 1e9;

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

type Side = keyof typeof STATES;
/** What is hidden first, then what is seen. */
const SIDES: readonly Side[] = ['behind', 'front'];

const rgb = (css: string): Cartesian3 => {
  const { red, green, blue } = Color.fromCssColorString(css);
  return new Cartesian3(red, green, blue);
};

/**
 * @param enuToWorld rotation from the mine's axes to Earth-centred ones
 * @param sphere a volume all of them lie in, kept up to date by the caller in place
 * @param software no graphics card draws: pixels are dear, draw calls cheap
 */
export function createEntityMarks(
  context: RendererContext,
  enuToWorld: Matrix3,
  sphere: BoundingSphere,
  software: boolean,
): EntityMarks {
  const textures = createEntityTextures(context);
  const eyeCm = new Cartesian3();
  const eyeRest = new Cartesian3();
  let frame: MarkFrame = {
    eye: [0, 0, 0],
    exaggeration: 1,
    share: 1,
    beat: -1,
    pixel: 1,
    largestScale: 1e9,
    slice: noSlice(),
  };
  const eye = new Cartesian3();
  let colours = MARK_COLOURS.dark;
  let shared: Record<'ink' | 'edge' | 'dim' | 'alarm' | 'select', Cartesian3>;
  let fills: Cartesian3[] = [];
  let selected = -1;
  let hovered = -1;
  let destroyed = false;
  let outstanding: number[] = [];
  /** Index of rows laid out, and behind them who lies on top. */
  let indices: Buffer | null = null;
  let vertices: VertexArray | null = null;
  let count = 0;
  let onTop: readonly number[] = [];
  let commands: {
    readonly rich: Readonly<Record<Side, DrawCommand>>;
    /** Only where software draws. */
    readonly plain: Readonly<Record<Side, DrawCommand>> | null;
  } | null = null;
  const programs = new Map<string, ShaderProgram>();
  /** By the bare program and by the rich, which leave to one another what is larger and smaller; CSS pixels. */
  const plainRadius = { behind: 0, front: 0 };
  /** All of them may need more than their bare shape, and not only those on top. */
  const allRich = (): boolean =>
    frame.largestScale >= ALL_PLAIN_BELOW || outstanding.length > MOST_ON_TOP - 2;

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

  const uniforms = {
    u_places: () => textures.places,
    u_bytes: () => textures.bytes,
    u_lines: () => textures.lines,
    u_stateLine: () => textures.stateLine,
    u_corners: () => frame.slice.corners,
    u_prism: () => frame.slice.prism,
    u_eye: () => eye,
    u_eyeCm: () => eyeCm,
    u_eyeRest: () => eyeRest,
    u_exaggeration: () => frame.exaggeration,
    u_enuToWorld: () => enuToWorld,
    u_share: () => frame.share,
    u_pixel: () => frame.pixel,
    u_beat: () => frame.beat,
    u_selected: () => selected,
    u_hovered: () => hovered,
    u_fill: () => fills,
    u_ink: () => shared.ink,
    u_edge: () => shared.edge,
    u_dim: () => shared.dim,
    u_alarm: () => shared.alarm,
    u_select: () => shared.select,
  };
  const uniformMaps = {
    behind: { ...uniforms, u_plainRadius: () => plainRadius.behind },
    front: { ...uniforms, u_plainRadius: () => plainRadius.front },
  };
  const programOf = (part: MarkPart, side: Side): ShaderProgram => {
    const key = `${part} ${side}`;
    const known = programs.get(key);
    if (known) return known;
    const made = ShaderProgram.fromCache({
      context,
      vertexShaderSource: new ShaderSource({ sources: [pullingVertexShader(part)] }),
      fragmentShaderSource: new ShaderSource({
        sources: [markFragmentShader(part, side === 'behind')],
        defines: OWN_DEPTH,
      }),
      attributeLocations: {},
    });
    programs.set(key, made);
    return made;
  };
  const dropCommands = (): void => {
    // With its index.
    vertices?.destroy();
    vertices = null;
    indices = null;
    commands = null;
    count = 0;
    onTop = [];
  };
  const build = (order: Uint32Array): void => {
    dropCommands();
    if (order.length === 0) return;
    count = order.length;
    indices = Buffer.createIndexBuffer({
      context,
      typedArray: squares(order, MOST_ON_TOP),
      usage: BufferUsage.STATIC_DRAW,
      indexDatatype: IndexDatatype.UNSIGNED_INT,
    });
    const vertexArray = new VertexArray({ context, attributes: [], indexBuffer: indices });
    vertices = vertexArray;
    const command = (part: MarkPart, side: Side): DrawCommand =>
      new DrawCommand({
        boundingVolume: sphere,
        cull: false,
        primitiveType: PrimitiveType.TRIANGLES,
        vertexArray,
        count: count * 6,
        shaderProgram: programOf(part, side),
        uniformMap: uniformMaps[side],
        renderState: RenderState.fromCache(STATES[side]),
        pass: Pass.OPAQUE,
      });
    commands = {
      rich: { behind: command('rich', 'behind'), front: command('rich', 'front') },
      plain: software ? { behind: command('plain', 'behind'), front: command('plain', 'front') } : null,
    };
  };

  /** Writes who lies on top behind all rows, where that has changed. */
  const raise = (): void => {
    if (!indices) return;
    const wanted = outstanding.slice(-(MOST_ON_TOP - 2));
    if (hovered >= 0) wanted.push(hovered);
    if (selected >= 0) wanted.push(selected);
    if (wanted.length === onTop.length && wanted.every((row, i) => row === onTop[i])) return;
    onTop = wanted;
    if (wanted.length === 0) return;
    const raised = squares(wanted, 0);
    indices.copyFromArrayView(raised, count * 24);
    textures.uploads.count++;
    textures.uploads.bytes += raised.byteLength;
  };

  return {
    get uploads() {
      return textures.uploads;
    },
    get deviceBase() {
      return textures.deviceBase;
    },
    setRows(entities, devices, changed) {
      const again = textures.show(entities, devices) || changed.rows;
      if (again) build(drawnOrder(entities, devices, textures.deviceBase));
      if (again || changed.states) outstanding = outstandingRows(entities, devices, textures.deviceBase);
      raise();
    },
    setFrame(next) {
      frame = next;
      Cartesian3.fromArray(next.eye as unknown as number[], 0, eye);
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
      raise();
    },
    update(rendererFrame: RendererFrame) {
      // Picks go over the processor (entity-sight.ts): ids for 100 000 things would cost 13 MB and slow every pick.
      if (!rendererFrame.passes.render) return;
      if (!commands) return;
      const { rich, plain } = commands;
      const { commandList } = rendererFrame;
      const all = plain === null || allRich();
      const raised = onTop.length * 6;
      for (const side of SIDES) {
        // What rock hides of them is faint and little: where any is near, one program draws all of it.
        const both = plain !== null && !(all && side === 'behind');
        plainRadius[side] = !both ? 0 : all ? PLAIN_RADIUS : EVERY_RADIUS;
        if (both) commandList.push(plain[side]);
        if (!all && raised === 0) continue;
        rich[side].offset = all ? 0 : count * 6;
        rich[side].count = all ? count * 6 + raised : raised;
        commandList.push(rich[side]);
      }
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
