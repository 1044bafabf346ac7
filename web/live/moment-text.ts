import type { TFunction } from 'i18next';

/** "+08:00" in minutes. */
const zoneMinutes = (zone: string): number => {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(zone) ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
};

/** A moment by the mine's own clock, "2026-11-22 18:03:07", whatever zone the reader's computer is in. */
export const momentText = (time: number, zone: string): string =>
  new Date(time + zoneMinutes(zone) * 60_000).toISOString().slice(0, 19).replace('T', ' ');

/** Only the time where the day is the same as `now`'s, else the day without its year. */
export const shortMomentText = (time: number, now: number, zone: string): string => {
  const text = momentText(time, zone);
  return text.slice(0, 10) === momentText(now, zone).slice(0, 10) ? text.slice(11) : text.slice(5, 16);
};

/** A moment as `<input type="datetime-local">` takes it, by the mine's clock, to the minute. */
export const momentInput = (time: number, zone: string): string =>
  momentText(time, zone).slice(0, 16).replace(' ', 'T');

/** Reads what such an input holds; null: nothing, or half of it. */
export const readMomentInput = (text: string, zone: string): number | null => {
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text) ? Date.parse(`${text}Z`) : Number.NaN;
  return Number.isNaN(time) ? null : time - zoneMinutes(zone) * 60_000;
};

/** A day's first moment by the mine's clock, ms. */
export const dayStart = (time: number, zone: string): number => {
  const shift = zoneMinutes(zone) * 60_000;
  return Math.floor((time + shift) / 86_400_000) * 86_400_000 - shift;
};

/** Seconds in the two largest units that fit: 8 s, 3 min 05 s, 2 h 13 min, 4 d 6 h. */
export const durationText = (seconds: number, t: TFunction): string => {
  const s = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  if (s < 60) return t('duration.seconds', { s });
  if (s < 3600) return t('duration.minutes', { m: Math.floor(s / 60), s: two(s % 60) });
  if (s < 86_400)
    return t('duration.hours', { h: Math.floor(s / 3600), m: two(Math.floor((s % 3600) / 60)) });
  return t('duration.days', { d: Math.floor(s / 86_400), h: Math.floor((s % 86_400) / 3600) });
};
