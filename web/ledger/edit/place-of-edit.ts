import type { HazardPlace } from '../../../domain/contracts/hazard.ts';
import { type LedgerEdit, setEdit, useEdit } from './edit-store.ts';

/** The place of the open form that is drawn: of the new piece of evidence, else of the hazard; undefined: that form asks for none. */
export const placeOfEdit = (edit: LedgerEdit | null): HazardPlace | undefined => {
  switch (edit?.task) {
    case 'new':
    case 'basics':
      return edit.draft.place;
    case 'evidence':
      return edit.draft.evidence.at(-1)?.place ?? undefined;
    default:
      return undefined;
  }
};

export const setPlaceOfEdit = (place: HazardPlace): void => {
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
