import { useEffect } from 'react';
import { heightAt } from '../../../../domain/geology/horizon-height.ts';
import { useGeology } from '../../../boreholes/geology-store.ts';
import type { Overlay } from '../../../engines/mine-view.ts';
import { useSession } from '../../mine-session.ts';

const MARKS = 'next-holes';
/** CSS pixels of the first; the others are thinner. */
const WIDTH = 4;
const COLOUR = [255, 214, 64, 255];
const OTHERS = [255, 214, 64, 150];
/** Metres over and under the ground. */
const MAST = 45;
const ROOT = 60;

/** Masts at the best places for a hole, the first one taller. */
export const useCandidateMarks = (
  places: readonly { readonly east: number; readonly north: number }[],
): void => {
  const view = useSession((session) => session.view);
  useEffect(() => {
    if (!view) return;
    const state = useGeology.getState();
    const model = state.status === 'open' ? state.model : null;
    const placed = places.flatMap(({ east, north }, rank) => {
      const up = model ? heightAt(model.grid, model.ground.up, east, north) : Number.NaN;
      return Number.isFinite(up) ? [{ east, north, up, rank }] : [];
    });
    view.live.setOverlay(MARKS, placed.length > 0 ? masts(placed) : null);
    return () => view.live.setOverlay(MARKS, null);
  }, [view, places]);
};

const masts = (
  placed: readonly {
    readonly east: number;
    readonly north: number;
    readonly up: number;
    readonly rank: number;
  }[],
): Overlay => ({
  kind: 'lines',
  positions: Float64Array.from(
    placed.flatMap(({ east, north, up, rank }) => [
      ...[east, north, up - ROOT],
      ...[east, north, up + (rank === 0 ? 2 : 1) * MAST],
    ]),
  ),
  indices: Uint32Array.from(placed.flatMap((_, i) => [i * 2, i * 2 + 1])),
  colours: Uint8Array.from(
    placed.flatMap(({ rank }) => {
      const colour = rank === 0 ? COLOUR : OTHERS;
      return [...colour, ...colour];
    }),
  ),
  width: WIDTH,
  throughRock: true,
});
