/** When a shift is, in the mine's own time zone. */

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** "+08:00" → ms to add to UTC. */
export const zoneMs = (timeZone: string): number => {
  const [hours = '0', minutes = '0'] = timeZone.slice(1).split(':');
  return (timeZone.startsWith('-') ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
};

const minutesOf = (clock: string): number => {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
};

export interface ShiftTurn {
  /** Counts days; names the turn. */
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** The turn whose day-long window, from `lead` ms before its start, holds the moment. */
export const shiftTurnAt = (
  time: number,
  { start, end }: { readonly start: string; readonly end: string },
  timeZone: string,
  lead: number,
): ShiftTurn => {
  const offset = minutesOf(start) * MINUTE_MS - zoneMs(timeZone);
  const day = Math.floor((time + lead - offset) / DAY_MS);
  const from = day * DAY_MS + offset;
  const minutes = (minutesOf(end) - minutesOf(start) + 1440) % 1440 || 1440;
  return { day, start: from, end: from + minutes * MINUTE_MS };
};
