import { useEffect } from 'react';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { CERTAIN_BELOW } from '../../../../domain/contracts/deviation.ts';
import { capMesh } from '../../../../domain/geology/slice/cap-mesh.ts';
import { type CutSubject, cutFaces } from '../../../../domain/geology/slice/cut-faces.ts';
import { cutRegion } from '../../../../domain/geology/slice/cut-region.ts';
import { keptFaces } from '../../../../domain/geology/slice/kept-faces.ts';
import type { Slice } from '../../../../domain/geology/slice/slice.ts';
import type { MineView, Overlay } from '../../../engines/mine-view.ts';
import { useTheme } from '../../../shell/preferences.ts';
import { useView } from '../../../shell/view-store.ts';
import { type KeptFeatures, useKeptFeatures } from '../../kept-features.ts';
import { useSession } from '../../mine-session.ts';
import { boxEdges } from './box-faces.ts';
import { reachOf } from './reach.ts';
import { setSlice, useSlice } from './slice-store.ts';

const OUTLINE = 'slice-outline';
const HOLES = 'slice-holes';
const FRAME = 'slice-frame';
/** CSS pixels. */
const OUTLINE_WIDTH = 1.6;
const FRAME_WIDTH = 1.5;
const HOLE_WIDTH = 5;
const ACCENT = { light: [11, 116, 109, 255], dark: [76, 194, 184, 255] } as const;

/**
 * Cuts the mine and shows the cut: at most once a picture, and both what is taken away and what fills it in the same
 * picture, so that under a dragging hand they never come apart.
 */
export const useShownSlice = (catalog: Catalog): void => {
  const view = useSession((session) => session.view);
  const drawing = useSlice((state) => state.draft !== null);
  // A new line is drawn on the whole ground.
  const slice = useView((state) => (drawing ? null : state.slice));
  const subject = useSlice((state) => (state.subject.status === 'open' ? state.subject.subject : null));
  const theme = useTheme();
  const certainBelow = useView((state) => state.certainBelow);
  const isKept = useKeptFeatures((state) => state.isKept);
  useEffect(() => {
    if (!view) return;
    const look: CapLook = { theme, certainBelow, isKept };
    const handle = requestAnimationFrame(() => show(view, slice, subject, catalog, look));
    return () => cancelAnimationFrame(handle);
  }, [view, slice, subject, catalog, theme, certainBelow, isKept]);
  useEffect(
    () => () => {
      if (view) show(view, null, null, catalog, { theme: 'dark', certainBelow: CERTAIN_BELOW, isKept: null });
    },
    [view, catalog],
  );
};

interface CapLook {
  readonly theme: 'light' | 'dark';
  /** Metres. */
  readonly certainBelow: number;
  /** As `keptFaces` takes it; null: all is shown. */
  readonly isKept: KeptFeatures['isKept'];
}

const show = (
  view: MineView,
  slice: Slice | null,
  subject: CutSubject | null,
  catalog: Catalog,
  { theme, certainBelow, isKept }: CapLook,
): void => {
  view.slice.setRegion(slice && cutRegion(slice, reachOf(catalog)));
  const faces = slice && subject ? cutFaces(slice, subject) : null;
  const shown = faces && subject && isKept ? keptFaces(faces, subject, isKept) : faces;
  const cap = shown && subject ? capMesh(shown, subject, theme, certainBelow) : null;
  view.slice.setCap(cap);
  view.live.setOverlay(OUTLINE, cap && { kind: 'lines', ...cap.lines, width: OUTLINE_WIDTH });
  const holes = cap && cap.holes.indices.length > 0 ? cap.holes : null;
  view.live.setOverlay(HOLES, holes && { kind: 'lines', ...holes, width: HOLE_WIDTH });
  view.live.setOverlay(FRAME, slice?.kind === 'box' ? boxFrame(boxEdges(slice), theme) : null);
  setSlice({ cap, parts: cap?.parts ?? [], outlined: cap?.outlined ?? [] });
};

const boxFrame = (
  points: readonly (readonly [number, number, number])[],
  theme: keyof typeof ACCENT,
): Overlay => ({
  kind: 'lines',
  positions: Float64Array.from(points.flat()),
  indices: Uint32Array.from(points, (_, i) => i),
  colours: Uint8Array.from(points.flatMap(() => ACCENT[theme])),
  width: FRAME_WIDTH,
  throughRock: true,
});
