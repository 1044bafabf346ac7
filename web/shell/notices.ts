import { create } from 'zustand';
import type { DroppedPart } from './url-state.ts';

/** A short message for the person, shown once by the shell in the language of the moment. */
export type Notice =
  | { readonly kind: 'copied' }
  | { readonly kind: 'copy-failed' }
  | { readonly kind: 'results-copied' }
  | { readonly kind: 'results-copy-failed' }
  | { readonly kind: 'link-dropped'; readonly dropped: readonly DroppedPart[] }
  | { readonly kind: 'link-layers'; readonly layers: readonly string[] }
  | { readonly kind: 'link-workspace'; readonly workspace: string };

interface Notices {
  readonly queue: readonly Notice[];
}

export const useNotices = create<Notices>(() => ({ queue: [] }));

export const notify = (notice: Notice): void =>
  useNotices.setState(({ queue }) => ({ queue: [...queue, notice] }));

export const clearNotices = (): void => useNotices.setState({ queue: [] });
