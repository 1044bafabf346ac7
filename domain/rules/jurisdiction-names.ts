import type { Bilingual, Language } from '../contracts/bilingual.ts';

/** What rule files say their numbers hold for. A rule file may name any other: that one is called as it is written. */
const JURISDICTIONS: readonly Bilingual[] = [
  { zh: '全国', en: 'China' },
  { zh: '济宁', en: 'Jining' },
  { zh: '滕州', en: 'Tengzhou' },
  { zh: '岫岩', en: 'Xiuyan' },
  { zh: '煤矿', en: 'coal mines' },
  { zh: '云岫县（虚构）', en: 'Yunxiu county (fictional)' },
];

/** The name of a rule's jurisdiction in the reader's language, where an English one is known. */
export const jurisdictionIn = (name: string, language: Language): string =>
  JURISDICTIONS.find(({ zh }) => zh === name)?.[language] ?? name;
