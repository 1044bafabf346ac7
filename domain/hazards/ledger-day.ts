import type { Hazard } from '../contracts/hazard.ts';

/** A version of a hazard with the instant it was written. */
export interface HazardVersion {
  readonly number: number;
  /** ISO instant. */
  readonly writtenAt: string;
  readonly hazard: Hazard;
}

/**
 * The ledger as it stood at an instant: of each hazard the last version written by then, in the order the hazards were first
 * written. What was entered later is not in it, even where it speaks of earlier days: nobody knew it then.
 * @param versions in the order they were written
 */
export const ledgerAt = (versions: readonly HazardVersion[], instant: string): HazardVersion[] => {
  const end = Date.parse(instant);
  const last = new Map<string, HazardVersion>();
  for (const version of versions)
    if (Date.parse(version.writtenAt) <= end) last.set(version.hazard.id, version);
  return [...last.values()];
};

/** Stock and flow of hazards over a stretch of days: what the official brings to zero. */
export interface LedgerFlow {
  readonly openBefore: number;
  readonly found: number;
  readonly closed: number;
  /** Closed before and open again. */
  readonly reopened: number;
  readonly openAfter: number;
}

export const ledgerFlow = (versions: readonly HazardVersion[], from: string, to: string): LedgerFlow => {
  const before = new Map(
    ledgerAt(versions, from).map(({ hazard }) => [hazard.id, hazard.state !== 'closed']),
  );
  const after = new Map(ledgerAt(versions, to).map(({ hazard }) => [hazard.id, hazard.state !== 'closed']));
  const count = (of: Iterable<boolean>) => [...of].filter(Boolean).length;
  let [found, closed, reopened] = [0, 0, 0];
  for (const [id, isOpen] of after) {
    const was = before.get(id);
    if (was === undefined) {
      found++;
      if (!isOpen) closed++;
    } else if (was && !isOpen) closed++;
    else if (!was && isOpen) reopened++;
  }
  return { openBefore: count(before.values()), found, closed, reopened, openAfter: count(after.values()) };
};
