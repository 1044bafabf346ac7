import { ledgerViewSchema } from '../../domain/contracts/ledger.ts';
import { type FetchFailure, fetchJson } from '../shell/fetch-json.ts';
import { type LedgerRow, rowsOf } from './ledger-row.ts';

export interface LedgerQuestion {
  readonly url: string;
  /** YYYY-MM-DD, the shown day. */
  readonly today: string;
}

export type LedgerAnswer =
  | { readonly kind: 'rows'; readonly rows: readonly LedgerRow[]; readonly all: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly failure: FetchFailure };

/** Few enough that taking them over is not felt. */
const AT_ONCE = 1000;

const say = (answer: LedgerAnswer): void => self.postMessage(answer);

self.onmessage = async ({ data }: MessageEvent<LedgerQuestion>) => {
  const { url, today } = data;
  const fetched = await fetchJson(url, ledgerViewSchema);
  if (!fetched.ok) {
    say({ kind: 'failed', failure: fetched.failure });
    return;
  }
  const { hazards } = fetched.value;
  for (let at = 0; at < hazards.length; at += AT_ONCE)
    say({ kind: 'rows', rows: rowsOf(hazards.slice(at, at + AT_ONCE), today), all: hazards.length });
  say({ kind: 'done' });
};
