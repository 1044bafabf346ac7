import type { MajorEntry, MajorHazard } from '../contracts/major-hazard.ts';

type CloseOut = NonNullable<MajorHazard['closeOut']>;
/** A hazard as it may stand in the ledger: what later came to be asked may be missing. */
type Stored = Omit<MajorHazard, 'hazards' | 'closeOut'> & {
  readonly hazard?: string | null;
  readonly hazards?: MajorHazard['hazards'];
  readonly closeOut: (Omit<CloseOut, 'report' | 'accepted'> & Partial<CloseOut>) | null;
};

/**
 * An entry as it was stored, in the form it is written in now. What is stored is chained and stays as it is: a major hazard could once name
 * one hidden hazard only (`hazard`), and now names as many as it is about (`hazards`); it could once be closed without a report and without
 * saying who accepted that, which now reads as none.
 * @param stored a major-hazard or survey entry as it was accepted when it was written
 */
export const entryAsNow = (stored: unknown): MajorEntry => {
  const entry = stored as MajorEntry;
  if (entry.kind !== 'hazard') return entry;
  const { hazard: one, hazards, closeOut, ...rest } = entry.hazard as Stored;
  if (one === undefined && (closeOut === null || closeOut.report !== undefined)) return entry;
  return {
    kind: 'hazard',
    hazard: {
      ...rest,
      hazards: hazards ?? (one ? [one] : []),
      closeOut: closeOut && { report: null, accepted: null, ...closeOut },
    },
  };
};
