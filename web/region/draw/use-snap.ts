import { useMemo } from 'react';
import type { CountyFeature } from '../../../domain/contracts/county.ts';
import type { CountyView } from '../../engines/county-view.ts';
import { positionsOf } from '../../ledger/edit/coordinate-text.ts';
import { useEdit } from '../../ledger/edit/edit-store.ts';
import { usePlacedHazards } from '../../ledger/use-placed-hazards.ts';
import { useFeatures, useMines } from '../county-files.ts';
import { useDrawing } from './draw-store.ts';
import { nearestCorner } from './nearest-corner.ts';

type Place = readonly [longitude: number, latitude: number];

/** CSS pixels: as near as a hand aims. */
const REACH = 10;

const cornersOf = ({ shape }: CountyFeature): Place[] =>
  shape.type === 'prism'
    ? shape.rings.flat()
    : shape.type === 'line'
      ? shape.line.map(([x, y]): Place => [x, y])
      : shape.trace;

/**
 * Where a corner is put that is drawn at a place: at a corner of a right, of what is known below, or of another hazard of the mine as it stands
 * in their files, never as a tile shows it; else where it was drawn.
 */
export const useSnap = (): ((
  at: Place,
  view: CountyView,
) => { readonly at: Place; readonly snapped: boolean }) => {
  const on = useDrawing((drawing) => drawing.on);
  const snaps = useDrawing((drawing) => drawing.snaps);
  const mines = useMines();
  const features = useFeatures(on && snaps);
  const of = useEdit(({ edit }) => edit?.draft.mine ?? null);
  const { hazards } = usePlacedHazards(on && snaps ? of : null, null);
  const corners = useMemo(
    () =>
      on && snaps
        ? [
            ...(mines.status === 'open' ? mines.value.flatMap(({ right }) => right?.rings.flat() ?? []) : []),
            ...(features.status === 'open' ? features.value.flatMap(cornersOf) : []),
            ...hazards.flatMap(({ place }) => positionsOf(place)),
          ]
        : [],
    [on, snaps, mines, features, hazards],
  );
  return useMemo(
    () => (at, view) => {
      const found = nearestCorner(corners, at, view.screenOf, REACH);
      return { at: found ?? at, snapped: found !== null };
    },
    [corners],
  );
};
