const UTC_PLUS_8_MS = 8 * 3_600_000;
/** The county's clock: UTC+8. */
export const COUNTY_ZONE = '+08:00';

/** The county's calendar day (UTC+8) of a moment, YYYY-MM-DD. @param time ms since 1970 */
export const countyDay = (time: number): string => new Date(time + UTC_PLUS_8_MS).toISOString().slice(0, 10);
