import type { Language } from '../../../domain/contracts/bilingual.ts';

/** Moments and ages in words. All of a mine's times are shown in the mine's own time zone, whoever looks. */

const LOCALE: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-US' };

/** `2026-11-22 21:40:05` of the zone `+08:00`; without seconds where `seconds` is false. */
export const momentText = (ms: number, timeZone: string, { seconds = true } = {}): string => {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: seconds ? 'medium' : 'short',
  }).format(ms);
  return text.replace(',', '');
};

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** `3 分钟 12 秒`, `3 min 12 sec`: the two largest units, so that an age is never long; under a second it is 0 s. */
export const ageText = (ms: number, language: Language): string => {
  let left = Math.max(0, Math.round(ms / 1000));
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(left / size);
    if (count === 0 && (unit !== 'second' || parts.length > 0)) {
      if (parts.length > 0) break;
      continue;
    }
    left -= count * size;
    parts.push(
      new Intl.NumberFormat(LOCALE[language], { style: 'unit', unit, unitDisplay: 'short' }).format(count),
    );
    if (parts.length === 2) break;
  }
  return parts.join(' ');
};
