import { useMemo } from 'react';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { LedgerContext, type LedgerSurroundings } from '../../../ledger/ledger-context.ts';
import { LedgerPanel } from '../../../ledger/ledger-panel.tsx';
import { useLanguage } from '../../../shell/preferences.ts';
import './ledger.css';

interface Props {
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
}

/** The ledger of the open mine, beside its scene. */
export default function LedgerScene({ catalog }: Props) {
  const language = useLanguage();
  const surroundings = useMemo(
    (): LedgerSurroundings => ({
      scope: { of: 'mine', id: catalog.mineId },
      room: 'panel',
      nameOfMine: (mine) => (mine === catalog.mineId ? catalog.name[language] : mine),
      nameOfLayer: (layer) => catalog.layers.find(({ id }) => id === layer)?.name[language] ?? null,
      mines: [catalog.mineId],
      showPlace: null,
    }),
    [catalog, language],
  );
  return (
    <div className="hy-mine-ledger">
      <LedgerContext value={surroundings}>
        <LedgerPanel />
      </LedgerContext>
    </div>
  );
}
