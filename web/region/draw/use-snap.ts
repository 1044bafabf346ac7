import { useMemo } from 'react';
import type { CountyView } from '../../engines/county-view.ts';
import { useEdit } from '../../ledger/edit/edit-store.ts';
import { useMajor } from '../../ledger/major/major-store.ts';
import { usePlacedHazards } from '../../ledger/use-placed-hazards.ts';
import { useFeatures, useMines } from '../county-files.ts';
import { useDrawing } from './draw-store.ts';
import { nearestCorner } from './nearest-corner.ts';
import { snapCorners } from './snap-corners.ts';

type Place = readonly [longitude: number, latitude: number];

/** CSS pixels: as near as a hand aims. */
const REACH = 10;

/**
 * Where a corner is put that is drawn at a place: at a corner of a right, of what is known below, or of another hazard of the mine as it stands
 * in their files, never as a tile shows it; else where it was drawn.
 */
export const useSnap = (): ((
  at: Place,
  view: CountyView,
) => { readonly at: Place; readonly snapped: boolean }) => {
  const { on, form, snaps } = useDrawing();
  const mines = useMines();
  const features = useFeatures(on && snaps);
  const ofHazard = useEdit(({ edit }) => edit?.draft.mine ?? null);
  const ofMajor = useMajor(({ edit }) => (edit?.entry.kind === 'hazard' ? edit.entry.hazard.mine : null));
  // Evidence may well lie at a corner of its hazard.
  const own = useEdit(({ edit }) => (edit && edit.task !== 'evidence' ? edit.draft.id : null));
  const { hazards } = usePlacedHazards(on && snaps ? (form === 'major' ? ofMajor : ofHazard) : null, null);
  const corners = useMemo(
    () =>
      on && snaps
        ? snapCorners({
            mines: mines.status === 'open' ? mines.value : [],
            features: features.status === 'open' ? features.value : [],
            hazards,
            own: form === 'major' ? null : own,
          })
        : [],
    [on, form, snaps, mines, features, hazards, own],
  );
  return useMemo(
    () => (at, view) => {
      const found = nearestCorner(corners, at, view.screenOf, REACH);
      return { at: found ?? at, snapped: found !== null };
    },
    [corners],
  );
};
