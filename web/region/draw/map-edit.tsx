import { useEffect, useRef } from 'react';
import { EditPane } from '../../ledger/edit/edit-pane.tsx';
import type { LedgerEdit } from '../../ledger/edit/edit-store.ts';
import { LedgerContext } from '../../ledger/ledger-context.ts';
import '../../ledger/ledger.css';
import { setView, useView } from '../../shell/view-store.ts';
import { useCountySurroundings } from '../ledger/use-county-surroundings.ts';
import { useMap } from '../map/map-store.ts';
import { endDrawing } from './draw-store.ts';

/** The form of the ledger that is open, beside the map its place is drawn on. */
export const MapEdit = ({ edit }: { readonly edit: LedgerEdit }) => {
  const surroundings = useCountySurroundings();
  const before = useRef(useView.getState().openHazard);
  useEffect(
    () => () => {
      endDrawing();
      // What was written is what is picked then, and the map shows it.
      const written = useView.getState().openHazard;
      if (!written || written === before.current) return;
      useMap.getState().view?.reloadHazards();
      setView({ regionPick: { kind: 'hazard', id: `${written.mine}/${written.hazard}` } });
    },
    [],
  );
  return (
    <LedgerContext value={surroundings}>
      <div className="hy-ledger" data-room="panel">
        <EditPane edit={edit} />
      </div>
    </LedgerContext>
  );
};
