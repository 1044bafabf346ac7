import { type LedgerQuery, NEW_QUERY } from '../../domain/hazards/ledger-query.ts';

/** The screens of the ledger of hidden hazards. */
export const LEDGER_PAGES = ['list', 'lacking', 'flow', 'grade', 'major'] as const;
export type LedgerPage = (typeof LEDGER_PAGES)[number];

/** A hazard by its mine and its id in that mine's ledger. */
export interface HazardRef {
  readonly mine: string;
  readonly hazard: string;
}

/** What is seen of the ledger, in the Mine workspace and in the Region workspace. The day is the one the map shows. */
export interface LedgerChoice {
  /** null: the Mine workspace does not show it; the Region workspace shows the list. */
  readonly ledgerPage: LedgerPage | null;
  /** The hazard whose card is open. */
  readonly openHazard: HazardRef | null;
  /** Which hazards are listed, and in which order. */
  readonly ledgerQuery: LedgerQuery;
}

export const DEFAULT_LEDGER: LedgerChoice = { ledgerPage: null, openHazard: null, ledgerQuery: NEW_QUERY };
