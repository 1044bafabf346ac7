import { ENTITY_STATE, PRESENCES } from '../../../../domain/contracts/live/entity.ts';
import { LEAP_METRES } from './mark-size.ts';

/**
 * Things of two pictures, row by row: where they were and where they are. What the graphics card is given, and what
 * picking, labels and following read, so that all of them see the same.
 */
export interface EntityRows {
  readonly count: number;
  /** 3 a row, whole centimetres, true ENU. */
  readonly position: Int32Array;
  readonly positionBefore: Int32Array;
  /** 256 a full turn, clockwise from north. */
  readonly heading: Uint8Array;
  readonly headingBefore: Uint8Array;
  /** Bits of ENTITY_STATE; of a fixed device: see device-rows.ts. */
  readonly state: Uint8Array;
}

/** Value of the kind bits that no entity has: a fixed device of the mine's setup. */
export const MARK_KIND = 3;
export const UNKNOWN = PRESENCES.indexOf('unknown');
export const LOST = PRESENCES.indexOf('lost');

export const NO_ROWS: EntityRows = {
  count: 0,
  position: new Int32Array(0),
  positionBefore: new Int32Array(0),
  heading: new Uint8Array(0),
  headingBefore: new Uint8Array(0),
  state: new Uint8Array(0),
};

/** Index into ENTITY_KINDS: what shape and size a row is drawn in. */
export const kindIndex = (state: number): number => Math.min(state >> ENTITY_STATE.KIND_SHIFT, 2);

/** Never heard of: there is no place to draw it at. A fixed device has its place, whatever is known of its state. */
export const isPlaced = (state: number): boolean =>
  (state & ENTITY_STATE.PRESENCE_MASK) !== UNKNOWN || state >> ENTITY_STATE.KIND_SHIFT === MARK_KIND;

/** In fixed devices the bit says something else. */
export const callsForHelp = (state: number): boolean =>
  (state & ENTITY_STATE.SOS) !== 0 && state >> ENTITY_STATE.KIND_SHIFT !== MARK_KIND;

export const isUrgent = (state: number): boolean =>
  (state & ENTITY_STATE.ALARMED) !== 0 || callsForHelp(state);

export const LEAP_CM = LEAP_METRES * 100;

/**
 * Where a row is, metres, true ENU; `share` 0 the picture before … 1 the newest. Twin of shaders/mixed-position.glsl.
 */
export function mixedPosition(
  rows: EntityRows,
  row: number,
  share: number,
  out: [number, number, number],
): void {
  const { position, positionBefore } = rows;
  const i = row * 3;
  const e = position[i]! - positionBefore[i]!;
  const n = position[i + 1]! - positionBefore[i + 1]!;
  const u = position[i + 2]! - positionBefore[i + 2]!;
  const back =
    Math.abs(e) > LEAP_CM || Math.abs(n) > LEAP_CM || Math.abs(u) > LEAP_CM ? 0 : (1 - share) * 0.01;
  out[0] = position[i]! * 0.01 - e * back;
  out[1] = position[i + 1]! * 0.01 - n * back;
  out[2] = position[i + 2]! * 0.01 - u * back;
}
