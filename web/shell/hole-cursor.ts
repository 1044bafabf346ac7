import { create } from 'zustand';

/** The place in a hole that log, section and 3D mark together. */
export interface HoleCursor {
  /** As log-id.ts names it. */
  readonly hole: string;
  /** Metres along the hole. */
  readonly depth: number;
  /** Where it was pointed at: only the others follow. */
  readonly from: 'log' | 'key' | 'scene' | 'section';
}

export const useHoleCursor = create<{ readonly cursor: HoleCursor | null }>(() => ({ cursor: null }));

export const setHoleCursor = (cursor: HoleCursor | null): void => useHoleCursor.setState({ cursor });
