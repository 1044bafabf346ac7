import type { Bilingual } from './bilingual.ts';

/** What a finding says and how to mend it. {name} is filled from the finding's fields, then its params. */
export interface FindingText {
  readonly what: Bilingual;
  readonly mend: Bilingual;
}

/** One entry: what in Chinese and English, then the mend in Chinese and English. */
export const findingText = (zh: string, en: string, mendZh: string, mendEn: string): FindingText => ({
  what: { zh, en },
  mend: { zh: mendZh, en: mendEn },
});
