import { z } from 'zod';
import { ledgerRefusedSchema } from '../../../domain/contracts/ledger.ts';
import {
  type MajorVersion,
  type MajorView,
  majorConflictSchema,
  majorVersionSchema,
  majorViewSchema,
  type WriteMajor,
} from '../../../domain/contracts/major-hazard.ts';
import { type Fetched, fetchJson } from '../../shell/fetch-json.ts';
import { type LedgerScope, mineBase, onDay, scopeBase } from '../ledger-routes.ts';
import type { MajorTrouble } from './major-store.ts';

/** What became of an entry that was sent. */
export type MajorWritten = { readonly kind: 'written'; readonly version: MajorVersion } | MajorTrouble;

const parsed = <S extends z.ZodType>(schema: S, body: string): z.output<S> | null => {
  try {
    return schema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
};

/** The gateway's major hazards, as domain/contracts/major-hazard.ts says. Nothing here throws but an abort. */
export const majorRoutes = {
  view: (scope: LedgerScope, on: string | null, signal: AbortSignal): Promise<Fetched<MajorView>> =>
    fetchJson(`${scopeBase(scope)}/major-hazards${onDay(on)}`, majorViewSchema, { signal }),
  versions: (mine: string, subject: string, signal: AbortSignal): Promise<Fetched<MajorVersion[]>> =>
    fetchJson(
      `${mineBase(mine)}/major-hazards/${encodeURIComponent(subject)}/versions`,
      z.array(majorVersionSchema),
      { signal },
    ),
  write: async (mine: string, wanted: WriteMajor): Promise<MajorWritten> => {
    const url = `${mineBase(mine)}/major-hazards`;
    let refused: MajorWritten | null = null;
    const written = await fetchJson(url, majorVersionSchema, {
      fetch: async () => {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(wanted),
        });
        const body = await response.text();
        const refusals = response.status === 422 ? parsed(ledgerRefusedSchema, body)?.refusals : undefined;
        if (refusals) refused = { kind: 'refused', refusals };
        const conflict = response.status === 409 ? parsed(majorConflictSchema, body) : null;
        if (conflict) refused = { kind: 'conflict', last: conflict.last };
        return new Response(body, { status: response.status });
      },
    });
    if (written.ok) return { kind: 'written', version: written.value };
    return refused ?? { kind: 'failed', failure: written.failure };
  },
};
