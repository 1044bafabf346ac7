import type { EntityFrame } from '../../../domain/contracts/live/entity.ts';
import type { PictureRoster } from '../../../domain/contracts/live/history.ts';
import type { ViewerNews } from '../../../domain/contracts/live/viewer.ts';

/** What the page and its live worker say to each other. */

export type WorkerOrder =
  | { readonly type: 'open'; readonly mine: string; readonly rate: number }
  | { readonly type: 'close' }
  /** Shows one moment of the past, ms. The newest order counts; those overtaken are not answered. */
  | { readonly type: 'seek'; readonly time: number }
  /** Plays on from the moment shown. `until`: end of what is kept, ms. */
  | { readonly type: 'play'; readonly speed: number; readonly until: number }
  | { readonly type: 'pause' }
  | { readonly type: 'live' };

export type NewsMessage = Exclude<ViewerNews, { type: 'hello' }>;

export type WorkerReport =
  | { readonly type: 'connection'; readonly state: 'connecting' | 'open' | 'waiting' }
  /** The gateway closed the line: whoever looked on is signed out. */
  | { readonly type: 'signed-out' }
  | { readonly type: 'frame'; readonly frame: EntityFrame }
  | { readonly type: 'news'; readonly news: NewsMessage }
  /** A picture of the past; the next comes in `period` ms, 0: none is to follow. */
  | { readonly type: 'past'; readonly frame: EntityFrame; readonly period: number }
  | { readonly type: 'past-roster'; readonly roster: PictureRoster }
  /** Nothing is kept of that moment, or it cannot be had. */
  | { readonly type: 'past-failed'; readonly time: number; readonly detail: string }
  | { readonly type: 'past-ended' };

/** The buffers of a frame, for a transfer instead of a copy. */
export const frameBuffers = ({ entities: e }: EntityFrame): Transferable[] => [
  e.handle.buffer,
  e.position.buffer,
  e.heading.buffer,
  e.state.buffer,
  e.age.buffer,
  e.spot.buffer,
];

/** A frame that shares nothing with its decoder, which goes on from its own. */
export const ownFrame = (frame: EntityFrame): EntityFrame => {
  const e = frame.entities;
  return {
    ...frame,
    entities: {
      count: e.count,
      handle: e.handle.slice(0, e.count),
      position: e.position.slice(0, 3 * e.count),
      heading: e.heading.slice(0, e.count),
      state: e.state.slice(0, e.count),
      age: e.age.slice(0, e.count),
      spot: e.spot.slice(0, e.count),
    },
  };
};
