import i18next, { type PostProcessorModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Bilingual, Language } from '../../domain/contracts/bilingual.ts';
import { withPlurals } from '../../domain/contracts/plural.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The shape of one language's texts: every leaf a string. */
export type Texts = typeof zh;

type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];

/** A key of the texts, as `card.flyTo`. */
export type TextKey = Leaves<Texts>;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Texts };
  }
}

/** Languages as HTML's `lang` attribute names them. */
export const HTML_LANG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** English words by their number, chosen in the text itself: `{{n}} [n:row|rows]`. */
const PLURALS: PostProcessorModule = {
  type: 'postProcessor',
  name: 'plurals',
  process: (text, _key, values) => withPlurals(text, (name) => values[name]),
};

export const startTexts = (language: Language): typeof i18next => {
  void i18next
    .use(initReactI18next)
    .use(PLURALS)
    .init({
      postProcess: PLURALS.name,
      resources: { zh: { translation: zh }, en: { translation: en } },
      lng: language,
      fallbackLng: false,
      initAsync: false,
      interpolation: { escapeValue: false }, // React escapes
    });
  return i18next;
};

export const inLanguage = (text: Bilingual, language: Language): string => text[language];
