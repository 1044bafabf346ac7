import { dayIn } from '../mine/tools/duties/today.ts';

/** Days of the ledger are days of the county, wherever its reader is. */
const COUNTY_ZONE = '+08:00';

/** YYYY-MM-DD. */
export const countyDay = (now = Date.now()): string => dayIn(COUNTY_ZONE, now);

/** "2026-05-01 14:03" of an ISO instant, in the county's time. */
export const countyMoment = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
