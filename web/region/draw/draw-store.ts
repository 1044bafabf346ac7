import { create } from 'zustand';
import type { HazardPlace } from '../../../domain/contracts/hazard.ts';
import { drawnRefusals } from '../../../domain/hazards/write-rules.ts';
import { drawnPlace } from '../../ledger/edit/coordinate-text.ts';
import { type LedgerEdit, setEdit, useEdit } from '../../ledger/edit/edit-store.ts';
import { shortOf } from './sketch.ts';

type DrawnPlace = Exclude<HazardPlace, { kind: 'feature' }>;

interface Drawing {
  readonly on: boolean;
  /** As it was before one began: what is taken up again when one gives up. */
  readonly before: HazardPlace | null;
  /** Corners are taken from rights, hazards and what is known below, where one is near. */
  readonly snaps: boolean;
}

const NOT_DRAWING: Drawing = { on: false, before: null, snaps: true };
export const useDrawing = create<Drawing>(() => NOT_DRAWING);

/** The place of the open form that is drawn: of the new piece of evidence, else of the hazard; null: that form asks for none. */
export const placeOfForm = (edit: LedgerEdit | null): HazardPlace | null => {
  switch (edit?.task) {
    case 'new':
    case 'basics':
      return edit.draft.place;
    case 'evidence':
      return edit.draft.evidence.at(-1)?.place ?? null;
    default:
      return null;
  }
};

export const setPlaceOfForm = (place: HazardPlace): void => {
  const { edit } = useEdit.getState();
  if (!edit) return;
  if (edit.task !== 'evidence') {
    setEdit({ draft: { ...edit.draft, place } });
    return;
  }
  const piece = edit.draft.evidence.at(-1);
  if (!piece) return;
  setEdit({
    draft: { ...edit.draft, evidence: [...edit.draft.evidence.slice(0, -1), { ...piece, place }] },
  });
};

export const beginDrawing = (): void => {
  const place = placeOfForm(useEdit.getState().edit);
  if (!place) return;
  useDrawing.setState({ on: true, before: place });
  if (place.kind === 'feature') setPlaceOfForm(drawnPlace('point', []));
};

export const endDrawing = (): void => useDrawing.setState({ on: false, before: null });

/** Ends where what is drawn is whole and an outline that can be taken; else one goes on drawing, and is told why. */
export const finishDrawing = (): void => {
  const place = placeOfForm(useEdit.getState().edit);
  if (place && place.kind !== 'feature' && shortOf(place) === null && drawnRefusals(place).length === 0)
    endDrawing();
};

/** Gives up: the place is what it was. */
export const cancelDrawing = (): void => {
  const { on, before } = useDrawing.getState();
  if (on && before) setPlaceOfForm(before);
  endDrawing();
};

/** What is being drawn; null: nothing is. */
export const useDrawn = (): DrawnPlace | null => {
  const on = useDrawing((drawing) => drawing.on);
  const place = useEdit(({ edit }) => placeOfForm(edit));
  return on && place && place.kind !== 'feature' ? place : null;
};
