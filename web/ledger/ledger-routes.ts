import { z } from 'zod';
import {
  type Attachment,
  attachmentSchema,
  type ChainState,
  chainStateSchema,
  type LedgerImport,
  type LedgerVersion,
  type LedgerView,
  ledgerImportSchema,
  ledgerVersionSchema,
  ledgerViewSchema,
  type WriteHazard,
} from '../../domain/contracts/ledger.ts';
import { type Fetched, fetchJson } from '../shell/fetch-json.ts';

/** Whose ledger: one mine's, or all that the reader may see of a county. */
export interface LedgerScope {
  readonly of: 'mine' | 'county';
  readonly id: string;
}

export const EXPORT_FORMATS = ['xlsx', 'geojson', 'gpkg'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const mineBase = (mine: string): string => `/api/mines/${encodeURIComponent(mine)}`;
const scopeBase = ({ of, id }: LedgerScope): string =>
  of === 'mine' ? mineBase(id) : `/api/counties/${encodeURIComponent(id)}`;
const onDay = (on: string | null): string => (on === null ? '' : `?${new URLSearchParams({ on })}`);

const sendFile = (file: File) => (url: string) => {
  const body = new FormData();
  body.append('file', file, file.name);
  return fetch(url, { method: 'POST', body });
};

const versions = z.array(ledgerVersionSchema);

/** The gateway's ledger, as domain/contracts/ledger.ts says. `on`: YYYY-MM-DD, null: now. Nothing here throws but an abort. */
export const ledgerRoutes = {
  view: (scope: LedgerScope, on: string | null, signal: AbortSignal): Promise<Fetched<LedgerView>> =>
    fetchJson(`${scopeBase(scope)}/hazards${onDay(on)}`, ledgerViewSchema, { signal }),
  versions: (mine: string, hazard: string, signal?: AbortSignal): Promise<Fetched<LedgerVersion[]>> =>
    fetchJson(
      `${mineBase(mine)}/hazards/${encodeURIComponent(hazard)}/versions`,
      versions,
      signal ? { signal } : {},
    ),
  write: (mine: string, wanted: WriteHazard): Promise<Fetched<LedgerVersion>> =>
    fetchJson(`${mineBase(mine)}/hazards`, ledgerVersionSchema, {
      fetch: (url) =>
        fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(wanted),
        }),
    }),
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
