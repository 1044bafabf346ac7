import type { IncidentHold } from '../../../domain/contracts/live/incident-hold.ts';
import { shareOf } from '../timeline/timeline-scale.ts';

/** In the list's order: those that stand, the newest first, then the released. */
export const holdsWith = (holds: readonly IncidentHold[], hold: IncidentHold): IncidentHold[] =>
  [hold, ...holds.filter(({ id }) => id !== hold.id)].sort(
    (a, b) => Number(a.releasedAt !== null) - Number(b.releasedAt !== null) || b.madeAt - a.madeAt,
  );

export const standing = (holds: readonly IncidentHold[]): IncidentHold[] =>
  holds.filter(({ releasedAt }) => releasedAt === null);

export interface HeldSpan {
  /** Shares 0…1 of the timeline. */
  readonly from: number;
  readonly to: number;
  /** Whether the span's own beginning and end lie on the timeline, and not beyond it. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** What of a timeline from…to (ms) is held: spans that touch stand as one. */
export const heldSpans = (holds: readonly IncidentHold[], from: number, to: number): HeldSpan[] => {
  const merged: { from: number; to: number }[] = [];
  for (const hold of standing(holds).sort((a, b) => a.from - b.from)) {
    const end = hold.to ?? Number.POSITIVE_INFINITY;
    if (hold.from > to || end < from) continue;
    const last = merged.at(-1);
    if (last && hold.from <= last.to) last.to = Math.max(last.to, end);
    else merged.push({ from: hold.from, to: end });
  }
  return merged.map((span) => ({
    from: shareOf(span.from, from, to),
    to: shareOf(span.to, from, to),
    begins: span.from >= from,
    ends: span.to <= to,
  }));
};
