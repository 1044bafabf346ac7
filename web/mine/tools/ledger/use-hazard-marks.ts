import { useEffect, useMemo } from 'react';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import type { PlacedHazard } from '../../../../domain/contracts/ledger-list.ts';
import type { Corroboration } from '../../../../domain/hazards/cross-validation.ts';
import { CORROBORATIONS } from '../../../ledger/corroboration-look.ts';
import { openHiddenHazard } from '../../../ledger/open-hidden-hazard.ts';
import { useView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';

type Marks = ReadonlyMap<string, ReadonlyMap<string, Corroboration>>;

/** By layer and feature, how well the hazard that it is is known; of several on one feature, what must be looked at first. Closed ones are none, unless that they are is in doubt. */
export const featureMarks = (hazards: readonly PlacedHazard[]): Marks => {
  const marks = new Map<string, Map<string, Corroboration>>();
  for (const { place, state, corroboration, inDoubt } of hazards) {
    if (place.kind !== 'feature' || (state === 'closed' && !inDoubt)) continue;
    const layer = marks.get(place.layer) ?? new Map<string, Corroboration>();
    const known = layer.get(place.feature);
    if (known === undefined || CORROBORATIONS.indexOf(corroboration) < CORROBORATIONS.indexOf(known))
      layer.set(place.feature, corroboration);
    marks.set(place.layer, layer);
  }
  return marks;
};

/** Marks the hazards that are features of the model, and opens the card of one that is clicked. */
export const useHazardMarks = (hazards: readonly PlacedHazard[], catalog: Catalog): void => {
  const view = useSession((session) => session.view);
  const marks = useMemo(() => featureMarks(hazards), [hazards]);
  useEffect(() => {
    if (!view) return;
    const layers = catalog.layers.filter(({ id }) => marks.has(id));
    for (const { id } of layers) view.setMarked(id, (feature) => marks.get(id)?.get(feature) ?? null);
    return () => {
      for (const { id } of layers) view.setMarked(id, null);
    };
  }, [view, marks, catalog]);
  useEffect(
    () =>
      useView.subscribe(({ selected, openHazard }, before) => {
        if (!selected || selected === before.selected) return;
        const found = hazards.filter(
          ({ place }) =>
            place.kind === 'feature' &&
            place.layer === selected.layerId &&
            place.feature === selected.featureId,
        );
        // The card that is open may be one of them.
        if (found.some(({ id }) => id === openHazard?.hazard)) return;
        const first = found[0];
        if (first) openHiddenHazard({ mine: first.mine, hazard: first.id });
      }),
    [hazards],
  );
};
