/** Tables of versions that are chained, a chain a mine. */
export type ChainTable = 'hazard_version' | 'major_version';

/** The ledger's tables (gateway/live/store/migrations, 0004 and 0005). Rows are only ever added. */
export interface LedgerTables extends Record<ChainTable, VersionRow> {
  ledger_attachment: {
    mine: string;
    sha256: string;
    name: string;
    type: string;
    bytes: number;
    by_account: string;
    at: number;
  };
  ledger_head: { mine: string; ledger: string; number: number; hash: string; at: number };
}

/** What every table of chained versions has. */
export interface VersionRow {
  mine: string;
  number: number;
  /** What it is a version of. */
  hazard: string;
  written_at: number;
  written_by: string;
  writer_name: string;
  reason: string;
  content: string;
  hash: string;
}
