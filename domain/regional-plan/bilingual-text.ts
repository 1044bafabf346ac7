import type { Bilingual } from '../contracts/bilingual.ts';

/** The same in both languages: names, numbers, what somebody wrote. */
export const asWritten = (text: string): Bilingual => ({ zh: text, en: text });

/** Both languages, each with its own stops between. */
export const joined = (parts: readonly Bilingual[], zh = '；', en = '; '): Bilingual => ({
  zh: parts.map((part) => part.zh).join(zh),
  en: parts.map((part) => part.en).join(en),
});

/** A template of both languages with `{name}` filled in. @throws RangeError for a blank nobody fills */
export const filled = (
  template: Bilingual,
  values: Readonly<Record<string, Bilingual | string | number>>,
): Bilingual => {
  const fill = (text: string, language: keyof Bilingual): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new RangeError(`nothing to fill {${name}} with`);
      return typeof value === 'object' ? value[language] : String(value);
    });
  return { zh: fill(template.zh, 'zh'), en: fill(template.en, 'en') };
};

/** A measure with at most one decimal, so that none is claimed that nobody measured; minus as a minus sign. */
export const measure = (value: number): string => {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded).replace('-', '−');
};

/** An amount of money in groups of three digits. */
export const money = (amount: number): string => amount.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** Metres with their ±, "±?" where it is unknown. */
export const metresWithDoubt = (value: number, plusMinus: number | null): string =>
  `${measure(value)} m ±${plusMinus === null ? '?' : ` ${measure(plusMinus)} m`}`;
