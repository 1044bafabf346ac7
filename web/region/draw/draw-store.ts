import { create } from 'zustand';
import type { HazardPlace } from '../../../domain/contracts/hazard.ts';
import { drawnRefusals } from '../../../domain/hazards/place-refusals.ts';
import { drawnPlace } from '../../ledger/edit/coordinate-text.ts';
import { useEdit } from '../../ledger/edit/edit-store.ts';
import { placeOfEdit, setPlaceOfEdit } from '../../ledger/edit/place-of-edit.ts';
import type { DrawnForm } from '../../ledger/ledger-context.ts';
import { useMajor } from '../../ledger/major/major-store.ts';
import { placeOfMajorEdit, setPlaceOfMajorEdit } from '../../ledger/major/place-of-edit.ts';
import { shortOf } from './sketch.ts';

type DrawnPlace = Exclude<HazardPlace, { kind: 'feature' }>;

interface Drawing {
  readonly on: boolean;
  /** The form whose place is drawn, or was the last to be. */
  readonly form: DrawnForm;
  /** As it was before one began: what is taken up again when one gives up. null: it was not stated. */
  readonly before: HazardPlace | null;
  /** Corners are taken from rights, hazards and what is known below, where one is near. */
  readonly snaps: boolean;
}

const NOT_DRAWING: Drawing = { on: false, form: 'hazard', before: null, snaps: true };
export const useDrawing = create<Drawing>(() => NOT_DRAWING);

/** undefined: that form asks for no place, or is not open. */
const placeOf = (form: DrawnForm): HazardPlace | null | undefined =>
  form === 'major' ? placeOfMajorEdit(useMajor.getState().edit) : placeOfEdit(useEdit.getState().edit);

/** @param place null: not stated, where the form allows that */
const put = (form: DrawnForm, place: HazardPlace | null): void => {
  if (form === 'major') setPlaceOfMajorEdit(place);
  else if (place) setPlaceOfEdit(place);
};

/** Puts what was drawn into the form whose place is drawn. */
export const setPlaceOfForm = (place: HazardPlace): void => put(useDrawing.getState().form, place);

export const beginDrawing = (form: DrawnForm): void => {
  const place = placeOf(form);
  if (place === undefined) return;
  useDrawing.setState({ on: true, form, before: place });
  if (place === null || place.kind === 'feature') put(form, drawnPlace('point', []));
};

export const endDrawing = (): void => useDrawing.setState({ on: false, before: null });

/** Ends where what is drawn is whole and an outline that can be taken; else one goes on drawing, and is told why. */
export const finishDrawing = (): void => {
  const place = placeOf(useDrawing.getState().form);
  if (place && place.kind !== 'feature' && shortOf(place) === null && drawnRefusals(place).length === 0)
    endDrawing();
};

/** Gives up: the place is what it was. */
export const cancelDrawing = (): void => {
  const { on, form, before } = useDrawing.getState();
  if (on) put(form, before);
  endDrawing();
};

/** What is being drawn; null: nothing is. */
export const useDrawn = (): DrawnPlace | null => {
  const { on, form } = useDrawing();
  const ofHazard = useEdit(({ edit }) => placeOfEdit(edit));
  const ofMajor = useMajor(({ edit }) => placeOfMajorEdit(edit));
  const place = form === 'major' ? ofMajor : ofHazard;
  return on && place && place.kind !== 'feature' ? place : null;
};
