import { useEffect } from 'react';
import { MOST_CORNERS } from '../../../../domain/geology/slice/slice.ts';
import type { Overlay } from '../../../engines/mine-view.ts';
import { setView } from '../../../shell/view-store.ts';
import { setSession, useSession } from '../../mine-session.ts';
import { setSlice, useSlice } from './slice-store.ts';

const DRAFT = 'slice-draft';
const COLOUR = [255, 176, 32, 255];
/** CSS pixels. */
const WIDTH = 3;
/** Metres over the ground, so that the line does not sink into it between two places. */
const OVER_GROUND = 2;

export const beginDraft = (): void => setSlice({ draft: [] });
export const cancelDraft = (): void => setSlice({ draft: null });
export const undoDraft = (): void => setSlice({ draft: useSlice.getState().draft?.slice(0, -1) ?? null });
/** Ends the line where it is one. */
export const finishDraft = (): void => {
  const { draft } = useSlice.getState();
  if (!draft || draft.length < 2) return;
  setSlice({ draft: null });
  setView({ slice: { kind: 'line', line: draft, flipped: false } });
};

/** Takes clicks on the ground as corners while a line is drawn, shows it, and heeds Enter, Backspace and Escape. */
export const useDraftLine = (): void => {
  const view = useSession((session) => session.view);
  const drawing = useSlice((state) => state.draft !== null);
  useEffect(() => {
    if (!view || !drawing) return;
    view.slice.setPlacing(true);
    setSession({ placed: null });
    const heights: number[] = [];
    const stop = useSession.subscribe(({ placed }, before) => {
      const corners = useSlice.getState().draft;
      if (!placed || placed === before.placed || !corners) return;
      const corner = [Number(placed[0].toFixed(1)), Number(placed[1].toFixed(1))] as const;
      const last = corners.at(-1);
      // Two clicks on one place, as one ends a line elsewhere, are one corner.
      if (corners.length >= MOST_CORNERS || (last && last[0] === corner[0] && last[1] === corner[1])) return;
      heights[corners.length] = placed[2];
      setSlice({ draft: [...corners, corner] });
    });
    const unfollow = useSlice.subscribe(({ draft: corners }, before) => {
      if (corners !== before.draft) view.live.setOverlay(DRAFT, corners && draftLine(corners, heights));
    });
    const onKey = (event: KeyboardEvent): void => {
      const act = { Enter: finishDraft, Backspace: undoDraft, Escape: cancelDraft }[event.key];
      // A button that has the focus is pressed by Enter, and a number is corrected by Backspace.
      const busy = event.target instanceof HTMLElement && event.target.matches('button, input');
      if (!act || (busy && event.key !== 'Escape')) return;
      event.preventDefault();
      act();
    };
    // Before the tools' own keys: Escape ends the line and not the selection.
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      stop();
      unfollow();
      view.slice.setPlacing(false);
      view.live.setOverlay(DRAFT, null);
    };
  }, [view, drawing]);
};

const draftLine = (corners: readonly (readonly [number, number])[], heights: readonly number[]): Overlay => ({
  kind: 'lines',
  positions: Float64Array.from(corners.flatMap(([e, n], i) => [e, n, (heights[i] ?? 0) + OVER_GROUND])),
  indices: Uint32Array.from(corners.slice(1).flatMap((_, i) => [i, i + 1])),
  colours: Uint8Array.from(corners.flatMap(() => COLOUR)),
  width: WIDTH,
  throughRock: true,
});
