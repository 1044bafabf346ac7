import {
  ENTITY_KINDS,
  ENTITY_STATE,
  type EntityColumns,
  type EntityFrame,
  PRESENCES,
  type RosterEntry,
} from '../../../domain/contracts/live/entity.ts';
import { type PresenceBounds, presenceByAge } from '../../../domain/live/presence.ts';
import type { KeptPicture } from '../ports.ts';
import type { SpotOfRow } from './spot-of-row.ts';

export interface PastPicturesOptions {
  readonly mine: string;
  /** Whether the mine itself is made up. */
  readonly synthetic: boolean;
  readonly presence: PresenceBounds;
  readonly spotOf: SpotOfRow;
  /** The entry of a tag; null where there is none and can be none any more. */
  readonly entryOf: (tag: string) => RosterEntry | null;
  /** When the tag was last handed back, ms: after that it is shown only where it was heard again. Left out: none was. */
  readonly returnedAt?: ((tag: string) => number | undefined) | undefined;
}

/**
 * Kept pictures as frames to show: handles of the live roster, presence judged by age, spots found anew. One a request:
 * a row stays its thing's row from picture to picture, so that what is sent are deltas.
 */
export interface PastPictures {
  frame(kept: KeptPicture): EntityFrame;
  /** Everyone who occurred so far. */
  readonly occurred: readonly RosterEntry[];
  /** Tags left out so far because the roster is full of strangers. */
  readonly leftOut: number;
}

export const createPastPictures = (o: PastPicturesOptions): PastPictures => {
  const rowOf = new Map<string, number>();
  const occurred: RosterEntry[] = [];
  /** By row. */
  const spotBefore: number[] = [];
  let leftOut = 0;
  let tick = 0;

  /** Rows of the kept picture in the order their things first occurred. */
  const inOrder = ({ tag, time, entities }: KeptPicture): Int32Array => {
    const isReturned = (id: string, i: number): boolean => {
      const at = o.returnedAt?.(id);
      return at !== undefined && time >= at && time - entities.age[i]! * 1000 <= at;
    };
    for (const [i, id] of tag.entries()) {
      if (rowOf.has(id) || isReturned(id, i)) continue;
      const entry = o.entryOf(id);
      if (!entry) {
        leftOut++;
        continue;
      }
      rowOf.set(id, occurred.length);
      occurred.push(entry);
    }
    const at = new Int32Array(occurred.length).fill(-1);
    tag.forEach((id, i) => {
      const row = rowOf.get(id);
      if (row !== undefined && !isReturned(id, i)) at[row] = i;
    });
    return at;
  };

  const columns = (kept: KeptPicture): EntityColumns => {
    const order = inOrder(kept);
    const count = order.reduce((sum, i) => sum + (i >= 0 ? 1 : 0), 0);
    const from = kept.entities;
    const to = {
      count,
      handle: new Uint32Array(count),
      position: new Int32Array(count * 3),
      heading: new Uint8Array(count),
      state: new Uint8Array(count),
      age: new Uint32Array(count),
      spot: new Uint16Array(count),
    };
    let row = 0;
    order.forEach((i, thing) => {
      if (i < 0) return;
      const entry = occurred[thing]!;
      const [x, y, z] = from.position.subarray(i * 3, i * 3 + 3) as unknown as [number, number, number];
      const told = from.state[i]! & KEPT_BITS;
      const guessed = (told & ENTITY_STATE.HEIGHT_GUESSED) !== 0;
      const spot = o.spotOf(x / 100, y / 100, z / 100, guessed, spotBefore[thing] ?? 0);
      spotBefore[thing] = spot;
      to.handle[row] = entry.handle;
      to.position.set([x, y, z], row * 3);
      to.heading[row] = from.heading[i]!;
      to.age[row] = from.age[i]!;
      to.spot[row] = spot;
      to.state[row] =
        told |
        PRESENCES.indexOf(presenceByAge(from.age[i]!, o.presence)) |
        (ENTITY_KINDS.indexOf(entry.kind) << ENTITY_STATE.KIND_SHIFT);
      row++;
    });
    return to;
  };

  return {
    occurred,
    get leftOut() {
      return leftOut;
    },
    frame: (kept) => ({
      mine: o.mine,
      tick: ++tick,
      time: kept.time,
      source: 'history',
      synthetic: o.synthetic || kept.synthetic.some((one) => one === 1),
      entities: columns(kept),
    }),
  };
};

const KEPT_BITS = ENTITY_STATE.SOS | ENTITY_STATE.HEADING_KNOWN | ENTITY_STATE.HEIGHT_GUESSED;
