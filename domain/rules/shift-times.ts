/** A shift as the mine writes it, e.g. 22:00 to 06:00, in the mine's time zone; it may cross midnight. */
export interface ShiftTimes {
  readonly id: string;
  readonly start: string;
  readonly end: string;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** "+08:00" → ms ahead of UTC. */
export const zoneOffsetMs = (timeZone: string): number => {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(timeZone) ?? [];
  if (!sign) throw new RangeError(`a time zone is written as +08:00, got ${timeZone}`);
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
};

/** "14:30" → ms after midnight. 24:00 is the end of the day. */
export const timeOfDayMs = (clock: string): number => {
  const [hours, minutes] = clock.split(':').map(Number);
  return (hours! * 60 + minutes!) * MINUTE;
};

const lastMoment = (at: number, clock: string, timeZone: string): number => {
  const offset = zoneOffsetMs(timeZone);
  const local = at + offset;
  const today = Math.floor(local / DAY) * DAY + timeOfDayMs(clock);
  return (today <= local ? today : today - DAY) - offset;
};

/** The last time this shift ended, at or before `at`; ms since 1970. */
export const lastShiftEnd = (at: number, { end }: ShiftTimes, timeZone: string): number =>
  lastMoment(at, end, timeZone);

/** The next time this shift starts, after `at`; ms since 1970. */
export const nextShiftStart = (at: number, { start }: ShiftTimes, timeZone: string): number =>
  lastMoment(at, start, timeZone) + DAY;

/** The next midnight after `at` in the mine's time zone: by when what was raised today is to be closed out. */
export const endOfDay = (at: number, timeZone: string): number => {
  const offset = zoneOffsetMs(timeZone);
  return (Math.floor((at + offset) / DAY) + 1) * DAY - offset;
};
