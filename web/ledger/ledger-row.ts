import type { LedgerVersion } from '../../domain/contracts/ledger.ts';
import { type HazardStanding, standingOf } from '../../domain/hazards/hazard-standing.ts';

/** A hazard as the list shows it: its last version by the shown day, and what follows from that. */
export interface LedgerRow {
  /** Unique in a county: mine and hazard. */
  readonly key: string;
  readonly version: LedgerVersion;
  readonly standing: HazardStanding;
}

export const rowKey = (mine: string, hazard: string): string => `${mine}\n${hazard}`;

/** @param today YYYY-MM-DD, the shown day */
export const rowOf = (version: LedgerVersion, today: string): LedgerRow => ({
  key: rowKey(version.hazard.mine, version.hazard.id),
  version,
  standing: standingOf(version.hazard, today),
});

export const rowsOf = (versions: readonly LedgerVersion[], today: string): LedgerRow[] =>
  versions.map((version) => rowOf(version, today));
