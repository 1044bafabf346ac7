import { useEffect } from 'react';
import '../../ledger/card/hazard-card.css';
import '../../ledger/edit/edit.css';
import { LedgerContext } from '../../ledger/ledger-context.ts';
import '../../ledger/ledger.css';
import { MajorEditPane } from '../../ledger/major/major-edit-pane.tsx';
import { type MajorEdit, useMajor } from '../../ledger/major/major-store.ts';
import '../../ledger/major/major.css';
import { setView } from '../../shell/view-store.ts';
import { useCountySurroundings } from '../ledger/use-county-surroundings.ts';
import { endDrawing, useDrawing } from './draw-store.ts';

/** The form of a major hazard, beside the map its place is drawn on. Whoever is done with it goes back to where major hazards are. */
export const MapMajorEdit = ({ edit }: { readonly edit: MajorEdit }) => {
  const surroundings = useCountySurroundings();
  useEffect(
    () => () => {
      endDrawing();
      if (useMajor.getState().edit !== null) return;
      useDrawing.setState({ form: 'hazard' });
      setView({ regionTab: 'ledger', ledgerPage: 'major' });
    },
    [],
  );
  return (
    <LedgerContext value={surroundings}>
      <div className="hy-ledger" data-room="panel">
        <MajorEditPane edit={edit} />
      </div>
    </LedgerContext>
  );
};
