import type { MajorEntry } from '../contracts/major-hazard.ts';

/**
 * An entry as it was stored, in the form it is written in now. What is stored is chained and stays as it is: a major hazard could once name
 * one hidden hazard only (`hazard`), and now names as many as it is about (`hazards`).
 * @param stored a major-hazard or survey entry as it was accepted when it was written
 */
export const entryAsNow = (stored: unknown): MajorEntry => {
  const entry = stored as MajorEntry & { hazard?: { hazard?: string | null } };
  if (entry.kind !== 'hazard' || entry.hazard.hazard === undefined) return entry;
  const { hazard: one, ...rest } = entry.hazard;
  return { kind: 'hazard', hazard: { ...rest, hazards: one === null ? [] : [one] } };
};
