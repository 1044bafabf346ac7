import { useEffect } from 'react';
import type { HazardPlace } from '../../../../domain/contracts/hazard.ts';
import { useEdit } from '../../../ledger/edit/edit-store.ts';
import { useMajor } from '../../../ledger/major/major-store.ts';
import { placeOfMajorEdit } from '../../../ledger/major/place-of-edit.ts';
import { useTheme } from '../../../shell/preferences.ts';
import { useView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';
import { rgbOf, strokesOverlay } from '../scene-strokes.ts';
import { drawnHazard, type HazardSite } from './drawn-hazards.ts';
import { hazardStrokes } from './hazard-look.ts';

const OVERLAY = 'hazard-draft';
/** Of no hazard: what one draws is not in the ledger yet. */
const COLOURS = { light: '#101418', dark: '#ffffff' } as const;
const WIDTH = 5;

/** Whether there is anything to draw yet: while one types, numbers are missing. */
const isDrawable = (place: HazardPlace): boolean => {
  const positions =
    place.kind === 'point'
      ? [place.at]
      : place.kind === 'line'
        ? place.line
        : place.kind === 'polygon'
          ? place.rings.flat()
          : [];
  return positions.length > 0 && positions.every((at) => at.every(Number.isFinite));
};

/** What is being drawn is seen as it is drawn. */
export const useDraftPlace = (site: HazardSite): void => {
  const theme = useTheme();
  const view = useSession((session) => session.view);
  const ofHazard = useEdit(({ edit }) => edit?.draft.place ?? null);
  const ofMajor = useMajor(({ edit }) => placeOfMajorEdit(edit) ?? null);
  const height = useEdit(({ edit }) => edit?.draft.elevation ?? null);
  // The page of major hazards shows their form, the others that of a hidden one.
  const isMajor = useView(({ ledgerPage }) => ledgerPage === 'major');
  const [place, elevation] = isMajor ? [ofMajor, null] : [ofHazard, height];
  useEffect(() => {
    const drawn = place && isDrawable(place) ? drawnHazard({ place, elevation }, site) : null;
    const strokes = drawn ? hazardStrokes(drawn, 'proven', rgbOf(COLOURS[theme])) : [];
    view?.live.setOverlay(OVERLAY, strokesOverlay(strokes, WIDTH));
    return () => view?.live.setOverlay(OVERLAY, null);
  }, [view, place, elevation, site, theme]);
};
