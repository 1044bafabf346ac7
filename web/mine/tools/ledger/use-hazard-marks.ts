import { useEffect, useMemo } from 'react';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import type { Corroboration } from '../../../../domain/hazards/cross-validation.ts';
import { CORROBORATIONS } from '../../../ledger/corroboration-look.ts';
import type { LedgerRow } from '../../../ledger/ledger-row.ts';
import { setView, useView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';

type Marks = ReadonlyMap<string, ReadonlyMap<string, Corroboration>>;

/** By layer and feature, how well the hazard that it is is known; of several on one feature, what must be looked at first. Closed ones are none. */
export const featureMarks = (rows: readonly LedgerRow[]): Marks => {
  const marks = new Map<string, Map<string, Corroboration>>();
  for (const { version, standing } of rows) {
    const { place, state } = version.hazard;
    if (place.kind !== 'feature' || state === 'closed') continue;
    const layer = marks.get(place.layer) ?? new Map<string, Corroboration>();
    const { status } = standing.crossValidation;
    const known = layer.get(place.feature);
    if (known === undefined || CORROBORATIONS.indexOf(status) < CORROBORATIONS.indexOf(known))
      layer.set(place.feature, status);
    marks.set(place.layer, layer);
  }
  return marks;
};

/** Marks the hazards that are features of the model, and opens the card of one that is clicked. */
export const useHazardMarks = (rows: readonly LedgerRow[], catalog: Catalog): void => {
  const view = useSession((session) => session.view);
  const marks = useMemo(() => featureMarks(rows), [rows]);
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
        const found = rows.filter(({ version: { hazard } }) => {
          const { place } = hazard;
          return (
            place.kind === 'feature' &&
            place.layer === selected.layerId &&
            place.feature === selected.featureId
          );
        });
        // The card that is open may be one of them.
        if (found.some(({ version: { hazard } }) => hazard.id === openHazard?.hazard)) return;
        const first = found[0]?.version.hazard;
        if (first) setView({ openHazard: { mine: first.mine, hazard: first.id } });
      }),
    [rows],
  );
};
