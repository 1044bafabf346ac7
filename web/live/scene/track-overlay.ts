import type { Track } from '../../../domain/contracts/live/history.ts';
import type { Overlay } from '../../engines/mine-view.ts';

/** A gap this long, ms, or a jump this far, m, is no way anybody walked: the line breaks there. */
const GAP_MS = 120_000;
const JUMP_METRES = 150;

/**
 * A track as lines, ENU metres: faint where it is old, full where it is new. null where there is no way to draw.
 * @param rgb 0…255
 */
export const trackOverlay = (
  { time, position }: Pick<Track, 'time' | 'position'>,
  rgb: readonly [number, number, number],
): Overlay | null => {
  if (time.length < 2) return null;
  const positions = Float64Array.from(position, (cm) => cm / 100);
  const first = time[0]!;
  const span = Math.max(1, time.at(-1)! - first);
  const colours = new Uint8Array(4 * time.length);
  const indices: number[] = [];
  for (let i = 0; i < time.length; i++) {
    colours.set([...rgb, Math.round(90 + (165 * (time[i]! - first)) / span)], 4 * i);
    if (i === 0) continue;
    const [dx, dy, dz] = [0, 1, 2].map((k) => positions[3 * i + k]! - positions[3 * i - 3 + k]!);
    if (time[i]! - time[i - 1]! <= GAP_MS && Math.hypot(dx!, dy!, dz!) <= JUMP_METRES) indices.push(i - 1, i);
  }
  if (indices.length === 0) return null;
  return {
    kind: 'lines',
    positions,
    indices: Uint32Array.from(indices),
    colours,
    width: 3,
    throughRock: true,
  };
};
