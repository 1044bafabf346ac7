import type { HazardRef } from '../shell/ledger-choice.ts';
import { setView, useView } from '../shell/view-store.ts';

/** Opens a hidden hazard wherever it is pointed at. The page of major hazards opens those alone, and leaves for the list. */
export const openHiddenHazard = (openHazard: HazardRef): void => {
  const { ledgerPage } = useView.getState();
  setView({ openHazard, ...(ledgerPage === 'major' && { ledgerPage: 'list' as const }) });
};
