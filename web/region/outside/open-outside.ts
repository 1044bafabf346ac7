import { NEW_QUERY } from '../../../domain/hazards/ledger-query.ts';
import { forMine } from '../../shell/view-state.ts';
import { setView } from '../../shell/view-store.ts';

/** The list of the ledger with the hazards of these mines and no others. */
export const openInLedger = (mines: readonly string[]): void =>
  setView({
    ...{ regionTab: 'ledger', ledgerPage: 'list', openHazard: null },
    ledgerQuery: { ...NEW_QUERY, mines: [...mines] },
  });

/** The mine's own workspace: it has a bundle, though the county does not know where it stands. */
export const openOutsideMine = (mine: string): void => setView({ ...forMine(mine), workspace: 'mine' });
