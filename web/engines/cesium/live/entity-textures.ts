import { PixelDatatype, PixelFormat, type RendererContext, Sampler, Texture } from '@cesium/engine';
import type { EntityRows } from './entity-rows.ts';
import { TEXTURE_LINE } from './entity-shader.ts';

/** What has been sent to the graphics card since the start. */
export interface Uploads {
  count: number;
  bytes: number;
}

/** Two pictures of all things in textures of one texel a row: entities first, fixed devices from `deviceBase` on. */
export interface EntityTextures {
  readonly deviceBase: number;
  readonly uploads: Uploads;
  /** Brings the textures to these rows; what they hold already is not sent again. @returns whether rows were laid out anew */
  show(entities: EntityRows, devices: EntityRows): boolean;
  readonly before: Texture;
  readonly now: Texture;
  readonly headingBefore: Texture;
  readonly headingNow: Texture;
  readonly state: Texture;
  destroy(): void;
}

/** Room for newcomers before everything is laid out anew. */
const HEADROOM = 1.25;

const linesFor = (rows: number): number => Math.ceil(rows / TEXTURE_LINE);

/** One column in two textures that take turns; knows by the column itself what they hold. */
interface Slot {
  readonly texture: Texture;
  holds: ArrayBufferView | null;
}

export function createEntityTextures(context: RendererContext): EntityTextures {
  const uploads: Uploads = { count: 0, bytes: 0 };
  let capacity = 0;
  let deviceLines = 0;
  let devicesHeld: EntityRows | null = null;
  let positions: Slot[] = [];
  let headings: Slot[] = [];
  let states: Slot[] = [];
  const chosen = { before: 0, now: 0, headingBefore: 0, headingNow: 0 };

  const make = (triples: boolean, lines: number): Slot => ({
    holds: null,
    texture: new Texture({
      context,
      width: TEXTURE_LINE,
      height: lines,
      pixelFormat: triples ? PixelFormat.RGB_INTEGER : PixelFormat.RED,
      pixelDatatype: triples ? PixelDatatype.UNSIGNED_INT : PixelDatatype.UNSIGNED_BYTE,
      sampler: Sampler.NEAREST,
      flipY: false,
    }),
  });
  const drop = (): void => {
    for (const { texture } of [...positions, ...headings, ...states]) texture.destroy();
    positions = [];
    headings = [];
    states = [];
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

  const equal = (a: Int32Array | Uint8Array, b: ArrayBufferView, length: number): boolean => {
    if (a === b) return true;
    const other = b as Int32Array | Uint8Array;
    for (let i = 0; i < length; i++) if (a[i] !== other[i]) return false;
    return true;
  };
  /** Slot that holds this column, sent there if none does; `kept` is not overwritten. */
  const slotFor = (slots: Slot[], column: Int32Array | Uint8Array, count: number, kept: number): number => {
    const parts = column instanceof Int32Array ? 3 : 1;
    const length = count * parts;
    let held = slots.findIndex(({ holds }) => holds === column);
    if (held < 0) held = slots.findIndex(({ holds }) => holds !== null && equal(column, holds, length));
    if (held < 0) {
      held = slots.length > 1 && kept === 0 ? 1 : 0;
      write(slots[held]!.texture, column, count, 0);
    }
    slots[held]!.holds = column;
    return held;
  };

  const layOut = (entities: EntityRows, devices: EntityRows): void => {
    drop();
    capacity = Math.max(1, linesFor(Math.ceil(entities.count * HEADROOM)));
    deviceLines = Math.max(1, linesFor(devices.count));
    const lines = capacity + deviceLines;
    positions = [make(true, lines), make(true, lines)];
    headings = [make(false, lines), make(false, lines)];
    states = [make(false, lines)];
    devicesHeld = null;
  };

  return {
    uploads,
    get deviceBase() {
      return capacity * TEXTURE_LINE;
    },
    show(entities, devices) {
      const again =
        positions.length === 0 ||
        linesFor(entities.count) > capacity ||
        linesFor(devices.count) > deviceLines;
      if (again) layOut(entities, devices);
      if (devicesHeld !== devices) {
        for (const { texture } of positions) write(texture, devices.position, devices.count, capacity);
        for (const { texture } of headings) write(texture, devices.heading, devices.count, capacity);
        for (const { texture } of states) write(texture, devices.state, devices.count, capacity);
        devicesHeld = devices;
      }
      // The picture before first: usually it is the newest of last time, and already there.
      const { count } = entities;
      chosen.before = slotFor(positions, entities.positionBefore, count, -1);
      chosen.now = slotFor(positions, entities.position, count, chosen.before);
      chosen.headingBefore = slotFor(headings, entities.headingBefore, count, -1);
      chosen.headingNow = slotFor(headings, entities.heading, count, chosen.headingBefore);
      slotFor(states, entities.state, count, -1);
      return again;
    },
    get before() {
      return positions[chosen.before]!.texture;
    },
    get now() {
      return positions[chosen.now]!.texture;
    },
    get headingBefore() {
      return headings[chosen.headingBefore]!.texture;
    },
    get headingNow() {
      return headings[chosen.headingNow]!.texture;
    },
    get state() {
      return states[0]!.texture;
    },
    destroy: drop,
  };
}
