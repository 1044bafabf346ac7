const UTC_PLUS_8_MS = 8 * 3_600_000;

/** The county's calendar day (UTC+8) of a moment, YYYY-MM-DD. @param time ms since 1970 */
export const countyDay = (time: number): string => new Date(time + UTC_PLUS_8_MS).toISOString().slice(0, 10);

/** The first moment after a calendar day of the county, ms since 1970. @param day YYYY-MM-DD @throws RangeError where it is no day */
export const endOfCountyDay = (day: string): number => {
  const start = Date.parse(day);
  if (!Number.isFinite(start)) throw new RangeError(`not a day: ${day}`);
  return start + 24 * 3_600_000 - UTC_PLUS_8_MS;
};
