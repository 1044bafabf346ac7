import {
  Cartesian4,
  PixelDatatype,
  PixelFormat,
  type RendererContext,
  Sampler,
  Texture,
} from '@cesium/engine';
import type { EntityRows } from './entity-rows.ts';
import { TEXTURE_LINE } from './entity-shader.ts';

/** What has been sent to the graphics card since the start. */
export interface Uploads {
  count: number;
  bytes: number;
}

/**
 * Two pictures of all things in two textures of one texel a row: entities first, fixed devices from `deviceBase` on. In
 * the one both pictures' places lie one below the other, in the other both pictures' headings and then the states: each
 * texture more is bound anew for every draw call.
 */
export interface EntityTextures {
  readonly deviceBase: number;
  readonly uploads: Uploads;
  /**
   * Brings the textures to these rows. A column is known by its array: one they hold already is not sent again.
   * @returns whether rows were laid out anew
   */
  show(entities: EntityRows, devices: EntityRows): boolean;
  readonly places: Texture;
  readonly bytes: Texture;
  /** Lines at which begin: places before, places now, headings before, headings now. */
  readonly lines: Cartesian4;
  /** Line at which states begin. */
  readonly stateLine: number;
  destroy(): void;
}

/** Room for newcomers before everything is laid out anew. */
const HEADROOM = 1.25;

const linesFor = (rows: number): number => Math.ceil(rows / TEXTURE_LINE);

/** One part of a texture that holds a column; knows by the array which. */
interface Slot {
  readonly texture: Texture;
  readonly line: number;
  holds: ArrayBufferView | null;
}

export function createEntityTextures(context: RendererContext): EntityTextures {
  const uploads: Uploads = { count: 0, bytes: 0 };
  const lines = new Cartesian4();
  let capacity = 0;
  let deviceLines = 0;
  let devicesHeld: EntityRows | null = null;
  let textures: { readonly places: Texture; readonly bytes: Texture } | null = null;
  let positions: Slot[] = [];
  let headings: Slot[] = [];
  let states: Slot[] = [];

  const make = (triples: boolean, height: number): Texture =>
    new Texture({
      context,
      width: TEXTURE_LINE,
      height,
      pixelFormat: triples ? PixelFormat.RGB_INTEGER : PixelFormat.RED,
      pixelDatatype: triples ? PixelDatatype.UNSIGNED_INT : PixelDatatype.UNSIGNED_BYTE,
      sampler: Sampler.NEAREST,
      flipY: false,
    });
  const drop = (): void => {
    textures?.places.destroy();
    textures?.bytes.destroy();
    textures = null;
  };

  const write = (texture: Texture, column: Int32Array | Uint8Array, count: number, line: number): void => {
    const parts = column instanceof Int32Array ? 3 : 1;
    // The engine knows no texture of signed integers; the shader turns the same bits back.
    const cells =
      column instanceof Int32Array ? new Uint32Array(column.buffer, column.byteOffset, count * 3) : column;
    const whole = Math.floor(count / TEXTURE_LINE);
    const rest = count - whole * TEXTURE_LINE;
    const send = (from: number, width: number, height: number, y: number): void => {
      const view = cells.subarray(from * parts, (from + width * height) * parts);
      texture.copyFrom({ yOffset: y, source: { arrayBufferView: view, width, height } });
      uploads.count++;
      uploads.bytes += view.byteLength;
    };
    if (whole > 0) send(0, TEXTURE_LINE, whole, line);
    if (rest > 0) send(whole * TEXTURE_LINE, rest, 1, line + whole);
  };

  /** Slot that holds this column, sent there if none does; `kept` is not overwritten. */
  const slotFor = (
    slots: readonly Slot[],
    column: Int32Array | Uint8Array,
    count: number,
    kept: Slot | null,
  ): Slot => {
    const held = slots.find(({ holds }) => holds === column);
    if (held) return held;
    const free = slots.find((slot) => slot !== kept)!;
    write(free.texture, column, count, free.line);
    free.holds = column;
    return free;
  };

  const layOut = (entities: EntityRows, devices: EntityRows): void => {
    drop();
    capacity = Math.max(1, linesFor(Math.ceil(entities.count * HEADROOM)));
    deviceLines = Math.max(1, linesFor(devices.count));
    const height = capacity + deviceLines;
    const places = make(true, 2 * height);
    const bytes = make(false, 3 * height);
    textures = { places, bytes };
    const slot = (texture: Texture, index: number): Slot => ({ texture, line: index * height, holds: null });
    positions = [slot(places, 0), slot(places, 1)];
    headings = [slot(bytes, 0), slot(bytes, 1)];
    states = [slot(bytes, 2)];
    devicesHeld = null;
  };

  return {
    uploads,
    lines,
    get deviceBase() {
      return capacity * TEXTURE_LINE;
    },
    get stateLine() {
      return states[0]!.line;
    },
    show(entities, devices) {
      const again =
        textures === null || linesFor(entities.count) > capacity || linesFor(devices.count) > deviceLines;
      if (again) layOut(entities, devices);
      if (devicesHeld !== devices) {
        const { count } = devices;
        for (const { texture, line } of positions) write(texture, devices.position, count, line + capacity);
        for (const { texture, line } of headings) write(texture, devices.heading, count, line + capacity);
        for (const { texture, line } of states) write(texture, devices.state, count, line + capacity);
        devicesHeld = devices;
      }
      // The picture before first: usually it is the newest of last time, and already there.
      const { count } = entities;
      const before = slotFor(positions, entities.positionBefore, count, null);
      lines.x = before.line;
      lines.y = slotFor(positions, entities.position, count, before).line;
      const headingBefore = slotFor(headings, entities.headingBefore, count, null);
      lines.z = headingBefore.line;
      lines.w = slotFor(headings, entities.heading, count, headingBefore).line;
      slotFor(states, entities.state, count, null);
      return again;
    },
    get places() {
      return textures!.places;
    },
    get bytes() {
      return textures!.bytes;
    },
    destroy: drop,
  };
}
