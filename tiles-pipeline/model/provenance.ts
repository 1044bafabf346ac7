import type { Provenance } from '../../domain/contracts/layers.ts';

const WORST_FIRST: readonly Provenance[] = ['synthetic', 'inferred', 'derived', 'measured'];

/** The least certain of several; null of none: a whole is known no better than its weakest part. */
export const worstProvenance = (all: Iterable<Provenance>): Provenance | null => {
  const present = new Set(all);
  return WORST_FIRST.find((provenance) => present.has(provenance)) ?? null;
};

/** Provenance of what we computed from a source: derived, unless the source is less certain than that. */
export const derivedFrom = (source: Provenance): Provenance => (source === 'measured' ? 'derived' : source);
