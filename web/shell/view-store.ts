import { create } from 'zustand';
import { DEFAULT_VIEW, type ViewState } from './view-state.ts';

/** The one store behind the link. Change it with `setView`; url-sync.ts writes it to the address bar. */
export const useView = create<ViewState>(() => DEFAULT_VIEW);

export const setView = (patch: Partial<ViewState>): void => useView.setState(patch);
