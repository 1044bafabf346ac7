import { z } from 'zod';
import {
  type Attachment,
  attachmentSchema,
  type ChainState,
  chainStateSchema,
  type LedgerImport,
  type LedgerRefusal,
  type LedgerVersion,
  ledgerConflictSchema,
  ledgerImportSchema,
  ledgerRefusedSchema,
  ledgerVersionSchema,
  type WriteHazard,
} from '../../domain/contracts/ledger.ts';
import { type Fetched, type FetchFailure, fetchJson } from '../shell/fetch-json.ts';

/** Whose ledger: one mine's, or all that the reader may see of a county. */
export interface LedgerScope {
  readonly of: 'mine' | 'county';
  readonly id: string;
}

export const EXPORT_FORMATS = ['xlsx', 'geojson', 'gpkg'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const mineBase = (mine: string): string => `/api/mines/${encodeURIComponent(mine)}`;
export const scopeBase = ({ of, id }: LedgerScope): string =>
  of === 'mine' ? mineBase(id) : `/api/counties/${encodeURIComponent(id)}`;
export const onDay = (on: string | null): string => (on === null ? '' : `?${new URLSearchParams({ on })}`);

const sendFile = (file: File) => (url: string) => {
  const body = new FormData();
  body.append('file', file, file.name);
  return fetch(url, { method: 'POST', body });
};

/** What became of a version that was sent. */
export type Written =
  | { readonly kind: 'written'; readonly version: LedgerVersion }
  /** Somebody wrote `last` meanwhile. */
  | { readonly kind: 'conflict'; readonly last: LedgerVersion }
  | { readonly kind: 'refused'; readonly refusals: readonly LedgerRefusal[] }
  | { readonly kind: 'failed'; readonly failure: FetchFailure };

/** A conflict or a refusal by the ledger's rules, in an answer that is no version; null: another failure. */
const refusalIn = ({ status, body }: { readonly status: number; readonly body: string }): Written | null => {
  const value: unknown = status === 409 || status === 422 ? JSON.parse(body) : null;
  const conflict = ledgerConflictSchema.safeParse(value);
  if (conflict.success && conflict.data.last) return { kind: 'conflict', last: conflict.data.last };
  const refused = ledgerRefusedSchema.safeParse(value);
  return refused.success ? { kind: 'refused', refusals: refused.data.refusals } : null;
};

const versions = z.array(ledgerVersionSchema);

/** The gateway's ledger, as domain/contracts/ledger.ts says. `on`: YYYY-MM-DD, null: now. Nothing here throws but an abort. */
export const ledgerRoutes = {
  /** Of ledgerViewSchema; read by read-ledger.ts, for it may be large. */
  viewUrl: (scope: LedgerScope, on: string | null): string => `${scopeBase(scope)}/hazards${onDay(on)}`,
  versions: (mine: string, hazard: string, signal?: AbortSignal): Promise<Fetched<LedgerVersion[]>> =>
    fetchJson(
      `${mineBase(mine)}/hazards/${encodeURIComponent(hazard)}/versions`,
      versions,
      signal ? { signal } : {},
    ),
  write: async (mine: string, wanted: WriteHazard): Promise<Written> => {
    const url = `${mineBase(mine)}/hazards`;
    let answer: { readonly status: number; readonly body: string } | null = null;
    const written = await fetchJson(url, ledgerVersionSchema, {
      fetch: async () => {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(wanted),
        });
        const body = await response.text();
        answer = { status: response.status, body };
        return new Response(body, { status: response.status });
      },
    });
    if (written.ok) return { kind: 'written', version: written.value };
    return (answer && refusalIn(answer)) ?? { kind: 'failed', failure: written.failure };
  },
  chain: (mine: string, signal: AbortSignal): Promise<Fetched<ChainState>> =>
    fetchJson(`${mineBase(mine)}/ledger-chain`, chainStateSchema, { signal }),
  attach: (mine: string, file: File): Promise<Fetched<Attachment>> =>
    fetchJson(`${mineBase(mine)}/attachments`, attachmentSchema, { fetch: sendFile(file) }),
  import: (mine: string, file: File, dry: boolean): Promise<Fetched<LedgerImport>> =>
    fetchJson(`${mineBase(mine)}/ledger-import?dry=${dry}`, ledgerImportSchema, { fetch: sendFile(file) }),
  attachmentUrl: (mine: string, sha256: string): string => `${mineBase(mine)}/attachments/${sha256}`,
  exportUrl: (scope: LedgerScope, format: ExportFormat, on: string | null): string =>
    `${scopeBase(scope)}/ledger-export.${format}${onDay(on)}`,
  templateUrl: '/api/ledger-template.xlsx',
};
