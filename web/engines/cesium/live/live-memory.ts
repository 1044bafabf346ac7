import type { EntityFrame } from '../../../../domain/contracts/live/entity.ts';
import type { DeviceMark, EntityRef, Overlay } from '../../mine-view.ts';
import { createEntityPictures, type EntityPictures } from './entity-pictures.ts';

/** What the live side of a view has been told, apart from any engine object: a rebuilt picture is made from it. */
export interface LiveMemory {
  frame: EntityFrame | null;
  /** ms from the picture before to this one. */
  period: number;
  devices: readonly DeviceMark[];
  textOf: (ref: EntityRef) => string | null;
  selected: EntityRef | null;
  followed: EntityRef | null;
  readonly overlays: Map<string, Overlay>;
  readonly pictures: EntityPictures;
}

export const emptyLiveMemory = (): LiveMemory => ({
  frame: null,
  period: 1000,
  devices: [],
  textOf: () => null,
  selected: null,
  followed: null,
  overlays: new Map(),
  pictures: createEntityPictures(),
});

export const sameRef = (a: EntityRef | null, b: EntityRef | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    (a.type === 'entity'
      ? b.type === 'entity' && a.handle === b.handle
      : b.type === 'device' && a.id === b.id));
