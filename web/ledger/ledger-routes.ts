import { z } from 'zod';
import type { Language } from '../../domain/contracts/bilingual.ts';
import {
  type Attachment,
  attachmentSchema,
  type ChainState,
  chainStateSchema,
  type LedgerImport,
  type LedgerVersion,
  ledgerImportSchema,
  ledgerVersionSchema,
  type WriteHazard,
} from '../../domain/contracts/ledger.ts';
import {
  type CheckedHead,
  checkedHeadsSchema,
  type KeptChainHead,
  type LedgerHeads,
  ledgerHeadsSchema,
} from '../../domain/contracts/ledger-heads.ts';
import {
  type HazardPage,
  type HazardStatistics,
  hazardPageSchema,
  hazardPlacesSchema,
  hazardStatisticsSchema,
  type PlacedHazard,
} from '../../domain/contracts/ledger-list.ts';
import type { LedgerQuery } from '../../domain/hazards/ledger-query.ts';
import { type Fetched, fetchJson } from '../shell/fetch-json.ts';
import { type VersionWritten, writeVersion } from './write-version.ts';

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

/** What a list is asked for with. */
export interface PageQuestion {
  readonly on: string | null;
  readonly query: LedgerQuery;
  /** Only what lacks corroboration. */
  readonly lacking: boolean;
  /** By whose names of mines it is sorted. */
  readonly language: Language;
}

/** As ledgerQuerySchema has it. @param find mine_id of a hazard whose page is wanted */
const pageQuery = ({
  on,
  query,
  lacking,
  language,
  from,
  find,
}: PageQuestion & { readonly from: number; readonly find: string | null }): URLSearchParams => {
  const words: [string, string | false | null][] = [
    ['on', on],
    ['text', query.text],
    ...query.states.map((one): [string, string] => ['state', one]),
    ...query.corroborations.map((one): [string, string] => ['corroboration', one]),
    ...query.categories.map((one): [string, string] => ['category', one]),
    ...query.mines.map((one): [string, string] => ['mine', one]),
    ['incomplete', query.incomplete && 'true'],
    ['overdue', query.overdue && 'true'],
    ['far', query.far && 'true'],
    ['moved', query.moved && 'true'],
    ['lacking', lacking && 'true'],
    ['sort', query.sort],
    ['descending', query.descending && 'true'],
    ['language', language],
    ['from', from > 0 && String(from)],
    ['find', find],
  ];
  return new URLSearchParams(words.filter((word): word is [string, string] => Boolean(word[1])));
};

const sendFile = (file: File) => (url: string) => {
  const body = new FormData();
  body.append('file', file, file.name);
  return fetch(url, { method: 'POST', body });
};

const sendJson = (value: unknown) => (url: string) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });

/** What became of a version that was sent. */
export type Written =
  | Exclude<VersionWritten<LedgerVersion>, { kind: 'conflict' }>
  /** Somebody wrote `last` meanwhile. */
  | { readonly kind: 'conflict'; readonly last: LedgerVersion };

const versions = z.array(ledgerVersionSchema);

/** The gateway's ledger, as domain/contracts/ledger.ts says. `on`: YYYY-MM-DD, null: now. Nothing here throws but an abort. */
export const ledgerRoutes = {
  page: (
    scope: LedgerScope,
    asked: PageQuestion & { readonly from: number; readonly find: string | null },
    signal: AbortSignal,
  ): Promise<Fetched<HazardPage>> =>
    fetchJson(`${scopeBase(scope)}/hazards?${pageQuery(asked)}`, hazardPageSchema, { signal }),
  /** @param months ends of months to which is told what came and went */
  statistics: (
    scope: LedgerScope,
    on: string | null,
    months: number,
    signal: AbortSignal,
  ): Promise<Fetched<HazardStatistics>> => {
    const query = new URLSearchParams({ ...(on !== null && { on }), months: String(months) });
    return fetchJson(`${scopeBase(scope)}/hazard-statistics?${query}`, hazardStatisticsSchema, { signal });
  },
  /** Where the mine's hazards are. */
  places: async (mine: string, on: string | null, signal: AbortSignal): Promise<Fetched<PlacedHazard[]>> => {
    const fetched = await fetchJson(`${mineBase(mine)}/hazard-places${onDay(on)}`, hazardPlacesSchema, {
      signal,
    });
    return fetched.ok ? { ok: true, value: fetched.value.hazards } : fetched;
  },
  /** Ids of the mine's hazards that have these words in them: which of them are taken. */
  takenIds: async (mine: string, words: string): Promise<ReadonlySet<string>> => {
    const query = new URLSearchParams({ text: words.slice(0, 200), count: '400' });
    const fetched = await fetchJson(`${mineBase(mine)}/hazards?${query}`, hazardPageSchema);
    // Where it cannot be known the ledger itself refuses an id that is taken.
    return new Set(fetched.ok ? fetched.value.rows.map(({ id }) => id) : []);
  },
  versions: (mine: string, hazard: string, signal?: AbortSignal): Promise<Fetched<LedgerVersion[]>> =>
    fetchJson(
      `${mineBase(mine)}/hazards/${encodeURIComponent(hazard)}/versions`,
      versions,
      signal ? { signal } : {},
    ),
  write: async (mine: string, wanted: WriteHazard): Promise<Written> => {
    const url = `${mineBase(mine)}/hazards`;
    const written = await writeVersion(url, wanted, ledgerVersionSchema);
    if (written.kind !== 'conflict') return written;
    const { last } = written;
    // Hazards are not taken away: where the one that was begun with is not there, the address is wrong.
    return last
      ? { kind: 'conflict', last }
      : { kind: 'failed', failure: { kind: 'missing', url, detail: wanted.hazard.id } };
  },
  chain: (mine: string, signal: AbortSignal): Promise<Fetched<ChainState>> =>
    fetchJson(`${mineBase(mine)}/ledger-chain`, chainStateSchema, { signal }),
  attach: (mine: string, file: File): Promise<Fetched<Attachment>> =>
    fetchJson(`${mineBase(mine)}/attachments`, attachmentSchema, { fetch: sendFile(file) }),
  /** @param whyFar why places of the file lie far from the mine; empty: nobody says */
  import: (mine: string, file: File, dry: boolean, whyFar: string): Promise<Fetched<LedgerImport>> => {
    const query = new URLSearchParams({ dry: String(dry), ...(whyFar.trim() !== '' && { whyFar }) });
    return fetchJson(`${mineBase(mine)}/ledger-import?${query}`, ledgerImportSchema, {
      fetch: sendFile(file),
    });
  },
  attachmentUrl: (mine: string, sha256: string): string => `${mineBase(mine)}/attachments/${sha256}`,
  exportUrl: (scope: LedgerScope, format: ExportFormat, on: string | null): string =>
    `${scopeBase(scope)}/ledger-export.${format}${onDay(on)}`,
  /** @param ending `.csv`: as a table; empty: as JSON */
  headsUrl: (county: string, on: string | null, ending: '' | '.csv'): string =>
    `${scopeBase({ of: 'county', id: county })}/ledger-heads${ending}${onDay(on)}`,
  heads: (county: string): Promise<Fetched<LedgerHeads>> =>
    fetchJson(ledgerRoutes.headsUrl(county, null, ''), ledgerHeadsSchema),
  checkHeads: async (county: string, heads: readonly KeptChainHead[]): Promise<Fetched<CheckedHead[]>> => {
    const url = `${ledgerRoutes.headsUrl(county, null, '')}/check`;
    const fetched = await fetchJson(url, checkedHeadsSchema, { fetch: sendJson({ heads }) });
    return fetched.ok ? { ok: true, value: fetched.value.heads } : fetched;
  },
  majorExportUrl: (scope: LedgerScope, on: string | null): string =>
    `${scopeBase(scope)}/major-export.xlsx${onDay(on)}`,
  templateUrl: '/api/ledger-template.xlsx',
};
