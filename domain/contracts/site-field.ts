import type { Bilingual, Language } from './bilingual.ts';

/** A field of one kind of site. What no file gives is null and shown as unknown. */
export interface SiteField {
  readonly id: string;
  readonly name: Bilingual;
  readonly type: 'number' | 'integer' | 'text' | 'boolean' | 'date' | 'choice';
  readonly unit?: string;
  /** Of a number: nothing less can be meant; left out: it may lie below zero. */
  readonly least?: number;
  /** Of a choice: its values, in the order they are listed. */
  readonly values?: Readonly<Record<string, Bilingual>>;
  /** Other headers a file may give it, in order of preference. */
  readonly headers?: readonly string[];
}

/** What stands behind a number, where it is read otherwise than it is written; `one`: behind the number 1. */
const UNIT_WORDS: Readonly<Record<string, Bilingual & { readonly one?: string }>> = {
  person: { zh: '人', en: 'people', one: 'person' },
  count: { zh: '个', en: '' },
  '10⁴ m³': { zh: '万 m³', en: '× 10⁴ m³' },
};

/** The unit of a field's number as a reader has it; empty: none. */
export const unitOf = ({ unit = '' }: SiteField, value: number, language: Language): string => {
  const words = UNIT_WORDS[unit];
  if (!words) return unit;
  return language === 'en' && value === 1 ? (words.one ?? words.en) : words[language];
};

const numeric = (id: string, zh: string, en: string, unit: string, type: SiteField['type']): SiteField => ({
  id,
  name: { zh, en },
  type,
  unit,
});
/** A length, a mass, a share of something: never below zero. */
export const number = (id: string, zh: string, en: string, unit: string): SiteField => ({
  ...numeric(id, zh, en, unit, 'number'),
  least: 0,
});
export const integer = (id: string, zh: string, en: string, unit: string): SiteField => ({
  ...numeric(id, zh, en, unit, 'integer'),
  least: 0,
});
/** Metres in the county's height datum; may lie below zero. */
export const elevation = (id: string, zh: string, en: string): SiteField =>
  numeric(id, zh, en, 'm', 'number');
export const text = (id: string, zh: string, en: string): SiteField => ({
  id,
  name: { zh, en },
  type: 'text',
});
export const yesNo = (id: string, zh: string, en: string): SiteField => ({
  id,
  name: { zh, en },
  type: 'boolean',
});
export const date = (id: string, zh: string, en: string): SiteField => ({
  id,
  name: { zh, en },
  type: 'date',
});
export const choice = (
  id: string,
  zh: string,
  en: string,
  values: Readonly<Record<string, readonly [zh: string, en: string]>>,
): SiteField => ({
  id,
  name: { zh, en },
  type: 'choice',
  values: Object.fromEntries(
    Object.entries(values).map(([value, [inZh, inEn]]) => [value, { zh: inZh, en: inEn }]),
  ),
});
