import { z } from 'zod';

/** A text in the two languages the product speaks. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Bilingual;

export const bilingualSchema = z
  .strictObject({
    zh: z.string().min(1).describe('Chinese text'),
    en: z.string().min(1).describe('English text'),
  })
  .describe('A name in Chinese and English');

/** A text of which one language may be enough, as the names of licences are. */
export const textSchema = z.union([z.string(), bilingualSchema]);
export type Text = z.output<typeof textSchema>;

export const textIn = (text: Text, language: Language): string =>
  typeof text === 'string' ? text : text[language];
