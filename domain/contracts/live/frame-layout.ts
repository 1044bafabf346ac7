import { type EntityFrame, presenceOf } from './entity.ts';

/**
 * Entity frames as bytes, little-endian, the same on the socket and in the answers of the history routes.
 *
 * ```
 * header   u32 magic "HYEF"   u8 version 2   u8 kind (0 keyframe, 1 delta)   u8 flags (1 synthetic, 2 history)
 *          u8 bytes of the mine's id   u32 tick   u32 base tick (keyframe: the tick again)   f64 time, ms
 *          the mine's id, UTF-8
 * rows(n)  n × u32 handle   3n × i32 east, north, up, cm   n × u8 heading   n × u8 state   n × u32 age, s   n × u16 spot
 * keyframe u32 n   rows(n)
 * delta    u32 removed   u32 added   u32 changed
 *          removed × varint: rows of the base that are gone, each as the gap from the one before
 *          changed × (varint gap from the changed row before, u8 mask, then what the mask names:
 *            1 moved: 3 zigzag varints, cm less the base   2 heading: u8   4 state: u8   8 age: varint   16 spot: varint)
 *          rows(added)
 * ```
 * Rows of a delta are those of the base less the removed, in the same order, then the added: the row of a thing stays
 * its row until something before it is removed. What is not told of a row is as in the base, but for its age: a fresh
 * row keeps it (it is heard again and again), any other grows older by the whole seconds that passed, counted between
 * full seconds of the clock, so that nothing drifts at five pictures a second.
 */

export const MAGIC = 0x4645_5948;
export const VERSION = 2;
export const KEYFRAME = 0;
export const DELTA = 1;
export const SYNTHETIC = 1;
export const HISTORY = 2;
export const HEADER_BYTES = 24;
export const ROW_BYTES = 24;
/** The longest a row's change can be: gap 5, mask 1, move 15, heading 1, state 1, age 5, spot 3. */
export const LONGEST_CHANGE_BYTES = 31;

export const MOVED = 1;
export const HEADING = 2;
export const STATE = 4;
export const AGE = 8;
export const SPOT = 16;
export const ANY_CHANGE = MOVED | HEADING | STATE | AGE | SPOT;

/** Over a hundred years. */
export const MAX_AGE_SECONDS = 0xffff_ffff;
/** The bytes are not a frame, or not one that can be shown after the frames before. */
export class FrameError extends Error {
  /** `missing-base`: a sound delta of a picture that is not held; the next keyframe mends it. */
  readonly reason: 'malformed' | 'missing-base';
  constructor(reason: FrameError['reason'], message: string) {
    super(message);
    this.name = 'FrameError';
    this.reason = reason;
  }
}

export interface FrameHeader {
  readonly kind: 'keyframe' | 'delta';
  readonly mine: string;
  readonly tick: number;
  readonly baseTick: number;
  /** ms since 1970. */
  readonly time: number;
  readonly source: EntityFrame['source'];
  readonly synthetic: boolean;
}

/** The age of a row at `time`, s, where nobody tells it. */
export const agedBy = (age: number, state: number, from: number, to: number): number => {
  if (presenceOf(state) === 'fresh') return age;
  const passed = Math.floor(to / 1000) - Math.floor(from / 1000);
  return Math.min(MAX_AGE_SECONDS, Math.max(0, age + passed));
};
