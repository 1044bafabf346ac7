import type { Fetched } from '../shell/fetch-json.ts';
import type { LedgerRow } from './ledger-row.ts';
import type { LedgerAnswer, LedgerQuestion } from './read-ledger-worker.ts';

/**
 * Reads a view of the ledger in a worker: 50 000 hazards are read, checked and judged without the page standing still, and come over in
 * parts.
 * @param today YYYY-MM-DD, the shown day
 * @param onPart how many have come, of how many
 * @throws the signal's reason where it is aborted
 */
export const readLedger = (
  url: string,
  today: string,
  signal: AbortSignal,
  onPart: (read: number, all: number) => void = () => {},
): Promise<Fetched<LedgerRow[]>> =>
  new Promise((settle, fail) => {
    const worker = new Worker(new URL('./read-ledger-worker.ts', import.meta.url), { type: 'module' });
    const rows: LedgerRow[] = [];
    const end = (): void => {
      worker.terminate();
      signal.removeEventListener('abort', stop);
    };
    const stop = (): void => {
      end();
      fail(signal.reason);
    };
    signal.addEventListener('abort', stop);
    worker.onmessage = ({ data }: MessageEvent<LedgerAnswer>) => {
      if (data.kind === 'rows') {
        for (const row of data.rows) rows.push(row);
        onPart(rows.length, data.all);
        return;
      }
      end();
      settle(data.kind === 'done' ? { ok: true, value: rows } : { ok: false, failure: data.failure });
    };
    worker.onerror = (event) => {
      end();
      settle({ ok: false, failure: { kind: 'unreachable', url, detail: event.message } });
    };
    worker.postMessage({ url, today } satisfies LedgerQuestion);
  });
