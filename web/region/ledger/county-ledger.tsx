import { LedgerContext } from '../../ledger/ledger-context.ts';
import { LedgerPanel } from '../../ledger/ledger-panel.tsx';
import { useCountySurroundings } from './use-county-surroundings.ts';

/** The ledger of every mine of the open county. */
export default function CountyLedger() {
  return (
    <LedgerContext value={useCountySurroundings()}>
      <LedgerPanel />
    </LedgerContext>
  );
}
