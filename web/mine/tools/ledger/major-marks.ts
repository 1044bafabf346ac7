import type { HazardPlace } from '../../../../domain/contracts/hazard.ts';
import type { PlacedHazard } from '../../../../domain/contracts/ledger-list.ts';
import type { MajorHazard, MajorView } from '../../../../domain/contracts/major-hazard.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import { hazardsOf, isStanding } from '../../../ledger/major/major-store.ts';
import { type DrawnHazard, drawnHazard, type HazardSite } from './drawn-hazards.ts';

/** A major hazard that stands in the scene by itself. */
export interface MajorMark {
  readonly hazard: MajorHazard;
  readonly at: Vec3;
  /** null: it is a thing of the model, which is drawn anyway. */
  readonly drawn: DrawnHazard | null;
}

/** Why a major hazard stands nowhere: nobody said where it is, the model has no such thing, or its things could not be read. */
export type Placeless = 'no-place' | 'not-in-model' | 'model-unread';

export interface MajorMarks {
  readonly marks: readonly MajorMark[];
  readonly placeless: readonly { readonly hazard: MajorHazard; readonly why: Placeless }[];
}

/** Where things of the model are; `loading` and `failed`: they are not known. */
export type BodyPlaces = ((layer: string, feature: string) => Vec3 | null) | 'loading' | 'failed';

/** Major hazards that are not done with and are about no hidden hazard that is: those stand at the hidden one, which has its own sign. */
export const majorsOfTheirOwn = (view: MajorView, hidden: readonly PlacedHazard[]): MajorHazard[] => {
  const standing = new Set(hidden.flatMap(({ id, state }) => (state === 'closed' ? [] : [id])));
  return hazardsOf(view)
    .map(({ hazard }) => hazard)
    .filter((hazard) => isStanding(hazard) && !hazard.hazards.some((id) => standing.has(id)));
};

/** Its own place, or that of a hidden hazard it is about. */
export const placeOfMajor = (hazard: MajorHazard, hidden: readonly PlacedHazard[]): HazardPlace | null =>
  hazard.place ?? hidden.find(({ id }) => hazard.hazards.includes(id))?.place ?? null;

/** Major hazards as they stand in the scene, and those that stand nowhere. Things of the model wait until it is read. */
export const majorMarks = (
  hazards: readonly MajorHazard[],
  hidden: readonly PlacedHazard[],
  bodies: BodyPlaces,
  site: HazardSite,
): MajorMarks => {
  const marks: MajorMark[] = [];
  const placeless: { hazard: MajorHazard; why: Placeless }[] = [];
  for (const hazard of hazards) {
    const place = placeOfMajor(hazard, hidden);
    if (place === null) {
      placeless.push({ hazard, why: 'no-place' });
      continue;
    }
    if (place.kind !== 'feature') {
      // Of a major hazard nobody writes how deep it lies.
      const drawn = drawnHazard({ place, elevation: null }, site)!;
      marks.push({ hazard, drawn, at: drawn.at });
      continue;
    }
    if (bodies === 'loading') continue;
    const at = bodies === 'failed' ? null : bodies(place.layer, place.feature);
    if (at) marks.push({ hazard, drawn: null, at });
    else placeless.push({ hazard, why: bodies === 'failed' ? 'model-unread' : 'not-in-model' });
  }
  return { marks, placeless };
};
