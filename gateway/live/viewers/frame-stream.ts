import type { EntityColumns, EntityFrame } from '../../../domain/contracts/live/entity.ts';
import { encodeDelta, encodeKeyframe } from '../../../domain/contracts/live/frame-codec.ts';
import { binaryFrame } from './binary-frame.ts';

/**
 * The base that all rates are multiples of. As long as it may be for nearly every position (99 of 100) to reach a viewer
 * within a quarter of a second: each picture is a write a viewer, and writes are most of what the gateway costs.
 */
export const BEAT_MS = 240;
/** Just over four. */
const BEATS_A_SECOND = 1000 / BEAT_MS;

/** Beats between two frames for a viewer that asked for `rate` frames a second. */
export const beatsFor = (rate: number): number => Math.max(1, Math.round(BEATS_A_SECOND / rate));

/** The frames of one rate, encoded once for all who watch at it. */
export interface RateFrames {
  /** The last picture of this rate; null before the first. */
  readonly last: EntityFrame | null;
  /**
   * What a viewer is sent that has the picture of this tick, in its WebSocket frame: what changed since where that is the
   * picture before, else the last picture whole. Each is made once, when first asked for.
   */
  messageFor(tick: number): Buffer;
  next(frame: EntityFrame): void;
}

type Room = { [K in Exclude<keyof EntityColumns, 'count'>]: EntityColumns[K] };

const roomFor = (count: number): Room => ({
  handle: new Uint32Array(count),
  position: new Int32Array(count * 3),
  heading: new Uint8Array(count),
  state: new Uint8Array(count),
  age: new Uint32Array(count),
  spot: new Uint16Array(count),
});

/** The picture's columns are used again by its next frame, so what deltas stand on is copied, into the same room each time. */
export const createRateFrames = (): RateFrames => {
  let room = roomFor(0);
  let last: EntityFrame | null = null;
  let delta: { readonly base: number; readonly message: Buffer } | null = null;
  let keyframe: Buffer | null = null;
  const copied = (frame: EntityFrame): EntityFrame => {
    const { entities: e } = frame;
    if (room.handle.length < e.count) room = roomFor(Math.ceil(e.count * 1.5));
    room.handle.set(e.handle);
    room.position.set(e.position);
    room.heading.set(e.heading);
    room.state.set(e.state);
    room.age.set(e.age);
    room.spot.set(e.spot);
    return { ...frame, entities: { ...room, count: e.count } };
  };
  return {
    get last() {
      return last;
    },
    messageFor: (tick) => {
      if (!last) throw new Error('there is no picture yet');
      if (delta?.base === tick) return delta.message;
      keyframe ??= binaryFrame(encodeKeyframe(last));
      return keyframe;
    },
    next: (frame) => {
      delta = last ? { base: last.tick, message: binaryFrame(encodeDelta(last, frame)) } : null;
      keyframe = null;
      last = copied(frame);
    },
  };
};
