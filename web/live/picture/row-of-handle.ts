import type { EntityFrame } from '../../../domain/contracts/live/entity.ts';

const indexes = new WeakMap<EntityFrame, ReadonlyMap<number, number>>();

/** Row of a handle in a frame; −1 where it is not in it. The index is made once a frame. */
export const rowOfHandle = (frame: EntityFrame | null, handle: number): number => {
  if (!frame) return -1;
  let index = indexes.get(frame);
  if (!index) {
    const made = new Map<number, number>();
    for (let row = 0; row < frame.entities.count; row++) made.set(frame.entities.handle[row]!, row);
    index = made;
    indexes.set(frame, made);
  }
  return index.get(handle) ?? -1;
};
