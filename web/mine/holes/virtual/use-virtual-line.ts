import { useEffect } from 'react';
import { enu } from '../../../../domain/frame/coordinates.ts';
import { heightAt } from '../../../../domain/geology/horizon-height.ts';
import type { VirtualHole } from '../../../../domain/geology/virtual-hole.ts';
import { useGeology } from '../../../boreholes/geology-store.ts';
import type { Overlay } from '../../../engines/mine-view.ts';
import { useSession } from '../../mine-session.ts';

const LINE = 'virtual-hole';
/** CSS pixels. */
const WIDTH = 6;
/** Metres that the line stands out of the ground, so that it is found. */
const MAST = 25;
const UNKNOWN = [150, 150, 150, 255];
const MAST_COLOUR = [255, 214, 64, 255];

const rgba = (colour: string): number[] => [
  ...[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)),
  255,
];

/** Shows the virtual hole in 3D, in the colours of its units; unknown stretches are grey. */
export const useVirtualLine = (hole: VirtualHole | null): void => {
  const view = useSession((session) => session.view);
  useEffect(() => {
    if (!view) return;
    const state = useGeology.getState();
    const model = state.status === 'open' ? state.model : null;
    const up = hole && model ? heightAt(model.grid, model.ground.up, hole.east, hole.north) : Number.NaN;
    view.live.setOverlay(LINE, hole && Number.isFinite(up) ? virtualLine(hole, up) : null);
    return () => view.live.setOverlay(LINE, null);
  }, [view, hole]);
};

/** @param ground ENU up of the ground at the hole */
export const virtualLine = ({ east, north, stretches }: VirtualHole, ground: number): Overlay => {
  const parts = [
    { from: -MAST, to: 0, colour: MAST_COLOUR },
    ...stretches.map(({ from, to, unit }) => ({ from, to, colour: unit ? rgba(unit.colour) : UNKNOWN })),
  ];
  return {
    kind: 'lines',
    positions: Float64Array.from(
      parts.flatMap(({ from, to }) => [...enu(east, north, ground - from), ...enu(east, north, ground - to)]),
    ),
    indices: Uint32Array.from(parts.flatMap((_, i) => [i * 2, i * 2 + 1])),
    colours: Uint8Array.from(parts.flatMap(({ colour }) => [...colour, ...colour])),
    width: WIDTH,
    throughRock: true,
  };
};
