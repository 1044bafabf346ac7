import type { z } from 'zod';
import { ledgerConflictSchema, ledgerRefusedSchema } from '../../../domain/contracts/ledger.ts';
import {
  type MajorVersion,
  type MajorView,
  majorVersionSchema,
  majorViewSchema,
  type WriteMajor,
} from '../../../domain/contracts/major-hazard.ts';
import { type Fetched, fetchJson } from '../../shell/fetch-json.ts';
import type { EditTrouble } from '../edit/edit-store.ts';
import { type LedgerScope, mineBase, onDay, scopeBase } from '../ledger-routes.ts';

/** What became of an entry that was sent. */
export type MajorWritten =
  | { readonly kind: 'written'; readonly version: MajorVersion }
  /** Somebody wrote meanwhile. */
  | { readonly kind: 'conflict' }
  | Exclude<EditTrouble, { kind: 'conflict' }>;

const conflictSchema = ledgerConflictSchema.pick({ title: true });

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
        else if (response.status === 409 && parsed(conflictSchema.loose(), body))
          refused = { kind: 'conflict' };
        return new Response(body, { status: response.status });
      },
    });
    if (written.ok) return { kind: 'written', version: written.value };
    return refused ?? { kind: 'failed', failure: written.failure };
  },
};
