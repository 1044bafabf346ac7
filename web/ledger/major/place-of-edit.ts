import type { HazardPlace } from '../../../domain/contracts/hazard.ts';
import { type MajorEdit, setMajorEdit, useMajor } from './major-store.ts';

/** Where the major hazard of the open form is; null: nobody said; undefined: that form asks for no place. */
export const placeOfMajorEdit = (edit: MajorEdit | null): HazardPlace | null | undefined =>
  edit?.entry.kind === 'hazard' && (edit.task === 'report' || edit.task === 'link')
    ? edit.entry.hazard.place
    : undefined;

/** @param place null: not stated */
export const setPlaceOfMajorEdit = (place: HazardPlace | null): void => {
  const { edit } = useMajor.getState();
  if (edit?.entry.kind === 'hazard')
    setMajorEdit({ entry: { kind: 'hazard', hazard: { ...edit.entry.hazard, place } } });
};
