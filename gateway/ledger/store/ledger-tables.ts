/** The ledger's tables (gateway/live/store/migrations/0004-ledger.sql). Rows are only ever added. */
export interface LedgerTables {
  hazard_version: VersionRow & { hazard: string };
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
  written_at: number;
  written_by: string;
  writer_name: string;
  reason: string;
  content: string;
  hash: string;
}
