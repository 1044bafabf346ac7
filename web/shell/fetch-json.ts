import { z } from 'zod';
import type { Bilingual } from '../../domain/contracts/bilingual.ts';
import { contractIssues } from '../../domain/contracts/contract-issues.ts';
import { tellSignedOut } from './signed-out.ts';

/** One place where a file does not follow its contract: `path` as in `layers[2].features`. */
export interface ShapeIssue {
  readonly path: string;
  readonly message: Bilingual;
}

/** Why a file of the server could not be used. `url` is what was asked for. */
export type FetchFailure =
  | { readonly kind: 'unreachable'; readonly url: string; readonly detail: string }
  | { readonly kind: 'missing'; readonly url: string; readonly detail: string }
  | { readonly kind: 'refused'; readonly url: string; readonly status: number; readonly detail: string }
  | { readonly kind: 'not-json'; readonly url: string; readonly detail: string }
  | { readonly kind: 'wrong-shape'; readonly url: string; readonly issues: readonly ShapeIssue[] };

export type Fetched<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: FetchFailure };

export type Fetch = (url: string, init?: { signal?: AbortSignal }) => Promise<Response>;

/** application/problem+json, RFC 9457; every field may be absent. */
const problemSchema = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
});

/** `["layers", 2, "a b"]` → `layers[2]["a b"]`; the file's root is `$`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    const name = String(part);
    if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text === '' ? name : `${text}.${name}`;
  }, '') || '$';

/** Where a value does not follow its contract, in both languages; empty: it does. */
export const shapeIssues = (schema: z.ZodType, value: unknown): ShapeIssue[] =>
  contractIssues(schema, value).map(({ path, message }) => ({ path: pathText(path), message }));

const problemText = (body: string): string => {
  try {
    const problem = problemSchema.parse(JSON.parse(body));
    return [problem.title, problem.detail].filter(Boolean).join(': ');
  } catch {
    return body.slice(0, 300);
  }
};

/**
 * Fetches one JSON file and holds it against its contract. Every failure comes back as data with its cause; only an
 * abort rejects, with the signal's reason.
 */
export const fetchJson = async <S extends z.ZodType>(
  url: string,
  schema: S,
  { signal, fetch = globalThis.fetch }: { signal?: AbortSignal; fetch?: Fetch } = {},
): Promise<Fetched<z.output<S>>> => {
  const fail = (failure: FetchFailure) => ({ ok: false, failure }) as const;
  let response: Response;
  let body: string;
  try {
    response = await fetch(url, { signal });
    body = await response.text();
  } catch (error) {
    signal?.throwIfAborted();
    return fail({ kind: 'unreachable', url, detail: error instanceof Error ? error.message : String(error) });
  }
  if (response.status === 401) tellSignedOut();
  if (response.status === 404) return fail({ kind: 'missing', url, detail: problemText(body) });
  if (!response.ok) {
    return fail({ kind: 'refused', url, status: response.status, detail: problemText(body) });
  }
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    return fail({ kind: 'not-json', url, detail: error instanceof Error ? error.message : String(error) });
  }
  const parsed = schema.safeParse(value);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : fail({ kind: 'wrong-shape', url, issues: shapeIssues(schema, value) });
};
