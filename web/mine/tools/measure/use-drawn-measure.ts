import { useEffect } from 'react';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import type { Measurement } from '../../../../domain/measure/measurement.ts';
import type { Overlay } from '../../../engines/mine-view.ts';
import { useTheme } from '../../../shell/preferences.ts';
import { useSession } from '../../mine-session.ts';
import { measureLines } from './measure-lines.ts';
import { useMeasure } from './measure-store.ts';

const MAIN = 'measure';
const HELP = 'measure-help';
/** CSS pixels. */
const MAIN_WIDTH = 3;
const HELP_WIDTH = 1.4;
const COLOURS = { light: [176, 62, 0, 255], dark: [255, 176, 32, 255] } as const;

/** Draws the measurement, and the line to what the next click would take. */
export const useDrawnMeasure = (measure: Measurement): void => {
  const view = useSession((session) => session.view);
  const next = useMeasure((state) => (state.taking ? (state.snap?.at ?? null) : null));
  const theme = useTheme();
  useEffect(() => {
    if (!view) return;
    const { main, help } = measureLines(measure, next);
    view.live.setOverlay(MAIN, overlay(main, MAIN_WIDTH, theme));
    view.live.setOverlay(HELP, overlay(help, HELP_WIDTH, theme));
  }, [view, measure, next, theme]);
  useEffect(
    () => () => {
      view?.live.setOverlay(MAIN, null);
      view?.live.setOverlay(HELP, null);
    },
    [view],
  );
};

const overlay = (
  pieces: readonly (readonly [Vec3, Vec3])[],
  width: number,
  theme: keyof typeof COLOURS,
): Overlay | null =>
  pieces.length === 0
    ? null
    : {
        kind: 'lines',
        positions: Float64Array.from(pieces.flat(2)),
        indices: Uint32Array.from({ length: pieces.length * 2 }, (_, i) => i),
        colours: Uint8Array.from(pieces.flatMap(() => [...COLOURS[theme], ...COLOURS[theme]])),
        width,
        throughRock: true,
      };
