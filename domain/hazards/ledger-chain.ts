/**
 * The ledger's versions as a chain of hashes, one chain a mine: each link is the hash of the one before and of what was written.
 * Whoever keeps the last hash elsewhere (the county) sees every later edit, insertion and deletion.
 */
export interface LedgerEntry {
  /** 1, 2, 3 … within the mine. */
  readonly number: number;
  readonly hazard: string;
  /** ISO instant at which it was written. */
  readonly writtenAt: string;
  readonly writtenBy: { readonly account: string; readonly name: string };
  readonly reason: string;
  /** The version itself. */
  readonly content: unknown;
}

export interface ChainedEntry extends LedgerEntry {
  readonly hash: string;
}

/** Lower-case hex of the SHA-256 of a text in UTF-8; handed in, for this room has no crypto of its own. */
export type Sha256 = (text: string) => string;

/** What the first link leans on. */
export const CHAIN_START = '0'.repeat(64);

export const linkHash = (before: string, entry: LedgerEntry, sha256: Sha256): string => {
  const { number, hazard, writtenAt, writtenBy, reason, content } = entry;
  return sha256(`${before}\n${canonicalJson({ number, hazard, writtenAt, writtenBy, reason, content })}`);
};

/** What is wrong with a chain. */
export type ChainFault =
  | { readonly kind: 'number-missing'; readonly number: number }
  | { readonly kind: 'changed'; readonly number: number }
  /** Sound in itself, and not the chain whose head somebody kept. */
  | { readonly kind: 'head-differs'; readonly head: string }
  /** Sound, but of this entry the county keeps no hash, as it does of every one: somebody took it away, perhaps to write the entry anew. */
  | { readonly kind: 'head-missing'; readonly number: number };

/** A hash kept elsewhere, with the number of the entry it was the hash of. */
export interface KeptHead {
  readonly number: number;
  readonly hash: string;
}

/**
 * The first fault of a mine's chain; null: sound.
 * @param entries in the order of their numbers
 * @param kept heads kept elsewhere; none: only the chain itself is checked
 */
export const checkChain = (
  entries: readonly ChainedEntry[],
  sha256: Sha256,
  kept: readonly KeptHead[] = [],
): ChainFault | null => {
  const heads = new Map(kept.map(({ number, hash }) => [number, hash]));
  let before = CHAIN_START;
  for (const [i, entry] of entries.entries()) {
    if (entry.number !== i + 1) return { kind: 'number-missing', number: i + 1 };
    if (linkHash(before, entry, sha256) !== entry.hash) return { kind: 'changed', number: entry.number };
    before = entry.hash;
    const head = heads.get(entry.number);
    if (head !== undefined && head !== entry.hash) return { kind: 'head-differs', head: entry.hash };
  }
  const last = kept.reduce((most, { number }) => Math.max(most, number), 0);
  return last > entries.length ? { kind: 'number-missing', number: entries.length + 1 } : null;
};

/** As checkChain, of a chain of which every entry's hash was kept as it was written: one without is a fault by itself. */
export const checkKeptChain = (
  entries: readonly ChainedEntry[],
  sha256: Sha256,
  kept: readonly KeptHead[],
): ChainFault | null => {
  const fault = checkChain(entries, sha256, kept);
  if (fault) return fault;
  const heads = new Set(kept.map(({ number }) => number));
  const without = entries.find(({ number }) => !heads.has(number));
  return without ? { kind: 'head-missing', number: without.number } : null;
};

/**
 * JSON with keys in code-point order and nothing between, so that the same content has the same text whatever wrote it. `undefined` keys are
 * left out, as in JSON. @throws TypeError for what JSON cannot hold (NaN, functions)
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
  }
  throw new TypeError(`JSON has no ${typeof value}`);
};
