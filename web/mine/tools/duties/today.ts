/**
 * The day it is in a place, YYYY-MM-DD.
 * @param zone as live.yaml writes it, "+08:00"; null: not known, the reader's own
 */
export const dayIn = (zone: string | null, now: number): string => {
  const found = zone && /^([+-])(\d\d):(\d\d)$/.exec(zone);
  const minutes = found
    ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]))
    : -new Date(now).getTimezoneOffset();
  return new Date(now + minutes * 60_000).toISOString().slice(0, 10);
};
