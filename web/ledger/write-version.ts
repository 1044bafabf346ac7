import { z } from 'zod';
import { type LedgerRefusal, ledgerRefusedSchema } from '../../domain/contracts/ledger.ts';
import { type FetchFailure, fetchJson } from '../shell/fetch-json.ts';

/** What became of a version that was sent. */
export type VersionWritten<V> =
  | { readonly kind: 'written'; readonly version: V }
  /** Somebody wrote `last` meanwhile; null: what one began with is not there. */
  | { readonly kind: 'conflict'; readonly last: V | null }
  | { readonly kind: 'refused'; readonly refusals: readonly LedgerRefusal[] }
  | { readonly kind: 'failed'; readonly failure: FetchFailure };

const parsed = <S extends z.ZodType>(schema: S, body: string): z.output<S> | null => {
  try {
    return schema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
};

/** Writes a version into a ledger. @param wanted as the route takes it @param version of what it answers */
export const writeVersion = async <S extends z.ZodType>(
  url: string,
  wanted: unknown,
  version: S,
): Promise<VersionWritten<z.output<S>>> => {
  let answer: { readonly status: number; readonly body: string } | null = null;
  const written = await fetchJson(url, version, {
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
  const { status, body } = (answer as { readonly status: number; readonly body: string } | null) ?? {
    ...{ status: 0, body: '' },
  };
  const conflict = status === 409 ? parsed(z.looseObject({ last: version.nullable() }), body) : null;
  if (conflict) return { kind: 'conflict', last: conflict.last as z.output<S> | null };
  const refused = status === 422 ? parsed(ledgerRefusedSchema, body) : null;
  if (refused) return { kind: 'refused', refusals: refused.refusals };
  return { kind: 'failed', failure: written.failure };
};
